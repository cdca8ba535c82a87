import Diagnostics
import Handbook
import Markdown

/// A file's bytes by lines: changes to some of them leave all others as they are, line ends, byte order mark and all.
struct LineBytes {
    private let bytes: [UInt8]
    private let source: SourceText
    /// Each line without its end.
    private let lines: [Range<Int>]

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        var told = Findings()
        source = SourceText.decode(bytes, path: path, into: &told)
        var lines: [Range<Int>] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var at = start
        while at < bytes.count {
            if bytes[at] == 0x0A || bytes[at] == 0x0D {
                lines.append(start..<at)
                if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
                start = at + 1
            }
            at += 1
        }
        lines.append(start..<bytes.count)
        self.lines = lines
    }

    /// Where a change is to be made; `nil` where the line is read in other letters than it is written in, or ends before.
    func range(of edit: Fix.Edit) -> Range<Int>? {
        guard lines.indices.contains(edit.line - 1), let line = source.line(edit.line), edit.columns.lowerBound > 0 else { return nil }
        let own = lines[edit.line - 1]
        guard line.utf8.elementsEqual(bytes[own]) else { return nil }
        let scalars = line.unicodeScalars
        guard let first = scalars.index(scalars.startIndex, offsetBy: edit.columns.lowerBound - 1, limitedBy: scalars.endIndex),
            let last = scalars.index(first, offsetBy: edit.columns.count, limitedBy: scalars.endIndex)
        else { return nil }
        let start = own.lowerBound + line.utf8.distance(from: line.startIndex, to: first)
        return start..<start + line.utf8.distance(from: first, to: last)
    }

    /// The bytes with changes made, none of which touches another.
    func applying(_ edits: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var from = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += bytes[from..<edit.range.lowerBound]
            result += edit.text.utf8
            from = edit.range.upperBound
        }
        return result + bytes[from...]
    }
}
