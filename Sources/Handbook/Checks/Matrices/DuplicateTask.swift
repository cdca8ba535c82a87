import Diagnostics

extension Rule {
    /// A task listed twice in a matrix.
    public static let duplicateTask = Rule("duplicate-task", .warning, "a matrix lists a task once")
}

extension Check {
    /// The same task twice in a matrix.
    static let duplicateTask = Check(rules: [.duplicateTask]) { handbook, findings in
        for matrix in handbook.matrices {
            var first: [String: Matrix.Row] = [:]
            for (_, row) in matrix.tasks {
                let key = NameIndex.key(row.task)
                guard let other = first[key] else {
                    first[key] = row
                    continue
                }
                findings.add(
                    Rule.duplicateTask(
                        "'\(row.task)' is in this matrix already",
                        at: row.location,
                        help: "join the two rows, or name what tells them apart",
                        related: [Related("first listed", at: other.location)]
                    )
                )
            }
        }
    }
}
