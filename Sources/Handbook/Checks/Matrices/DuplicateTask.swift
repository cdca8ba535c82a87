import Diagnostics

extension Rule {
    /// A task listed twice in a matrix.
    public static let duplicateTask = Rule("duplicate-task", .warning, "a matrix lists a task once")
}

extension SettableCheck {
    /// The same task twice in a section of a matrix: as with several columns of labels, the heading above a task is a part of its name.
    static let duplicateTask = SettableCheck(rules: [.duplicateTask]) { context, found in
        for matrix in context.handbook.matrices {
            var first: [[String]: (table: Matrix.Table, row: Matrix.Row)] = [:]
            for (table, row, section) in matrix.tasksBySection {
                let key = [section, row.task].map(NameIndex.key)
                guard let other = first[key] else {
                    first[key] = (table, row)
                    continue
                }
                let isSame = letters(table, row) == letters(other.table, other.row)
                found.add(
                    Rule.duplicateTask(
                        "'\(row.task)' is in this matrix already",
                        at: row.location,
                        help: isSame ? "remove one of the two rows: they say the same" : "join the two rows, or name what tells them apart",
                        related: [Related("first listed", at: other.row.location)]
                    ),
                    on: matrix,
                    about: [row.task]
                )
            }
        }
    }

    private static func letters(_ table: Matrix.Table, _ row: Matrix.Row) -> [String?: [Character]] {
        Dictionary(zip(table.columns.map(\.role), row.cells.map(\.letters)).filter { !$0.1.isEmpty }) { first, _ in first }
    }
}

extension Matrix {
    /// Every row with a task, with the heading above it in its table; empty where there is none.
    fileprivate var tasksBySection: [(table: Table, row: Row, section: String)] {
        tables.flatMap { table in
            var section = ""
            var tasks: [(table: Table, row: Row, section: String)] = []
            for row in table.rows {
                if row.isHeading { section = row.task } else if !row.task.isEmpty { tasks.append((table, row, section)) }
            }
            return tasks
        }
    }
}
