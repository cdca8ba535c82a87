import Diagnostics

extension Rule {
    /// A role made accountable that says it cannot be.
    public static let neverAccountable = Rule(
        "never-accountable",
        .error,
        "a role whose page says 'never_accountable: true' answers for no task"
    )
}

extension RowRule {
    /// A on a role that declares it cannot be: an AI agent, a vendor.
    static let neverAccountable = RowRule(rule: .neverAccountable) { context in
        for (column, cell) in context.accountable {
            guard let slug = column.role, let role = context.handbook.role(slug), role.isNeverAccountable else { continue }
            let others = context.responsible.filter { $0.column.role != slug }.map(\.column)
            let help =
                others.count == 1
                ? "make \(RowContext.list(others)) \(context.scheme.accountable), who does the work"
                : "give \(context.scheme.accountable) to a role that can answer for it"
            return Rule.neverAccountable(
                "'\(column.header)' is accountable for '\(context.task)', and can't be",
                at: context.place([cell]),
                help: help,
                related: [Related("it says so", at: role.page.record.keyLocation("never_accountable") ?? role.page.place)]
            )
        }
        return nil
    }
}
