import Diagnostics
import Markdown

extension Rule {
    /// A row of a table with more cells than its header. GFM drops them.
    public static let surplusCell = Rule("surplus-cell", .warning, "a row of a table has no more cells than its header")
}

extension Check {
    /// Cells that GFM drops silently, since the header has no column for them. Tables of a matrix have a rule of their own.
    static let surplusCells = Check(rules: [.surplusCell]) { handbook, findings in
        let prose = Dictionary(handbook.matrices.map { ($0.page.id, $0.prose) }) { first, _ in first }
        for page in handbook.everyText {
            for block in prose[page.id] ?? page.document.blocks { report(block, page, into: &findings) }
        }
    }

    private static func report(_ block: Block, _ page: Page, into findings: inout Findings) {
        guard case .table(let columns) = block.kind else {
            for child in block.children { report(child, page, into: &findings) }
            return
        }
        for row in block.children.dropFirst() {
            let number = row.lines.lowerBound
            guard let line = page.split.line(number, of: page.source) else { continue }
            // A table in a quote or a list begins behind the signs of that.
            let text = line.drop { " \t>".contains($0) }
            let shift = line.unicodeScalars.count - text.unicodeScalars.count
            let read = TableLine(text)
            guard read.cells.count > columns.count else { continue }
            let places = read.columns[columns.count...].map { $0.lowerBound + shift..<$0.upperBound + shift }
            findings.add(
                Rule.surplusCell(
                    "no column for '\(read.cells[columns.count...].joined(separator: "', '"))': the header has \(TableShape.count(columns.count))",
                    at: page.source.location(line: number, columns: places),
                    help: "add a header for it, or write '\\|' where the pipe is text"
                )
            )
        }
    }
}
