import Diagnostics
import Handbook
import Markdown

/// A table of a matrix: the facts, and the findings on its rows.
package struct MatrixTable {
    package let matrix: Matrix
    /// Which of the matrix's tables.
    package let index: Int
    /// The ids of the matrix's rows, on its own page.
    package let anchors: RowAnchors?
    package let site: SiteContent

    /// A table of a matrix.
    package init(_ matrix: Matrix, _ index: Int, anchors: RowAnchors? = nil, _ site: SiteContent) {
        (self.matrix, self.index, self.anchors, self.site) = (matrix, index, anchors, site)
    }

    private var table: Matrix.Table { matrix.tables[index] }

    /// The facts of the table.
    ///
    /// - Parameter showsFindings: whether findings on rows may be in a margin. A wide matrix leaves no room for one: its
    ///   findings are shown under the tasks.
    package func facts(showsFindings: Bool = false) -> Table {
        let groups = groups
        let fits = table.columns.count + table.asides.count <= Self.widest
        let hasMargin = showsFindings && fits && groups.contains { $0.rows.contains { !$0.findings.isEmpty } }
        var first = Table.Column.text(table.taskHeading.isEmpty ? site.strings["task"] : table.taskHeading)
        first.footnotes = footnotes(table.taskFootnotes)
        return Table(
            // The first file has the matrix's own name.
            index == 0 ? matrix.slug : "\(matrix.slug)-\(index + 1)",
            table.heading.map { "\(matrix.title): \($0)" } ?? matrix.title,
            style: "matrix",
            fits: fits,
            home: matrix.page.address,
            grouping: site.strings["group"],
            columns: [first] + table.columns.map(column) + table.asides.map(aside)
                + (hasMargin ? [.aside(site.strings["findings"], mark: "margin")] : []),
            groups: groups
        )
    }

    /// With more columns than these a matrix scrolls in its own box, on the widest screen too.
    private static let widest = 9

    private func column(_ column: Matrix.Column) -> Table.Column {
        var head = Table.Column.text(column.header)
        if let role = column.role.flatMap({ site.handbook.role($0) }) {
            (head.address, head.full, head.mark, head.role) = (role.page.address, role.title, site.color(role), role.slug)
        }
        (head.note, head.isNoteInFile) = (column.note, true)
        head.footnotes = footnotes(column.footnotes)
        return head
    }

    private func aside(_ aside: Matrix.Aside) -> Table.Column {
        var head = Table.Column(title: aside.heading, mark: Self.asideMark)
        head.footnotes = footnotes(aside.footnotes)
        return head
    }

    /// The class of cells with prose.
    private static let asideMark = "prose-cell"

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
            groups.append(Table.Group(heading: heading.map(self.heading), rows: rows))
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

    /// A heading's words, and what stands beside them.
    private func heading(_ row: Matrix.Row) -> Phrase {
        let notes = row.asides.filter { !$0.plainText.isEmpty }
        return notes.reduce(.contents(row.block, of: matrix.page)) { $0 + .text(" · ") + .contents($1, of: matrix.page) }
    }

    private func view(of row: Matrix.Row, id: String?) -> Table.Row {
        // On a narrow page, the findings are shown under the task.
        Table.Row(
            [.task(task(row))] + row.cells.map { .letters($0, in: matrix, site) }
                + row.asides.map { .phrase(.contents($0, of: matrix.page), mark: Self.asideMark) } + [.findings],
            id: id,
            findings: site.findings(at: row.location)
        )
    }

    /// The task's words, which lead to its activity unless they hold links of their own.
    private func task(_ row: Matrix.Row) -> Phrase {
        let words = Phrase.contents(row.block, of: matrix.page)
        guard let activity = row.activity.flatMap({ site.handbook.activity($0) }), !row.block.inlines.holdLinks else { return words }
        return Phrase([.link(words.pieces, address: activity.page.address)])
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
