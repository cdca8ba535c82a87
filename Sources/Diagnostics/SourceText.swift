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
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
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
        guard let line = line(number), !needle.isEmpty else { return [] }
        let hay = Array(line.unicodeScalars)
        let pin = Array(needle.unicodeScalars)
        guard hay.count >= pin.count else { return [] }
        var found: [Range<Int>] = []
        var at = 0
        while at + pin.count <= hay.count {
            if hay[at..<at + pin.count].elementsEqual(pin) {
                found.append(at + 1..<at + 1 + pin.count)
                at += pin.count
            } else {
                at += 1
            }
        }
        return found
    }
}
