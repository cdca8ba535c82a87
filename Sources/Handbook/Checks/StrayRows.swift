import Diagnostics
import Markdown

extension Rule {
    /// A line that looks like a row of a table and is text.
    public static let strayRow = Rule("stray-row", .warning, "the rows of a table follow one another without anything between them")
}

extension Check {
    /// Lines that begin with `|` right behind a table, which readers see as text with its pipes. A comment or a blank line between
    /// two rows ends the table.
    static let strayRows = Check(rules: [.strayRow]) { handbook, findings in
        for page in handbook.everyText { report(page.document.blocks, page, into: &findings) }
    }

    private static func report(_ blocks: [Block], _ page: Page, into findings: inout Findings) {
        var table: Block?
        for block in blocks {
            switch block.kind {
            case .table: table = block
            case .html(let text) where text.hasPrefix("<!--"): continue
            case .paragraph:
                if let above = table { report(block, below: above, page, into: &findings) }
                table = nil
            default:
                table = nil
                report(block.children, page, into: &findings)
            }
        }
    }

    private static func report(_ paragraph: Block, below table: Block, _ page: Page, into findings: inout Findings) {
        let number = paragraph.lines.lowerBound
        // Text in a quote or a list begins behind the signs of that.
        guard let line = page.split.line(number, of: page.source)?.drop(while: { " \t>".contains($0) }), line.first == "|",
            let width = table.children.first?.children.count, table.lines.upperBound < number
        else { return }
        let cells = TableLine(line).cells
        // `|x| is a number` is text.
        guard cells.count > 1, String(line).trimmingWhitespaceAtEnd.hasSuffix("|") || (cells.count == width && width > 2) else { return }
        // A header of another matrix, whose line of dashes has a finding.
        if page.id.kind == .matrix, page.source.line(number + 1)?.allSatisfy({ " \t|:-".contains($0) }) == true,
            paragraph.lines.upperBound > number
        {
            return
        }
        let cell = cells.first { !$0.isEmpty } ?? ""
        findings.add(
            Rule.strayRow(
                "'\(cell)' looks like a row of the table above, but the table has ended, so it is shown as text",
                at: page.source.location(line: number),
                help: "remove what stands between the rows; a comment between two %% can stay there",
                related: [Related("the table", at: page.source.location(line: table.lines.lowerBound))]
            )
        )
    }
}
