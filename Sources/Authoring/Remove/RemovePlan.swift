import Changes
import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A page that cannot be removed.
    public static let cannotRemove = Rule("cannot-remove", .error, "a page is removed from all files at once, or from none")
}

/// What removing a role changes in a project, and what it leaves to the author.
public struct RemovePlan: Sendable {
    /// A file that changes, or goes.
    public struct Change: Sendable {
        /// Its path.
        public let path: String
        /// Its bytes.
        public let before: [UInt8]
        /// The bytes it gets; `nil` if it goes.
        public let after: [UInt8]?
    }

    /// The files, in the order of their paths.
    public let changes: [Change]
    /// Places that name the role and are left as they are, with the lines of the files as they are.
    public let left: [Diagnostic]
    /// The same, with the lines of the changed files.
    public let leftAfter: [Diagnostic]
    /// The role's title.
    public let title: String

    /// Works out a removal.
    ///
    /// - Parameter name: a name that leads to the role.
    /// - Throws: a finding when no role or several have the name, or some of the project cannot be read.
    public init(role name: String, in files: ProjectFiles) async throws {
        let project = try await HandbookToChange(files, orReport: Rule.cannotRemove)
        let (handbook, settings) = (project.handbook, project.settings)
        let role = try handbook.role(named: name)
        title = role.title
        let gone = Set([role.page.path] + handbook.relations(of: role.slug).map(\.page.path))
        let mentions = RoleRemoval.mentions(of: role, in: handbook)
        var changes = gone.sorted().compactMap { path in files.texts[path].map { Change(path: path, before: $0, after: nil) } }
        var left: [Diagnostic] = []
        var leftAfter: [Diagnostic] = []
        var texts = handbook.everyPage.filter { !gone.contains($0.path) }.map { (page: $0, source: $0.source) }
        if let settings, let frame = handbook.frame { texts.append((frame, settings)) }
        for (page, source) in texts {
            guard let bytes = files.texts[source.path] else { continue }
            var removal = RoleRemoval(role, from: page, source, handbook)
            removal.run()
            removal.leave(mentions)
            left += removal.left
            leftAfter += removal.leftAfter
            if !removal.edits.isEmpty {
                changes.append(Change(path: source.path, before: bytes, after: RenamePlan.bytes(removal.edits.result, like: bytes)))
            }
        }
        self.changes = changes.sorted { $0.path < $1.path }
        self.left = Self.sorted(left)
        self.leftAfter = Self.sorted(leftAfter)
    }

    /// By file and line.
    private static func sorted(_ left: [Diagnostic]) -> [Diagnostic] {
        left.enumerated().sorted { a, b in
            let (x, y) = (a.element.location, b.element.location)
            return (x?.path ?? "", x?.line ?? 0, a.offset) < (y?.path ?? "", y?.line ?? 0, b.offset)
        }.map(\.element)
    }

    /// The project as it will be.
    public func applied(to files: ProjectFiles) -> ProjectFiles {
        var files = files
        for change in changes { files.texts[change.path] = change.after }
        return files
    }

    /// The change as `git diff` would show it.
    public var diff: String {
        changes.map { change in
            guard let after = change.after else { return UnifiedDiff.text(change.path, nil, change.before, []) }
            return UnifiedDiff.text(change.path, change.path, change.before, after)
        }.joined()
    }
}
