/// A text file of the project, by lines.
public struct SourceText: Sendable {
    /// Relative to the project's folder.
    public let path: String
    /// The whole text, lines ended by `\n` alone, without a byte order mark.
    public let text: String
    /// The lines without their ends.
    public let lines: [Substring]

    /// Splits a text whose line ends are `\n` into lines.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
        self.lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// Line `number`, counted from 1.
    public func line(_ number: Int) -> Substring? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// A place in this file.
    public func location(line: Int? = nil, columns: [Range<Int>] = []) -> Location {
        Location(path, line: line, columns: columns)
    }

    /// Where `needle` first stands in the given lines; else the first of the lines as a whole.
    public func locate(_ needle: String, in range: ClosedRange<Int>) -> Location {
        for number in range {
            if let columns = columns(of: needle, inLine: number).first {
                return location(line: number, columns: [columns])
            }
        }
        return location(line: range.lowerBound)
    }

    /// Every place of `needle` in a line, as columns in Unicode scalars from 1.
    public func columns(of needle: String, inLine number: Int) -> [Range<Int>] {
        guard let line = line(number), let first = needle.utf8.first else { return [] }
        let hay = line.utf8
        let length = needle.unicodeScalars.count
        var found: [Range<Int>] = []
        var at = hay.startIndex
        var column = 1
        // UTF-8 is its own synchronization: a match of bytes is a match of scalars.
        while at < hay.endIndex {
            if hay[at] == first, hay[at...].starts(with: needle.utf8) {
                found.append(column..<column + length)
                at = hay.index(at, offsetBy: needle.utf8.count)
                column += length
            } else {
                at = hay.index(after: at)
                if at < hay.endIndex, hay[at] & 0xC0 != 0x80 { column += 1 }
            }
        }
        return found
    }
}
