import Handbook
import Markdown

/// A table of facts in Markdown, from the same cells as the page and the CSV file.
enum TwinTable {
    static func lines(_ table: Table, _ twins: Twins) -> [String] {
        let facts = table.columns.indices.filter { !table.columns[$0].isAside }
        func line(_ cells: [String], _ group: String) -> String {
            let all = table.grouping == nil ? cells : Array(cells.prefix(1)) + [group] + cells.dropFirst()
            return "| \(all.map { $0.isEmpty ? " " : $0 }.joined(separator: " | ")) |"
        }
        let header = facts.map { heading(table.columns[$0], twins) }
        let width = header.count + (table.grouping == nil ? 0 : 1)
        return [
            line(header, table.grouping.map { MarkdownText.escaped($0) } ?? ""), "|" + String(repeating: " --- |", count: width),
        ]
            + table.groups.flatMap { group in
                group.rows.map { row in line(facts.map { cell(row.cells[$0], twins) }, group.heading.map { MarkdownText.escaped($0) } ?? "")
                }
            } + [""]
    }

    private static func heading(_ column: Table.Column, _ twins: Twins) -> String {
        let title = MarkdownText.escaped(column.title)
        guard let href = column.href, let target = TwinLinks.target(ofHTML: href, twins) else { return title }
        return "[\(title)](\(target))"
    }

    private static func cell(_ cell: Table.Cell, _ twins: Twins) -> String {
        switch cell.content {
        case .html(let html), .task(let html), .cites(let html, _): InlineMarkdown.of(html.text, twins)
        case .list(let items, _): items.map { InlineMarkdown.of($0.html.text, twins) }.joined(separator: "; ")
        case .blank, .nobody, .tick, .findings, .bar, .letters: cell.text.map { MarkdownText.escaped($0) }.joined(separator: "; ")
        }
    }
}
