import Diagnostics

extension Rule {
    /// A role with too much to answer for, or to do.
    public static let overloaded = Rule(
        "overloaded",
        .warning,
        "no role is accountable, or responsible, for over 40 % of the rows it has a column in"
    )
}

extension Check {
    /// A on over 40 % of the rows, and on 4 at least; the same for R.
    static let overloaded = Check(rules: [.overloaded]) { handbook, findings in
        let parts = RoleParts.gather(handbook)
        let rules = handbook.settings.rules
        let (least, share) = (rules.limit(.overloaded) ?? 4, rules.share(.overloaded) ?? 40)
        for role in handbook.roles {
            guard let own = parts[role.slug] else { continue }
            for (count, word) in [(own.accountable, "accountable"), (own.responsible, "responsible")] {
                guard count >= least, count * 100 > own.rows * share else { continue }
                findings.add(
                    Rule.overloaded(
                        "'\(role.title)' is \(word) for \(count) of \(own.rows) tasks",
                        at: own.columns.first,
                        help: "share some of them out, or split the role"
                    )
                )
            }
        }
    }
}
