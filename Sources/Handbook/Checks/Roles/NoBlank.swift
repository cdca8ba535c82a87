import Diagnostics

extension Rule {
    /// Roles that have a part in everything.
    public static let noBlank = Rule("no-blank", .note, "a role is left out of some tasks")
    /// A role that is only ever told.
    public static let onlyInformed = Rule("only-informed", .note, "a role has more than news of the work")
}

extension Check {
    /// A role with no blank cell in a matrix of at least four rows, told once a matrix; a role with I alone.
    static let noBlank = Check(rules: [.noBlank, .onlyInformed]) { handbook, findings in
        for matrix in handbook.matrices where matrix.tasks.count >= 4 {
            for table in matrix.tables {
                let rows = table.rows.filter { !$0.isHeading }
                let full = table.columns.indices.filter { index in
                    table.columns[index].role != nil && !rows.isEmpty && rows.allSatisfy { !$0.cells[index].letters.isEmpty }
                }.map { table.columns[$0] }
                guard !full.isEmpty, rows.count >= 4 else { continue }
                let who = full.count == table.columns.count ? "every role" : RowContext.list(full)
                let verb = full.count == 1 || full.count == table.columns.count ? "has" : "have"
                findings.add(
                    Rule.noBlank(
                        "\(who) \(verb) a part in each of the \(rows.count) tasks",
                        at: table.location,
                        help: "leave a cell blank where a role is not needed"
                    )
                )
            }
        }
        for (slug, own) in RoleParts.gather(handbook).sorted(by: { $0.key < $1.key }) where own.letters > 0 && own.informed == own.letters {
            guard let role = handbook.role(slug) else { continue }
            findings.add(
                Rule.onlyInformed(
                    "'\(role.title)' is only ever informed",
                    at: own.columns.first,
                    help: "give the role a part, or leave its column out"
                )
            )
        }
    }
}
