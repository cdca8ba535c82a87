import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A rename that cannot be.
    public static let cannotRename = Rule("cannot-rename", .error, "a page is renamed everywhere at once, or not at all")
    /// Words that a rename leaves alone.
    public static let leftAsItIs = Rule("left-as-it-is", .note, "words are renamed where it is certain what they mean")
}

/// What a page was called, and what it is to be called.
struct Renaming: Sendable {
    let page: Page
    let title: String
    let slug: String

    var kind: Kind { page.id.kind }
    var oldTitle: String { page.title.value }
    var oldSlug: String { page.slug }
    var oldAddress: String { page.address }
    var newAddress: String { "\(kind.section ?? kind.rawValue)/\(slug)/" }

    /// Reads what is asked for.
    ///
    /// - Throws: a finding when OLD leads to no page, or NEW is somebody else's.
    init(_ kind: Kind, _ old: String, to new: String, slug: String?, in handbook: Handbook) throws(Diagnostic) {
        page = try Self.page(kind, old, handbook)
        title = new.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !title.isEmpty, title.isControlFreeText else { throw Rule.cannotRename("a title has words", help: "say the new title") }
        let made = PageAddress.fileSlug(slug ?? title)
        if let slug, made != slug { throw Rule.invalidSlug("'\(slug)' is no slug", help: "write '\(made)'") }
        self.slug = made
        guard title != page.title.value || made != page.slug else {
            throw Rule.cannotRename("'\(title)' is its title already", help: "say another one")
        }
        for name in [title, made] {
            guard case .found(let other) = handbook.names.resolve(name, among: [kind]), other != page.id, let there = handbook.page(other)
            else { continue }
            throw Rule.cannotRename(
                "'\(name)' is another \(kind.rawValue)'s name",
                help: "choose another title, or join the two pages by hand",
                related: [Related("the other", at: there.place)]
            )
        }
    }

    private static func page(_ kind: Kind, _ name: String, _ handbook: Handbook) throws(Diagnostic) -> Page {
        switch handbook.names.resolve(name, among: [kind]) {
        case .found(let id):
            if let page = handbook.page(id) { return page }
        case .ambiguous(let ids):
            let paths = ids.compactMap { handbook.page($0)?.path }.joined(separator: " or ")
            throw Rule.ambiguousName("'\(name)' may mean \(paths)", help: "name it by its slug: \(ids.map(\.slug).joined(separator: ", "))")
        case .unknown: break
        }
        let rule = kind == .role ? Rule.unknownRole : Rule.unknownName
        let known = handbook.names.names(among: [kind])
        throw rule("'\(name)' is no \(kind.rawValue)", help: NearMiss.help(for: name, among: known, called: kind.plural))
    }

    /// What a name that leads to the page becomes; `nil` for one that stays, such as a short form.
    func name(for written: String) -> String? {
        let key = NameIndex.key(written)
        if written == oldSlug || (key == NameIndex.key(oldSlug) && key != NameIndex.key(oldTitle)) { return slug == oldSlug ? nil : slug }
        return key == NameIndex.key(oldTitle) && title != oldTitle ? title : nil
    }

    /// The files that get another name: the page's own, and those of its relations that are named after their two roles.
    func moves(in handbook: Handbook) throws(Diagnostic) -> [String: String] {
        guard slug != oldSlug else { return [:] }
        var moves = [page.path: Self.path(page.path, named: slug)]
        for relation in kind == .role ? handbook.relations(of: oldSlug) : [] where relation.page.record.words("slug") == nil {
            let stem = relation.between.joined(separator: "-")
            guard Self.stem(relation.page.path) == stem else { continue }
            let new = relation.between.map { $0 == oldSlug ? slug : $0 }.joined(separator: "-")
            moves[relation.page.path] = Self.path(relation.page.path, named: new)
        }
        for (old, new) in moves.sorted(by: { $0.key < $1.key }) where handbook.page(at: new) != nil {
            throw Rule.cannotRename("'\(new)' is there already", at: Location(old), help: "say another slug with --slug")
        }
        return moves
    }

    /// A file's name without its ending.
    static func stem(_ path: String) -> String { String((path.split(separator: "/").last ?? "").dropLast(3)) }

    private static func path(_ path: String, named stem: String) -> String {
        (path.split(separator: "/").dropLast().map(String.init) + [stem + ".md"]).joined(separator: "/")
    }
}

extension String {
    /// Whether it has nothing but what can be seen, and spaces.
    fileprivate var isControlFreeText: Bool { !unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
}
