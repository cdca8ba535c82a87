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
        let letter = context.scheme.accountable
        for (column, cell) in context.accountable {
            guard let slug = column.role, let role = context.handbook.role(slug), role.isNeverAccountable else { continue }
            let owners = context.hints(.accountable).limited { $0 != slug }
            let doers = context.responsible.filter { $0.column.role != slug }
            var help = "give \(letter) to a role that can answer for it"
            var evidence = owners.related
            if let owner = owners.one {
                help = context.give(owner, letter)
            } else if doers.count == 1, let doer = doers.first {
                help = "make '\(doer.column.header)' \(letter), who does the work"
                evidence = [Related("does the work", at: doer.cell.location)]
            }
            return Rule.neverAccountable(
                "'\(column.header)' has \(letter) for '\(context.task)', and can answer for nothing",
                at: context.place([cell]),
                help: help,
                related: [Related("it says so", at: role.page.record.keyLocation("never_accountable") ?? role.page.place)] + evidence
            )
        }
        return nil
    }
}
