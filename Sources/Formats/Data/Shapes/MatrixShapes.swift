import Diagnostics
import Handbook
import Markdown

extension Shapes {
    /// The letters of all schemes.
    static let letterWords = Scheme.allCases.flatMap(\.letters).map { String($0) }.uniqued().sorted()

    static let matrix = Shape<Matrix>(
        "matrix",
        "A responsibility matrix.",
        common(.matrix) + [
            .init("scheme", .words(Scheme.allCases.map(\.rawValue)), "Which letters it has, and what they mean.") { matrix, _ in
                .string(matrix.scheme.rawValue)
            },
            .init("accountable", .words(letterWords), "The letter of who answers for a task; exactly one role should have it.") {
                matrix,
                _ in
                .string(String(matrix.scheme.accountable))
            },
            .init("responsible", .words(letterWords), "The letter of who does a task.") { matrix, _ in
                .string(String(matrix.scheme.responsible))
            },
            .init("basis", .words(basisWords), "Whether a source has it as it stands, or it is drawn up from what one says.") { matrix, _ in
                .string(matrix.basis.rawValue)
            },
            .init("tables", .list(of: "table"), "Its tables, in order.") { matrix, facts in table.list(matrix.tables, facts) },
            .init("exemptions", .list(of: "exemption"), "Findings that its author accepts.") { matrix, facts in
                exemption.list(matrix.page.exemptions, facts)
            },
        ]
    )

    static let table = Shape<Matrix.Table>(
        "table",
        "A table of a matrix.",
        [
            .optional("heading", .text, "The heading above it.") { table, _ in table.heading.map(JSONValue.string) },
            .init("taskHeading", .text, "The heading of its column of tasks.") { table, _ in .string(table.taskHeading) },
            .init("columns", .list(of: "column"), "Its columns of roles, in order.") { table, facts in column.list(table.columns, facts) },
            .optional("notes", .list(.text), "The headings of its columns of prose, beside the roles.") { table, _ in
                table.asides.isEmpty ? nil : .strings(table.asides.map(\.heading))
            },
            .init("rows", .list(of: "row"), "Its rows, in order.") { table, facts in
                row.list(table.rows.map { RowOfTable(row: $0, columns: table.columns, asides: table.asides) }, facts)
            },
            .init("place", .one("place"), "Its header row.") { table, facts in place.json(table.location, facts) },
        ]
    )

    static let column = Shape<Matrix.Column>(
        "column",
        "A column of a matrix.",
        [
            .optional("role", .slug(.role), "The role.") { column, _ in column.role.map(JSONValue.string) },
            .init("header", .text, "The header's words.") { column, _ in .string(column.header) },
            .optional("note", .text, "What stands in brackets behind the name.") { column, _ in column.note.map(JSONValue.string) },
        ]
    )

    struct RowOfTable: Sendable {
        let row: Matrix.Row
        let columns: [Matrix.Column]
        let asides: [Matrix.Aside]
    }

    struct NoteOfRow: Sendable {
        let heading: String
        let block: Block
    }

    struct CellOfRow: Sendable {
        let role: String?
        let cell: Matrix.Cell
    }

    static let row = Shape<RowOfTable>(
        "row",
        "A row of a matrix: a task, or a heading over the rows below it.",
        [
            .init("id", .id, "Its own, in the whole handbook.") { value, facts in facts.rowID(value.row) },
            .init("task", .text, "The task's words.") { value, _ in .string(value.row.task) },
            .init("isHeading", .truth, "Whether it is a heading over the rows below it.") { value, _ in .bool(value.row.isHeading) },
            .optional("activity", .slug(.activity), "The activity of that name.") { value, _ in value.row.activity.map(JSONValue.string) },
            .init("cells", .list(of: "cell"), "Its cells that are not empty, in the order of the columns.") { value, facts in
                let cells = zip(value.columns, value.row.cells).map { CellOfRow(role: $0.role, cell: $1) }
                return cell.list(cells.filter { !$0.cell.letters.isEmpty || $0.cell.note != nil }, facts)
            },
            .optional("notes", .list(of: "rowNote"), "Its cells of prose that are not empty, in order.") { value, facts in
                let notes = zip(value.asides, value.row.asides).map { NoteOfRow(heading: $0.heading, block: $1) }
                    .filter { !$0.block.plainText.isEmpty }
                return notes.isEmpty ? nil : rowNote.list(notes, facts)
            },
            .init("place", .one("place"), "Where it stands.") { value, facts in place.json(value.row.location, facts) },
        ]
    )

    static let rowNote = Shape<NoteOfRow>(
        "rowNote",
        "Prose beside the letters of a row.",
        [
            .init("heading", .text, "The heading of its column.") { note, _ in .string(note.heading) },
            .init("text", .text, "The words.") { note, _ in .string(note.block.plainText) },
        ]
    )

    static let cell = Shape<CellOfRow>(
        "cell",
        "What a role is to a task.",
        [.optional("role", .slug(.role), "The role.") { value, _ in value.role.map(JSONValue.string) }] + cellKeys(\.cell)
    )

    /// What a cell says.
    static func cellKeys<Value>(_ cell: KeyPath<Value, Matrix.Cell> & Sendable) -> [Shape<Value>.Key] {
        [
            .init("letters", .list(.words(letterWords), differing: true), "Its letters, as its author wrote them.") { value, _ in
                .strings(value[keyPath: cell].letters.map { String($0) })
            },
            .optional("note", .text, "What stands beside the letters.") { value, _ in value[keyPath: cell].note.map(JSONValue.string) },
            .init("isWeak", .truth, "Whether the letter is in brackets: a weak part.") { value, _ in .bool(value[keyPath: cell].isWeak) },
        ]
    }

    static let exemption = Shape<Exemption>(
        "exemption",
        "A finding that its author accepts.",
        [
            .init("rule", .text, "The rule's id.") { value, _ in .string(value.rule.value) },
            .optional("row", .text, "The row's task; without one, what the rule finds about the whole matrix.") { value, _ in
                value.about.map { JSONValue.string($0.value) }
            },
            .init("reason", .text, "Why.") { value, _ in .string(value.reason) },
        ]
    )
}
