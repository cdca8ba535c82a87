import Diagnostics

extension Rule {
    /// A role that answers for a task and is only asked or told about it.
    public static let accountableAndWeak = Rule(
        "accountable-and-weak",
        .error,
        "who answers for a task is not also just consulted or informed about it"
    )
}

extension RowRule {
    /// A together with C or I in a cell; by RAPID D together with I.
    static let accountableAndWeak = RowRule(rule: .accountableAndWeak) { context in
        let scheme = context.scheme
        for (column, cell) in context.accountable {
            guard let weak = cell.letters.first(where: { scheme.weak.contains($0) }) else { continue }
            let hints = context.hints(.accountable)
            let help = hints.one.map { owner in
                owner.role == column.role
                    ? "keep \(scheme.accountable), as elsewhere" : "keep \(weak), and \(context.give(owner, scheme.accountable))"
            }
            return Rule.accountableAndWeak(
                "'\(column.header)' is both \(scheme.accountable) and \(weak) for '\(context.task)'",
                at: context.place([cell]),
                help: help ?? "keep \(scheme.accountable)",
                related: hints.related
            )
        }
        return nil
    }
}
