import Diagnostics

extension Rule {
    /// A task that nobody is asked or told about.
    public static let nobodyAsked = Rule("nobody-asked", .note, "somebody is consulted on a task or informed about it")
}

extension RowRule {
    /// No C and no I.
    static let nobodyAsked = RowRule(rule: .nobodyAsked) { context in
        guard context.row.isComplete, context.scheme != .rapid, context.table.columns.count > 2,
            !context.accountable.isEmpty || !context.responsible.isEmpty,
            context.holders("C").isEmpty, context.holders("I").isEmpty
        else { return nil }
        return Rule.nobodyAsked(
            "'\(context.task)' is done without asking or telling anyone",
            at: context.row.location,
            help: "say who is consulted or informed, if anyone is"
        )
    }
}
