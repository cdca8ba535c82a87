import Changes
import Diagnostics
import Handbook
import Markdown

/// What renaming a page changes in a project, everywhere at once.
public struct RenamePlan: Sendable {
    /// A file that changes.
    public struct Change: Sendable {
        /// Its path, and the one it gets.
        public let path, newPath: String
        /// Its bytes, and those it gets.
        public let before, after: [UInt8]
    }

    /// The files, in the order of their paths.
    public let changes: [Change]
    /// Words that may mean something else, and are left as they are.
    public let left: [Diagnostic]
    /// What the page was called, and is to be called.
    public let oldTitle, newTitle: String
    /// Its address, and the one it gets.
    public let oldAddress, newAddress: String

    /// The kinds of pages that can be renamed.
    public static let kinds: [Kind] = [.role, .activity, .team, .stage, .source]

    /// Works out a rename.
    ///
    /// - Parameters:
    ///   - old: a name that leads to the page.
    ///   - new: its new title.
    ///   - slug: its new slug; without it, the title's.
    ///   - keepsAlias: whether the old title goes on leading to it.
    /// - Throws: a finding when it cannot be.
    public init(
        _ kind: Kind,
        _ old: String,
        to new: String,
        slug: String? = nil,
        keepsAlias: Bool = false,
        in files: ProjectFiles
    ) async throws {
        let project = try await HandbookToChange(files, orReport: Rule.cannotRename)
        let (handbook, settings) = (project.handbook, project.settings)
        let renaming = try Renaming(kind, old, to: new, slug: slug, in: handbook)
        let moves = try renaming.moves(in: handbook)
        let titles = TitleInText(renaming, in: handbook)
        var changes: [Change] = []
        var left: [Diagnostic] = []
        func add(_ edits: TextEdits, _ path: String) {
            guard !edits.isEmpty || moves[path] != nil, let bytes = files.texts[path] else { return }
            let after = Self.bytes(edits.result, like: bytes)
            changes.append(Change(path: path, newPath: moves[path] ?? path, before: bytes, after: after))
        }
        for page in handbook.everyPage.sorted(by: { $0.path < $1.path }) {
            var edits = TextEdits(page.source)
            if page.id == renaming.page.id { try edits.rename(own: page, renaming, keepsAlias: keepsAlias) }
            for name in page.names(of: kind) {
                if let new = renaming.name(for: name.value) { try edits.rename(scalar: name, to: new) }
            }
            try edits.renameLinks(of: page, renaming, moves, handbook)
            edits.renameCitations(renaming)
            if page.id.kind == .matrix { edits.renameInTables(of: page, renaming) }
            left += titles.rename(in: page, &edits)
            add(edits, page.path)
        }
        if let settings {
            var edits = TextEdits(settings)
            if let frame = handbook.frame { try edits.renameLinks(of: frame, renaming, moves, handbook) }
            edits.renameCitations(renaming)
            add(edits, settings.path)
        }
        self.changes = changes.sorted { $0.path < $1.path }
        self.left = left
        (oldTitle, newTitle) = (renaming.oldTitle, renaming.title)
        (oldAddress, newAddress) = (renaming.oldAddress, renaming.newAddress)
    }

    /// The project as it will be.
    public func applied(to files: ProjectFiles) -> ProjectFiles {
        var files = files
        for change in changes { files.texts[change.path] = nil }
        for change in changes { files.texts[change.newPath] = change.after }
        return files
    }

    /// The change as `git diff` would show it.
    public var diff: String {
        changes.map { UnifiedDiff.text($0.path, $0.newPath, $0.before, $0.after) }.joined()
    }

    /// A text in bytes, with the line ends and the byte order mark that the file had.
    static func bytes(_ text: String, like before: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = before.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        let isWindows = zip(before, before.dropFirst()).contains { $0 == 0x0D && $1 == 0x0A }
        return mark + Array((isWindows ? text.replacing("\n", with: "\r\n") : text).utf8)
    }
}

extension TextEdits {
    /// Renames in the page itself: its title, its slug, its old address, its other names.
    mutating func rename(own page: Page, _ renaming: Renaming, keepsAlias: Bool) throws(Diagnostic) {
        let record = page.record
        var texts: [(key: String, value: String)] = []
        if renaming.title != renaming.oldTitle {
            if let title = record.text("title") {
                try rename(scalar: title, to: renaming.title)
            } else if page.titleBlock == nil {
                texts.append(("title", renaming.title))
            }
            if let line = page.titleBlock?.lines.lowerBound {
                let columns = source.columns(of: renaming.oldTitle, inLine: line).first
                guard let columns, let found = range(line: line, columns: columns) else {
                    throw Rule.cannotRename("the title is not found as it reads", at: page.title.location, help: "write it without markup")
                }
                replace(found, with: renaming.title)
            }
        }
        if renaming.slug != renaming.oldSlug, let slug = record.text("slug") { try rename(scalar: slug, to: renaming.slug) }
        var lists: [(key: String, values: [String])] = []
        if renaming.newAddress != renaming.oldAddress {
            let old = record.texts("redirect_from").map(\.value).filter { (try? OldAddress($0))?.path != renaming.newAddress }
            lists.append(("redirect_from", old + ["/" + renaming.oldAddress]))
        }
        if keepsAlias, renaming.title != renaming.oldTitle {
            guard let key = [Kind.role: "aliases", .activity: "also"][renaming.kind] else {
                throw Rule.cannotRename("a \(renaming.kind.rawValue) has no other names", help: "leave --keep-alias out")
            }
            let others = record.texts(key).map(\.value).filter { NameIndex.key($0) != NameIndex.key(renaming.title) }
            lists.append((key, others + [renaming.oldTitle]))
        }
        set(lists, texts: texts, in: page)
    }
}
