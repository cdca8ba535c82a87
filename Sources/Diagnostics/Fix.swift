/// The one certain remedy of a finding, as changes to the text of files.
///
/// A rule makes it where it finds the fault, and only where nothing else can be meant.
public struct Fix: Sendable, Hashable {
    /// A part of a line, and what is to stand in its place.
    public struct Edit: Sendable, Hashable {
        /// The file, from the project's folder.
        public let path: String
        /// The line, from 1 at the top of the file.
        public let line: Int
        /// The part of the line, in Unicode scalars from 1; empty where something is put in.
        public let columns: Range<Int>
        /// What is to stand there; it has no line end.
        public let text: String

        /// A change to a part of a line.
        public init(path: String, line: Int, columns: Range<Int>, text: String) {
            (self.path, self.line, self.columns, self.text) = (path, line, columns, text)
        }
    }

    /// What becomes of what, as a sentence without a full stop: "'sumary' becomes 'summary'".
    public let sentence: String
    /// The changes, all to be made or none.
    public private(set) var edits: [Edit]

    /// A remedy; `nil` if it would change nothing, or would take more than one line's text to say.
    public init?(_ sentence: String, _ edits: [Edit]) {
        guard !edits.isEmpty, !edits.contains(where: { $0.text.contains { $0.isNewline } }) else { return nil }
        (self.sentence, self.edits) = (sentence, edits)
    }

    /// The usual sentence.
    public static func sentence(_ old: String, _ new: String) -> String { "'\(old)' becomes '\(new)'" }

    /// The remedy, and the same one elsewhere.
    func joined(with other: Fix) -> Fix {
        var fix = self
        let known = Set(edits)
        fix.edits += other.edits.filter { !known.contains($0) }
        return fix
    }
}

extension Diagnostic {
    /// The finding with a remedy, if there is one.
    public func mended(by fix: Fix?) -> Diagnostic {
        var finding = self
        finding.fix = fix
        return finding
    }
}

extension SourceText {
    /// The remedy that puts other words in the place of some; `nil` unless they stand at that place as they read.
    public func fix(_ words: String, at place: Location, to new: String) -> Fix? {
        guard place.path == path, let line = place.line, let columns = place.columns.first, place.columns.count == 1, words != new,
            let scalars = self.line(line)?.unicodeScalars, columns.lowerBound > 0,
            scalars.dropFirst(columns.lowerBound - 1).prefix(columns.count).elementsEqual(words.unicodeScalars)
        else { return nil }
        return Fix(Fix.sentence(words, new), [Fix.Edit(path: path, line: line, columns: columns, text: new)])
    }
}
