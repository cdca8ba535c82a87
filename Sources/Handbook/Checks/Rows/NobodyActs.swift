import Diagnostics

extension Rule {
    /// A task that nobody does or answers for.
    public static let nobodyActs = Rule("nobody-acts", .error, "somebody does a task or answers for it")
}

extension RowRule {
    /// Neither R nor A.
    static let nobodyActs = RowRule(rule: .nobodyActs) { context in
        guard context.row.isComplete, context.accountable.isEmpty, context.responsible.isEmpty else { return nil }
        let hints = context.evidence.accountable(for: context.row, except: context.matrix.slug)
        let letters = "\(context.scheme.responsible), and one \(context.scheme.accountable)"
        return Rule.nobodyActs(
            "'\(context.task)' is done by nobody",
            at: context.row.location,
            help: hints.help { "make '\($0)' \(context.scheme.accountable), and give a role \(context.scheme.responsible)" }
                ?? "give a role \(letters)",
            related: hints.related
        )
    }
}
