import Diagnostics
import Handbook
import Markdown
import Templates

/// A table of a matrix: the facts, the findings on its rows, and how often each role has each letter.
struct MatrixTable {
    let matrix: Matrix
    /// Which of the matrix's tables.
    let index: Int
    /// The ids of the matrix's rows, on its own page.
    let anchors: RowAnchors?
    let context: PageContext

    /// A table of a matrix with what surrounds it.
    static let shape: ViewShape = [
        "table": Table.shape, "margin": .flag,
        "totals": .list(["letter": .text, "shape": .text, "name": .text, "counts": .list(["count": .text])]),
    ]

    /// The tables of a matrix, which a page adds to its own.
    static func views(_ matrix: Matrix, _ values: inout PageValues, _ context: PageContext) -> View {
        let anchors = context.addresses.from == matrix.page.address ? RowAnchors(matrix) : nil
        return .list(
            matrix.tables.indices.map { index in
                MatrixTable(matrix: matrix, index: index, anchors: anchors, context: context).view(&values)
            }
        )
    }

    /// The facts of a table alone.
    static func facts(_ matrix: Matrix, _ index: Int, _ context: PageContext) -> Table {
        let table = MatrixTable(matrix: matrix, index: index, anchors: nil, context: context)
        return table.facts(table.groups, false)
    }

    private var table: Matrix.Table { matrix.tables[index] }

    private func view(_ values: inout PageValues) -> View {
        let groups = groups
        // A wide matrix leaves no room for a margin: its findings are shown under the tasks.
        let hasMargin = table.columns.count <= Self.widest && groups.contains { $0.rows.contains { !$0.findings.isEmpty } }
        return ["table": values.view(of: facts(groups, hasMargin)), "margin": .flag(hasMargin), "totals": totals]
    }

    private func facts(_ groups: [Table.Group], _ hasMargin: Bool) -> Table {
        var first = Table.Column.text(table.taskHeading.isEmpty ? context.strings["task"] : table.taskHeading)
        first.footnotes = footnotes(table.taskFootnotes)
        return Table(
            // The first file has the matrix's own name.
            index == 0 ? matrix.slug : "\(matrix.slug)-\(index + 1)",
            table.heading.map { "\(matrix.title): \($0)" } ?? matrix.title,
            style: "matrix",
            fits: table.columns.count <= Self.widest,
            home: matrix.page.address,
            grouping: context.strings["group"],
            columns: [first] + table.columns.map(column)
                + (hasMargin ? [.aside(context.strings["findings"], mark: "margin")] : []),
            groups: groups
        )
    }

    /// With more columns than these a matrix scrolls in its own box, on the widest screen too.
    private static let widest = 9

    private func column(_ column: Matrix.Column) -> Table.Column {
        var head = Table.Column.text(column.header)
        if let role = column.role.flatMap({ context.handbook.role($0) }) {
            (head.address, head.full, head.mark, head.role) = (role.page.address, role.title, context.color(role), role.slug)
        }
        head.note = column.note
        head.footnotes = footnotes(column.footnotes)
        return head
    }

    private func footnotes(_ references: [FootnoteReference]) -> Phrase? {
        references.isEmpty ? nil : Phrase([.footnotes(references, of: matrix.page)])
    }

    // MARK: - Rows

    /// A row with a label and no letters heads the rows below it.
    private var groups: [Table.Group] {
        var groups: [Table.Group] = []
        var heading: Matrix.Row?
        var rows: [Table.Row] = []
        func close() {
            guard heading != nil || !rows.isEmpty else { return }
            groups.append(Table.Group(heading: heading.map { .contents($0.block, of: matrix.page) }, rows: rows))
        }
        let start = matrix.tables[..<index].reduce(0) { $0 + $1.rows.count }
        for (place, row) in table.rows.enumerated() {
            if row.isHeading {
                close()
                (heading, rows) = (row, [])
            } else {
                rows.append(view(of: row, id: anchors?[start + place]))
            }
        }
        close()
        return groups
    }

    private func view(of row: Matrix.Row, id: String?) -> Table.Row {
        // On a narrow page, the findings are shown under the task.
        Table.Row(
            [.task(task(row))] + row.cells.map { .letters($0, in: matrix, context) } + [.findings],
            id: id,
            findings: context.site.findings(at: row.location)
        )
    }

    /// The task's words, which lead to its activity unless they hold links of their own.
    private func task(_ row: Matrix.Row) -> Phrase {
        let words = Phrase.contents(row.block, of: matrix.page)
        guard let activity = row.activity.flatMap({ context.handbook.activity($0) }), !row.block.inlines.holdLinks else { return words }
        return Phrase([.link(words.pieces, address: activity.page.address)])
    }

    // MARK: - Totals

    /// A row for each letter that occurs, with how often each role has it.
    private var totals: View {
        let rows = table.rows.filter { !$0.isHeading }
        let counts = matrix.scheme.letters.map { letter in
            (letter, table.columns.indices.map { column in rows.count { $0.cells[column].letters.contains(letter) } })
        }
        return .each(counts.filter { $0.1.contains { $0 > 0 } }) { letter, counts in
            [
                "letter": .text(String(letter)), "shape": .text(MatrixView.shape(letter, matrix.scheme)),
                "name": .text(context.strings[MatrixView.nameKey(letter, matrix.scheme)]),
                "counts": .each(counts) { ["count": $0 == 0 ? .none : View($0)] },
            ]
        }
    }
}

extension [Inline] {
    /// Whether something in it is written as a link.
    fileprivate var holdLinks: Bool {
        contains { inline in
            switch inline {
            case .link, .wikiLink, .mention, .citations, .footnoteReference: true
            case .html(let tag): tag.lowercased().hasPrefix("<a")
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.holdLinks
            case .text, .code, .image, .softBreak, .lineBreak: false
            }
        }
    }
}
