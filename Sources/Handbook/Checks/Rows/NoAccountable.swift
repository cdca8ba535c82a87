import Diagnostics

extension Rule {
    /// A task that nobody answers for.
    public static let noAccountable = Rule("no-accountable", .error, "a task has exactly one accountable role")
}

extension RowRule {
    /// No A in the row; by RAPID no D. A row without any acting role is left to `nobody-acts`.
    static let noAccountable = RowRule(rule: .noAccountable) { context in
        guard context.row.isComplete, context.accountable.isEmpty, !context.responsible.isEmpty else { return nil }
        let letter = context.scheme.accountable
        let hints = context.hints(.accountable)
        return Rule.noAccountable(
            "'\(context.task)' has no \(context.adjective(letter)) role",
            at: context.row.location,
            help: hints.one.map { context.give($0, letter) } ?? "give one role \(letter), or exempt the row with a reason",
            related: hints.related
        )
    }
}
