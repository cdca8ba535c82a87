import Formats
import Handbook
import Templates

extension MatrixTable {
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
                MatrixTable(matrix, index, anchors: anchors, context.site).view(&values)
            }
        )
    }

    private func view(_ values: inout PageValues) -> View {
        let facts = facts(showsFindings: true)
        let hasMargin = facts.columns.contains { $0.mark == Table.Cell.findings.mark }
        return ["table": values.view(of: facts), "margin": .flag(hasMargin), "totals": totals]
    }

    // MARK: - Totals

    /// A row for each letter that occurs, with how often each role has it.
    private var totals: View {
        let table = matrix.tables[index]
        let rows = table.rows.filter { !$0.isHeading }
        let counts = matrix.scheme.letters.map { letter in
            (letter, table.columns.indices.map { column in rows.count { $0.cells[column].letters.contains(letter) } })
        }
        return .each(counts.filter { $0.1.contains { $0 > 0 } }) { letter, counts in
            [
                "letter": .text(String(letter)), "shape": .text(matrix.scheme.shape(of: letter)),
                "name": .text(site.strings[matrix.scheme.nameKey(of: letter)]),
                "counts": .each(counts + table.asides.map { _ in 0 }) { ["count": $0 == 0 ? .none : View($0)] },
            ]
        }
    }
}
