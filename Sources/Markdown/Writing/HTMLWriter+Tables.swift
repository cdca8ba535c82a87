extension HTMLWriter {
    mutating func table(_ block: Block, _ alignments: [Block.ColumnAlignment]) {
        startLine()
        if options.form == .page {
            bytes.append(#"<div class="table-box" role="group" tabindex="0" aria-label=""#)
            bytes.append(escaping: options.labels.table, apostrophes: true)
            bytes.append("\">\n")
        }
        bytes.append("<table>\n")
        var isInBody = false
        for row in block.children {
            let isHeader = row.kind == .row(isHeader: true)
            if isHeader {
                bytes.append("<thead>\n")
            } else if !isInBody {
                bytes.append("<tbody>\n")
                isInBody = true
            }
            self.row(row, isHeader, alignments)
            if isHeader { bytes.append("</thead>\n") }
        }
        bytes.append(isInBody ? "</tbody>\n</table>\n" : "</table>\n")
        if options.form == .page { bytes.append("</div>\n") }
    }

    private mutating func row(_ row: Block, _ isHeader: Bool, _ alignments: [Block.ColumnAlignment]) {
        let name = isHeader ? "th" : "td"
        bytes.append("<tr>\n")
        for (column, cell) in row.children.enumerated() {
            bytes.append("<")
            bytes.append(name)
            let alignment = column < alignments.count ? alignments[column] : .none
            if alignment != .none {
                // HTML has dropped the `align` attribute that cmark-gfm writes: the theme aligns cells by class.
                bytes.append(options.form == .page ? " class=\"align-" : " align=\"")
                bytes.append(alignment.rawValue)
                bytes.append("\"")
            }
            bytes.append(">")
            write(cell.inlines)
            bytes.append("</")
            bytes.append(name)
            bytes.append(">\n")
        }
        bytes.append("</tr>\n")
    }
}
