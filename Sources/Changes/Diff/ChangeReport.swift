import Diagnostics
import Handbook

/// Changes as people and programs read them.
public struct ChangeReport: Sendable {
    private let old: String
    private let new: String
    private let changes: [HandbookChange]

    /// A report of changes between two states, each by the name its reader gave it.
    public init(_ changes: [HandbookChange], from old: String, to new: String) {
        self.changes = changes
        self.old = old
        self.new = new
    }

    /// A line for each change, or "no changes".
    public var text: String {
        changes.isEmpty ? "no changes\n" : changes.map { ChangeText($0).line + "\n" }.joined()
    }

    /// A list under a heading for each kind of page.
    public var markdown: String {
        var parts = ["# Changes from \(Self.escaped(old)) to \(Self.escaped(new))\n"]
        if changes.isEmpty { parts.append("No changes.\n") }
        for kind in [nil] + Kind.allCases.map(Optional.some) {
            let own = changes.filter { $0.subject.page?.kind == kind }
            guard !own.isEmpty else { continue }
            let heading = kind.map { $0 == .page ? "Pages" : $0.plural.prefix(1).uppercased() + $0.plural.dropFirst() } ?? "Settings"
            let lines = own.map { ChangeText($0) }.map { "- **\(Self.escaped($0.subject))**: \(Self.escaped($0.words))\n" }
            parts.append("## \(heading)\n\n\(lines.joined())")
        }
        return parts.joined(separator: "\n")
    }

    /// One object, version 1, ended by a line end: `{"version": 1, "from": …, "to": …, "changes": […]}`.
    public var json: String {
        JSONValue.object(sorting: [
            "version": 1, "from": .string(old), "to": .string(new), "changes": .array(changes.map { ChangeRecord($0).json }),
        ]).file(.indented)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>#|~&".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
