import Diagnostics
import Markdown

/// The form `Person | Hiring | Payroll`: a row for each role, a column for each task. Read as the same matrix as one with roles in
/// the header.
struct SideTable {
    let shape: TableShape
    let reader: TableReader

    private typealias Side = (row: TableShape.Row, group: String?)

    func read(heading: String?, totals: [Matrix.Totals], into findings: inout Findings) -> Matrix.Table {
        let sides = sides
        var columns: [Matrix.Column] = []
        var cells: [[Matrix.Cell]] = []
        var areRead = Array(repeating: true, count: shape.headers.count)
        for (row, group) in sides {
            columns.append(column(row, group, columns, &findings))
            cells.append(
                shape.headers.indices.map { index in
                    guard row.cells.indices.contains(index) else { return .none(at: row.location) }
                    let (cell, isRead) = reader.cell(row.cells[index].block, at: row.cells[index].location, into: &findings)
                    areRead[index] = areRead[index] && isRead
                    return cell
                }
            )
        }
        let isWhole = shape.rows.allSatisfy(\.isWhole)
        return Matrix.Table(
            heading: heading,
            taskHeading: "",
            taskFootnotes: shape.taskFootnotes,
            columns: columns,
            asides: [],
            rows: shape.headers.indices.map { task($0, cells, isComplete: areRead[$0] && isWhole, &findings) },
            totals: totals.map(turned),
            location: shape.location
        )
    }

    /// The rows of roles, each with the label over it.
    private var sides: [Side] {
        var group: String?
        var sides: [Side] = []
        for row in shape.rows {
            if row.isHeading, !reader.isRole(row.taskName) {
                let remarks = row.asides.map(\.plainText).filter { !$0.isEmpty }
                group = remarks.isEmpty ? row.taskName : "\(row.taskName): \(remarks.joined(separator: ", "))"
            } else {
                sides.append((row, group))
            }
        }
        return sides
    }

    /// A role, with what is said of it beside its letters.
    private func column(_ row: TableShape.Row, _ group: String?, _ before: [Matrix.Column], _ findings: inout Findings) -> Matrix.Column {
        let remarks = zip(shape.asides, row.asides).filter { !$1.plainText.isEmpty }.map { "\($0.heading): \($1.plainText)" }
        var column = GridTable(shape: shape, reader: reader).column(
            Located(row.taskName, at: row.location),
            before.count,
            before,
            &findings
        )
        let number = row.shownNumber.map { "\(shape.numberHeading ?? ""): \($0.plainText)" }
        let notes = [group, number, column.note].compactMap(\.self) + remarks
        column.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        column.footnotes = row.task.inlines.footnoteReferences + row.asides.flatMap(\.inlines.footnoteReferences)
        return column
    }

    private func task(_ index: Int, _ cells: [[Matrix.Cell]], isComplete: Bool, _ findings: inout Findings) -> Matrix.Row {
        let header = shape.headers[index]
        if header.value.isEmpty {
            findings.add(
                Rule.missingTask("column \(index + 1) of the tasks names none", at: header.location, help: "write the task above it")
            )
        }
        return Matrix.Row(
            task: header.value,
            activity: reader.resolver.activity(ofRow: [header.value]),
            cells: cells.map { $0[index] },
            asides: [],
            isHeading: false,
            isComplete: isComplete && !header.value.isEmpty,
            location: header.location,
            block: shape.headerBlocks[index]
        )
    }

    /// Totals with rows and columns exchanged. Labels over roles are not columns, so a figure counts all roles or one.
    private func turned(_ totals: Matrix.Totals) -> Matrix.Totals {
        let tasks = shape.headers.count
        var places: [Int: Int] = [:]
        for (index, row) in shape.rows.enumerated() where !row.isHeading || reader.isRole(row.taskName) { places[index] = places.count }
        return totals.mapFigures { figure in
            let rows = figure.spans.first ?? 0..<0
            let spans = figure.column.map { [$0..<$0 + 1] } ?? [0..<tasks]
            let column = figure.column == nil && rows.count == 1 ? places[rows.lowerBound] : nil
            return Matrix.Figure(
                text: figure.text,
                counts: figure.counts,
                letter: figure.letter,
                column: column,
                spans: spans,
                location: figure.location
            )
        }
    }
}
