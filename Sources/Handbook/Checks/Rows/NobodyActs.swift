import Diagnostics

extension Rule {
    /// A task that nobody does or answers for.
    public static let nobodyActs = Rule("nobody-acts", .error, "somebody does a task or answers for it")
}

extension RowRule {
    /// Neither R nor A; by DACI neither D nor A, by RAPID neither P nor D.
    static let nobodyActs = RowRule(rule: .nobodyActs) { context in
        guard context.row.isComplete, context.accountable.isEmpty, context.responsible.isEmpty else { return nil }
        let (does, answers) = (context.scheme.responsible, context.scheme.accountable)
        let (doers, owners) = (context.hints(.responsible), context.hints(.accountable))
        let help =
            switch (doers.one, owners.one) {
            case (let doer?, let owner?) where doer.role == owner.role: context.give(owner, "\(answers)/\(does)")
            case (let doer?, let owner?): "\(context.give(owner, answers)), and \(context.give(doer, does))"
            case (nil, let owner?): "\(context.give(owner, answers)), and give a role \(does)"
            case (let doer?, nil): "\(context.give(doer, does)), and give one role \(answers)"
            case (nil, nil): "give a role \(does), and one \(answers)"
            }
        return Rule.nobodyActs(
            "'\(context.task)' is done by nobody",
            at: context.row.location,
            help: help,
            related: owners.related + doers.related
        )
    }
}
