/// The one certain fix of a finding, as changes to the text of files.
///
/// A rule makes it where it finds the fault, and only where nothing else can be meant.
public struct Fix: Sendable, Hashable {
    /// A part of a line and its replacement.
    public struct Edit: Sendable, Hashable {
        /// The file, from the project's folder.
        public let path: String
        /// The line, from 1 at the top of the file.
        public let line: Int
        /// The part of the line, in Unicode scalars from 1; empty for an insertion.
        public let columns: Range<Int>
        /// The new text; it has no line end.
        public let text: String

        /// A change to a part of a line.
        public init(path: String, line: Int, columns: Range<Int>, text: String) {
            (self.path, self.line, self.columns, self.text) = (path, line, columns, text)
        }
    }

    /// What becomes of what, as a sentence without a full stop: "'sumary' becomes 'summary'".
    public let sentence: String
    /// The changes: all or none are made.
    public private(set) var edits: [Edit]

    /// A fix; `nil` if it would change nothing, or if a new text has more than one line.
    public init?(_ sentence: String, _ edits: [Edit]) {
        guard !edits.isEmpty, !edits.contains(where: { $0.text.contains { $0.isNewline } }) else { return nil }
        (self.sentence, self.edits) = (sentence, edits)
    }

    /// The usual sentence.
    public static func sentence(_ old: String, _ new: String) -> String { "'\(old)' becomes '\(new)'" }

    /// The fix, and the same one elsewhere.
    func joined(with other: Fix) -> Fix {
        var fix = self
        let known = Set(edits)
        fix.edits += other.edits.filter { !known.contains($0) }
        return fix
    }
}

extension Diagnostic {
    /// The finding with a fix, if there is one.
    public func fixed(by fix: Fix?) -> Diagnostic {
        var finding = self
        finding.fix = fix
        return finding
    }
}

extension SourceText {
    /// The fix that replaces some words; `nil` unless the source has exactly these words at that place.
    public func fix(_ words: String, at place: Location, to new: String) -> Fix? {
        guard place.path == path, let line = place.line, let columns = place.columns.first, place.columns.count == 1, words != new,
            let scalars = self.line(line)?.unicodeScalars, columns.lowerBound > 0,
            scalars.dropFirst(columns.lowerBound - 1).prefix(columns.count).elementsEqual(words.unicodeScalars)
        else { return nil }
        return Fix(Fix.sentence(words, new), [Fix.Edit(path: path, line: line, columns: columns, text: new)])
    }
}
