extension MarkdownWriter {
    mutating func writeTable(_ table: Block, _ alignments: [Block.ColumnAlignment]) {
        for (index, row) in table.children.enumerated() {
            var line: [UInt8] = [UInt8(ascii: "|")]
            for cell in row.children {
                let text = MarkdownInlineWriter.text(of: PreparedInlines.of(cell.inlines, resolver), in: .cell)
                line.append(0x20)
                line += text.bytes
                line += (text.bytes.isEmpty ? "|" : " |").utf8
            }
            lines.line(line)
            if index == 0 { lines.line(("|" + alignments.map { " \($0.markdown) |" }.joined()).utf8) }
        }
    }
}

extension Block.ColumnAlignment {
    fileprivate var markdown: String {
        switch self {
        case .none: "---"
        case .left: ":--"
        case .center: ":-:"
        case .right: "--:"
        }
    }
}
