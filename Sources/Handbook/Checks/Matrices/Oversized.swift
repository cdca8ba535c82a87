import Diagnostics

extension Rule {
    /// A matrix too large to read.
    public static let oversized = Rule("oversized", .note, "a matrix has at most 10 roles and 25 rows")
}

extension SettableCheck {
    /// Over 10 roles or 25 rows: split it, at its headings where it has some.
    static let oversized = SettableCheck(rules: [.oversized]) { context, found in
        for matrix in context.handbook.matrices {
            let roles = matrix.tables.map(\.columns.count).max() ?? 0
            let rows = matrix.tasks.count
            guard roles > context.rules.value(.limit, of: .oversized) || rows > context.rules.value(.rows, of: .oversized) else { continue }
            let headings = matrix.tables.flatMap { $0.rows.filter(\.isHeading) }
            found.add(
                Rule.oversized(
                    "'\(matrix.title)' has \(roles) roles and \(rows) rows",
                    at: matrix.tables.first?.location ?? matrix.page.place,
                    help: headings.first.map { "split it at its headings, such as '\($0.task)'" } ?? "split it, by stage or by team",
                    related: headings.prefix(1).map { Related("a heading", at: $0.location) }
                ),
                on: matrix
            )
        }
    }
}
