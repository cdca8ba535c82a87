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
    /// A but no R: then A implies R. `rules: {accountable-alone: warning}` asks for an R.
    static let accountableAlone = RowRule(rule: .accountableAlone) { context in
        guard context.row.isComplete, let holder = context.accountable.first, context.responsible.isEmpty else { return nil }
        return Rule.accountableAlone(
            "'\(context.task)' has nobody responsible: '\(holder.column.header)' does it too",
            at: context.place([holder.cell]),
            help: "write \(context.scheme.accountable)/\(context.scheme.responsible), or give another role \(context.scheme.responsible)"
        )
    }
}
