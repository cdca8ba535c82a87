import Diagnostics
import Handbook
import Markdown

/// One round of fixes: the certain fixes of a run's findings, made in the texts of a project as far as they do not
/// touch one another. What is left comes in the next round.
public struct FixRound: Sendable {
    /// The project as it is then.
    public let files: ProjectFiles
    /// The remedies that were made, in the order of the findings.
    public let made: [Fix]

    /// - Parameter refused: remedies that are not to be made.
    public init(_ findings: Findings, on files: ProjectFiles, except refused: Set<Fix> = []) {
        var made: [Fix] = []
        var texts: [String: LineBytes] = [:]
        var edits: [String: [Int: [Change]]] = [:]
        for fix in findings.sorted.compactMap(\.fix) where !refused.contains(fix) {
            var changes: [(edit: Fix.Edit, change: Change)] = []
            for edit in fix.edits {
                guard let bytes = files.texts[edit.path] else { break }
                let lines = texts[edit.path] ?? LineBytes(bytes, path: edit.path)
                texts[edit.path] = lines
                guard let range = lines.range(of: edit) else { break }
                let change = Change(range: range, text: edit.text)
                // The same change, by another rule's remedy, is made already.
                let others = edits[edit.path]?[edit.line] ?? []
                guard others.contains(change) || !others.contains(where: change.touches) else { break }
                changes.append((edit, change))
            }
            guard changes.count == fix.edits.count else { continue }
            made.append(fix)
            for (edit, change) in changes where edits[edit.path]?[edit.line]?.contains(change) != true {
                edits[edit.path, default: [:]][edit.line, default: []].append(change)
            }
        }
        var fixed = files
        for (path, lines) in edits {
            fixed.texts[path] = texts[path]?.applying(lines.values.joined().map { ($0.range, $0.text) })
        }
        self.files = fixed
        self.made = made
    }

    private struct Change: Hashable {
        let range: Range<Int>
        let text: String

        func touches(_ other: Change) -> Bool {
            range.overlaps(other.range) || range.lowerBound == other.range.lowerBound || range.upperBound == other.range.upperBound
        }
    }

    /// The remedies that must not be made after all: there is an error or a warning on their lines that was not there
    /// before, or their file can no longer be read.
    public func refused(before: Findings, after: Findings) -> Set<Fix> {
        var known: [Baseline.Key: Int] = [:]
        for finding in before.all { known[Baseline.Key(finding), default: 0] += 1 }
        var lines: [String: Set<Int>] = [:]
        var unread: Set<String> = []
        for finding in after.all where finding.severity != .note {
            let count = known[Baseline.Key(finding), default: 0]
            known[Baseline.Key(finding)] = count - 1
            guard count < 1, let place = finding.location else { continue }
            if finding.rule == .yamlSyntax { unread.insert(place.path) }
            if let line = place.line { lines[place.path, default: []].insert(line) }
        }
        return Set(made.filter { fix in fix.edits.contains { unread.contains($0.path) || lines[$0.path]?.contains($0.line) == true } })
    }
}

/// The fixes of all rounds, and the project after them.
public struct AppliedFixes: Sendable {
    private let original: ProjectFiles
    /// The project as it is to be.
    public private(set) var files: ProjectFiles
    /// The fixes, in the order of the places.
    public private(set) var made: [Fix] = []

    /// No fixes yet.
    public init(_ files: ProjectFiles) { (original, self.files) = (files, files) }

    /// Adds the fixes of a round.
    public mutating func accept(_ round: FixRound) {
        files = round.files
        made += round.made
    }

    /// The files that change, in the order of their paths.
    public var changes: [(path: String, before: [UInt8], after: [UInt8])] {
        files.texts.keys.sorted().compactMap { path in
            guard let before = original.texts[path], let after = files.texts[path], before != after else { return nil }
            return (path, before, after)
        }
    }

    /// The change as `git diff` would show it.
    public var diff: String {
        changes.map { UnifiedDiff.text($0.path, $0.path, $0.before, $0.after) }.joined()
    }

    /// The fixes, a line for each place: `content/a.md:3: 'sumary' becomes 'summary'`.
    public var lines: [String] {
        var lines: [(path: String, line: Int, column: Int, text: String)] = []
        for fix in made {
            for edit in fix.edits.uniqued(on: { [$0.path, String($0.line)] }) {
                lines.append((edit.path, edit.line, edit.columns.lowerBound, fix.sentence))
            }
        }
        return lines.sorted { ($0.path, $0.line, $0.column, $0.text) < ($1.path, $1.line, $1.column, $1.text) }
            .map { "\($0.path):\($0.line): \($0.text)" }
    }
}
