import Diagnostics

extension Rule {
    /// Roles that have a part in everything.
    public static let noBlank = Rule("no-blank", .note, "a role is left out of some tasks")
}

extension SettableCheck {
    /// A role with no blank cell in a table of at least four rows, told once a table.
    static let noBlank = SettableCheck(rules: [.noBlank]) { context, found in
        let least = context.rules.value(.rows, of: .noBlank)
        for matrix in context.handbook.matrices {
            for table in matrix.tables {
                let rows = table.rows.filter { !$0.isHeading }
                guard rows.count >= max(1, least) else { continue }
                let full = table.columns.indices.filter { index in
                    table.columns[index].role != nil && rows.allSatisfy { !$0.cells[index].letters.isEmpty }
                }.map { table.columns[$0] }
                guard !full.isEmpty else { continue }
                let who = full.count == table.columns.count ? "every role" : RowContext.list(full)
                let verb = full.count == 1 || full.count == table.columns.count ? "has" : "have"
                found.add(
                    Rule.noBlank(
                        "\(who) \(verb) a part in each of the \(rows.count) tasks",
                        at: table.location,
                        help: "leave a cell blank where a role is not needed"
                    ),
                    on: matrix
                )
            }
        }
    }
}
