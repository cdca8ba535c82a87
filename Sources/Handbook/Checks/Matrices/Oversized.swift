import Diagnostics

extension Rule {
    /// A matrix too large to read.
    public static let oversized = Rule("oversized", .note, "a matrix has at most 10 roles and 25 rows")
}

extension Check {
    /// Over 10 roles or 25 rows: split it.
    static let oversized = Check(rules: [.oversized]) { handbook, findings in
        let rules = handbook.settings.rules
        for matrix in handbook.matrices {
            let roles = matrix.tables.map(\.columns.count).max() ?? 0
            let rows = matrix.tasks.count
            guard roles > rules.limit(.oversized) ?? 10 || rows > rules.rows(.oversized) ?? 25 else { continue }
            findings.add(
                Rule.oversized(
                    "'\(matrix.title)' has \(roles) roles and \(rows) rows",
                    at: matrix.tables.first?.location ?? matrix.page.place,
                    help: "split it, by stage or by team"
                )
            )
        }
    }
}
