import Diagnostics

extension Rule {
    /// A task listed twice in a matrix.
    public static let duplicateTask = Rule("duplicate-task", .warning, "a matrix lists a task once")
}

extension SettableCheck {
    /// The same task twice in a matrix.
    static let duplicateTask = SettableCheck(rules: [.duplicateTask]) { context, found in
        for matrix in context.handbook.matrices {
            var first: [String: (table: Matrix.Table, row: Matrix.Row)] = [:]
            for (table, row) in matrix.tasks {
                let key = NameIndex.key(row.task)
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
