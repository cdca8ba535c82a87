import Diagnostics

extension Rule {
    /// An approval by the one whose work is approved.
    public static let sameApprover = Rule("same-approver", .warning, "an approval is given by another role than the one that does the work")
}

extension RowRule {
    /// On a task whose activity says `approval: true`, R and A are the same role alone.
    static let sameApprover = RowRule(rule: .sameApprover) { context in
        guard let slug = context.row.activity, context.handbook.activity(slug)?.isApproval == true,
            let approver = context.accountable.first, context.accountable.count == 1
        else { return nil }
        let doers = context.responsible.compactMap(\.column.role)
        guard doers.allSatisfy({ $0 == approver.column.role }) else { return nil }
        return Rule.sameApprover(
            "'\(approver.column.header)' approves its own work on '\(context.task)'",
            at: context.place([approver.cell]),
            help: "give \(context.scheme.responsible) or \(context.scheme.accountable) to another role"
        )
    }
}
