import Diagnostics

extension Rule {
    /// A task with somebody to answer for it, and nobody said to do it.
    public static let accountableAlone = Rule(
        "accountable-alone",
        .note,
        "who does a task is said; without an R, the accountable role does it"
    )
}

extension RowRule {
    /// A but no R: then A implies R. `rules: {accountable-alone: warning}` asks for an R. By RAPID, D but no P: nothing
    /// is implied. By DACI see `no-driver`.
    static let accountableAlone = RowRule(rule: .accountableAlone) { context in
        guard !context.scheme.hasOneResponsible, context.row.isComplete, let holder = context.accountable.first,
            context.responsible.isEmpty
        else { return nil }
        let (answers, does) = (context.scheme.accountable, context.scheme.responsible)
        let hints = context.hints(.responsible)
        let help = hints.one.map { doer in
            doer.role == holder.column.role ? "write \(answers)/\(does), as it does the work elsewhere" : context.give(doer, does)
        }
        let implied = context.scheme.impliesResponsible ? ": '\(holder.column.header)' does it too" : ""
        return Rule.accountableAlone(
            "'\(context.task)' has nobody \(context.adjective(does))\(implied)",
            at: context.place([holder.cell]),
            help: help ?? "write \(answers)/\(does), or give another role \(does)",
            related: hints.related
        )
    }
}
