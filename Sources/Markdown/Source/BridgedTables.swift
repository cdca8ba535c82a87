/// Text from which comments were removed, and its tables.
///
/// A blank line ends a table, so a comment on lines of its own between two rows would cut the table in two. Each line of it gets an
/// empty row in its place, which is left out again when the page is read: so lines keep their numbers.
struct BridgedTables {
    /// The text, each line on its own line as before.
    private(set) var text: String
    /// The file's lines with a row in the place of a comment.
    private(set) var bridges: Set<Int> = []

    /// The file's lines of which a part is in a comment that goes on over lines.
    private(set) var cutLines: Set<Int> = []

    /// Text without comments.
    init(text: String) { self.text = text }

    /// Puts rows in the place of comments.
    ///
    /// - Parameters:
    ///   - commented: the lines that comments stand on, counted from 0.
    ///   - cut: those on which a comment begins or ends that goes on over lines.
    init(_ bytes: [UInt8], commented: Set<Int>, cut: Set<Int>, firstLine: Int) {
        text = String(decoding: bytes, as: UTF8.self)
        cutLines = Set(cut.map { $0 + firstLine })
        guard !commented.isEmpty, bytes.contains(UInt8(ascii: "|")) else { return }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var isInTable = false
        var mayBeHeader = false
        var open: [Int] = []
        for (index, line) in lines.enumerated() {
            let words = line.drop(while: Self.isPrefix)
            if words.isEmpty {
                guard commented.contains(index), isInTable else {
                    (isInTable, mayBeHeader, open) = (false, false, [])
                    continue
                }
                open.append(index)
                continue
            }
            let hasPipe = words.contains(UInt8(ascii: "|"))
            if isInTable, hasPipe {
                for index in open {
                    lines[index] = line.prefix(while: Self.isPrefix) + Array("| |".utf8)
                    bridges.insert(index + firstLine)
                }
            } else if isInTable {
                isInTable = open.isEmpty && !Self.opensBlock(words)
            } else {
                isInTable = mayBeHeader && Self.isDelimiterRow(words)
            }
            mayBeHeader = true
            open = []
        }
        guard !bridges.isEmpty else { return }
        text = String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }

    /// Whether a byte can stand before a row: white space, or the sign of a quote.
    private static func isPrefix(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") }

    private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.allSatisfy { " \t|:-".utf8.contains($0) }
    }

    /// Whether a line may begin another block, which ends the table.
    private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool { line.first.map { "#`~*+-<".utf8.contains($0) } ?? false }
}
