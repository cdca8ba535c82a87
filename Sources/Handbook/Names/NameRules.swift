import Diagnostics
import Markdown

extension Rule {
    /// A name that leads to no role.
    public static let unknownRole = Rule("unknown-role", .error, "a role is named by its title, short form, alias or slug")
    /// A name that leads to several roles.
    public static let ambiguousRole = Rule("ambiguous-role", .error, "a name leads to one role")
    /// A name that leads to no page of its kind.
    public static let unknownName = Rule("unknown-name", .error, "a page is named by its title, short form, alias or slug")
    /// A name that leads to several pages.
    public static let ambiguousName = Rule("ambiguous-name", .error, "a name leads to one page")
    /// A citation key that no source has.
    public static let unknownSource = Rule("unknown-source", .error, "a citation key is the name of a file in the folder of sources")
    /// A group, side or era that the settings do not list.
    public static let unknownCategory = Rule("unknown-category", .error, "groups, sides and eras are listed in handbook.yml")
}

/// Resolves the names in pages, reporting those that lead nowhere or to several places.
struct Resolver {
    let names: NameIndex
    let sourceKeys: Set<String>
    /// Paths of pages, for naming candidates.
    let paths: [PageID: String]
    /// How a role's page says that matrices head its column, by slug.
    let headers: [String: String]
    /// The slugs of all roles, in order.
    let everyRole: [String]
    /// Pages that a name could mean, if they were published.
    private let drafts: Drafts
    /// Near misses among the names of each kind.
    private let suggestions: [Kind: Suggestions]
    /// What help names when nothing is near: all slugs of a kind.
    private let known: [Kind: String]
    /// Pages by path, to say what fixes a name in them.
    private let pages: [String: Page]
    private let nearKeys: Suggestions

    /// - Parameter pages: those that names lead to, each kind in its order.
    init(names: NameIndex, pages: [Page], drafts: Drafts) {
        self.names = names
        self.drafts = drafts
        let byKind = Dictionary(grouping: pages, by: \.id.kind)
        sourceKeys = Set((byKind[.source] ?? []).map(\.slug))
        paths = Dictionary(pages.map { ($0.id, $0.path) }) { first, _ in first }
        headers = Dictionary((byKind[.role] ?? []).map { ($0.slug, $0.record.words("short")?.value ?? $0.title.value) }) { first, _ in first
        }
        everyRole = (byKind[.role] ?? []).map(\.slug)
        suggestions = Dictionary(uniqueKeysWithValues: byKind.keys.map { ($0, Suggestions(names.names(among: [$0]))) })
        self.pages = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
        nearKeys = Suggestions(sourceKeys)
        known = Dictionary(uniqueKeysWithValues: byKind.map { ($0, Self.list($1.map(\.slug), called: $0.plural)) })
    }

    private static func list(_ slugs: [String], called kind: String) -> String {
        let shown = slugs.sorted().prefix(8).joined(separator: ", ")
        return "known \(kind): \(shown)\(slugs.count > 8 ? ", and \(slugs.count - 8) more" : "")"
    }

    /// The slug of a role; `nil`, with a finding, when the name leads to none or to several.
    func role(_ name: Located<String>, into findings: inout Findings) -> String? {
        page(name, kind: .role, unknown: .unknownRole, ambiguous: .ambiguousRole, into: &findings)
    }

    /// The slugs of roles; a role named twice counts once.
    func roles(_ names: [Located<String>], into findings: inout Findings) -> [String] {
        names.compactMap { role($0, into: &findings) }.uniqued()
    }

    /// The slug of a page of a kind.
    func page(
        _ name: Located<String>,
        kind: Kind,
        unknown: Rule = .unknownName,
        ambiguous: Rule = .ambiguousName,
        into findings: inout Findings
    ) -> String? {
        switch names.resolve(name.value, among: [kind]) {
        case .found(let id): return id.slug
        case .ambiguous(let ids):
            findings.add(
                ambiguous("'\(name.value)' may mean \(candidates(ids))", at: name.location, help: "name one by its slug: \(slugs(ids))")
            )
        case .unknown:
            let near = suggestions[kind]?.nearest(to: name.value) ?? []
            findings.add(
                drafts.fault(ofName: name.value, among: [kind], at: name.location)
                    ?? unknown(
                        "'\(name.value)' is no \(kind.rawValue)",
                        at: name.location,
                        help: near.min().map { "did you mean '\($0)'?" } ?? known[kind]
                            ?? "add a page to the folder '\(kind.folder ?? "content")'"
                    )
                    .fixed(by: fix(name, to: meant(by: name.value, kind, among: near)))
            )
        }
        return nil
    }

    /// Whether a name is nearly that of a role.
    func isNearRole(_ name: String) -> Bool { suggestions[.role]?.nearest(to: name).isEmpty == false }

    /// The key of a source.
    func source(_ key: Located<String>, into findings: inout Findings) -> String? {
        if sourceKeys.contains(key.value) { return key.value }
        findings.add(
            drafts.fault(ofSource: key.value, at: key.location)
                ?? Rule.unknownSource(
                    "'\(key.value)' is no source",
                    at: key.location,
                    help: NearMiss.help(for: key.value, among: sourceKeys, called: "sources")
                        ?? "add a page '\(key.value).md' to the folder 'sources'"
                )
                .fixed(by: fix(key, to: nearKeys.meant(by: key.value)))
        )
        return nil
    }

    /// The id of a group, side or era, by id or title.
    func category(_ name: Located<String>?, among categories: [Category], called kind: String, into findings: inout Findings) -> String? {
        guard let name else { return nil }
        let key = NameIndex.key(name.value)
        if let found = categories.first(where: { NameIndex.key($0.id) == key || NameIndex.key($0.title) == key }) { return found.id }
        findings.add(
            Rule.unknownCategory(
                "'\(name.value)' is no \(kind)",
                at: name.location,
                help: NearMiss.best(for: name.value, among: categories.map(\.title)).map { "did you mean '\($0)'?" }
                    ?? NearMiss.help(for: name.value, among: categories.map(\.id), called: "\(kind)s")
                    ?? "list it under '\(kind)s' in handbook.yml"
            )
            .fixed(by: fix(name, to: meant(by: name.value, categories)))
        )
        return nil
    }

    private func fix(_ name: Located<String>, to meant: String?) -> Fix? {
        meant.flatMap { pages[name.location.path]?.fix(name, to: $0) }
    }

    private func meant(by name: String, _ kind: Kind, among near: [String]) -> String? {
        Suggestions.meant(by: name, among: near) { known -> PageID? in
            if case .found(let id) = names.resolve(known, among: [kind]) { id } else { nil }
        }
    }

    private func meant(by name: String, _ categories: [Category]) -> String? {
        Suggestions(categories.flatMap { [$0.id, $0.title] }).meant(by: name) { known in
            categories.first { NameIndex.key($0.id) == NameIndex.key(known) || NameIndex.key($0.title) == NameIndex.key(known) }?.id
        }
    }

    func candidates(_ ids: [PageID]) -> String {
        ids.map { paths[$0] ?? $0.slug }.joined(separator: " or ")
    }

    private func slugs(_ ids: [PageID]) -> String { ids.map(\.slug).joined(separator: ", ") }
}

extension Kind {
    /// What several of them are called in messages.
    package var plural: String {
        switch self {
        case .matrix: "matrices"
        case .activity: "activities"
        default: rawValue + "s"
        }
    }
}
