import Diagnostics
import Markdown

extension Rule {
    /// A cell with something that is no letter.
    public static let unknownLetter = Rule(
        "unknown-letter",
        .error,
        "a cell holds letters of the matrix's scheme, perhaps with a note, or nothing"
    )
    /// Two columns for one role.
    public static let duplicateColumn = Rule("duplicate-column", .error, "a role has one column")
}

/// The usual form of a matrix: a column for each role, letters in the cells.
struct GridTable {
    let shape: TableShape
    let reader: TableReader

    private var resolver: Resolver { reader.resolver }

    func read(heading: String?, totals: [Matrix.Totals], into findings: inout Findings) -> Matrix.Table {
        var columns: [Matrix.Column] = []
        for (index, name) in shape.headers.enumerated() {
            var column = column(name, index, columns, &findings)
            column.footnotes = shape.headerFootnotes[index]
            columns.append(column)
        }
        return Matrix.Table(
            heading: heading,
            taskHeading: shape.shownHeading,
            taskFootnotes: shape.taskFootnotes,
            columns: columns,
            asides: shape.asides,
            rows: shape.rows.map { row($0, columns: columns.count, &findings) },
            totals: totals,
            location: shape.location
        )
    }

    /// A header: a role's name, perhaps with a note in brackets.
    func column(
        _ name: Located<String>,
        _ index: Int,
        _ before: [Matrix.Column],
        _ findings: inout Findings
    ) -> Matrix.Column {
        var header = name
        var note: String?
        if let open = name.value.firstIndex(of: "("), name.value.hasSuffix(")"),
            resolver.names.resolve(name.value, among: [.role]) == .unknown
        {
            note = String(name.value[name.value.index(after: open)...].dropLast())
            header.value = String(name.value[..<open]).trimmingWhitespace
        }
        guard !header.value.isEmpty else {
            findings.add(
                Rule.unknownRole(
                    "column \(index + 1) of the roles names none",
                    at: name.location,
                    help: "write a role's name above it, or remove the column"
                )
            )
            return Matrix.Column(role: nil, header: "", note: note, location: name.location)
        }
        let role = resolver.role(header, into: &findings)
        if let role, let first = before.first(where: { $0.role == role }) {
            findings.add(
                Rule.duplicateColumn(
                    "'\(header.value)' is a second column for the role '\(first.header)'",
                    at: name.location,
                    help: "join the two columns",
                    related: [Related("the first", at: first.location)]
                )
            )
        }
        var column = Matrix.Column(role: role, header: header.value, note: note, location: name.location)
        column.isUnlikely = role == nil && !resolver.isNearRole(header.value)
        return column
    }

    private func row(_ row: TableShape.Row, columns: Int, _ findings: inout Findings) -> Matrix.Row {
        if !row.isHeading { shape.reportMissingTask(row, into: &findings) }
        var isComplete = true
        var cells: [Matrix.Cell] = []
        for (block, location) in row.cells {
            let (cell, isRead) = reader.cell(block, at: location, into: &findings)
            cells.append(cell)
            isComplete = isComplete && isRead
        }
        while cells.count < columns { cells.append(Matrix.Cell.none(at: row.location)) }
        return reader.row(row, cells: cells, isComplete: isComplete)
    }
}

extension Matrix.Cell {
    /// A cell without a letter.
    static func none(at location: Location) -> Self { Self(letters: [], meant: [], note: nil, isWeak: false, location: location) }
}
