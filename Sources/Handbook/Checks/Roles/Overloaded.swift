import Diagnostics

extension Rule {
    /// A role with too much to answer for, or to do.
    public static let overloaded = Rule(
        "overloaded",
        .warning,
        "no role is accountable, or responsible, for over 40 % of the rows it has a column in"
    )
}

extension SettableCheck {
    /// A on over 40 % of the rows, and on 4 at least; the same for R.
    static let overloaded = SettableCheck(rules: [.overloaded]) { context, found in
        let (least, share) = (context.rules.value(.limit, of: .overloaded), context.rules.value(.share, of: .overloaded))
        for role in context.handbook.roles {
            guard let own = context.analysis.work(of: role.slug).load else { continue }
            let counts = [
                (own.accountable, "accountable", Evidence.Claim.accountable, \Scheme.accountable),
                (own.responsible, "responsible", .responsible, \Scheme.responsible),
            ]
            for (count, word, claim, letter) in counts where count >= least && count * 100 > own.rows * share {
                let relief = context.relief(of: role, claim, letter)
                found.add(
                    Rule.overloaded(
                        "'\(role.title)' is \(word) for \(count) of \(own.rows) tasks",
                        at: own.columns.first,
                        help: relief?.help ?? "share some of them out, or split the role",
                        related: relief?.related ?? []
                    ),
                    on: role,
                    about: [word]
                )
            }
        }
    }
}

extension CheckContext {
    /// One of a role's tasks that elsewhere is another's.
    fileprivate func relief(
        of role: Role,
        _ claim: Evidence.Claim,
        _ letter: KeyPath<Scheme, Character>
    ) -> (help: String, related: [Related])? {
        for task in tasks.tasks(of: role.slug) {
            let holders = task.row.holders(of: task.matrix.scheme[keyPath: letter], in: task.table).compactMap(\.column.role)
            guard holders.contains(role.slug) else { continue }
            let others = evidence.says(claim, of: task.row, except: [task.matrix.slug]).limited { !holders.contains($0) }
            if let other = others.one {
                return ("share some of them out, such as '\(task.row.task)' to '\(other.title)', or split the role", others.related)
            }
        }
        return nil
    }
}
