import Diagnostics

extension Rule {
    /// An approval by the one whose work is approved.
    public static let sameApprover = Rule("same-approver", .warning, "an approval is given by another role than the one that does the work")
}

extension RowRule {
    /// On a task whose activity says `approval: true`, R and A are the same role alone.
    ///
    /// By RACI-VS the approval is the S where there is one; by RAPID what is approved is the work of who recommends.
    static let sameApprover = RowRule(rule: .sameApprover) { context in
        guard let slug = context.row.activity, context.handbook.activity(slug)?.isApproval == true else { return nil }
        let (approves, does) = context.approval
        let approvers = context.written(approves)
        guard let approver = approvers.first, approvers.count == 1 else { return nil }
        var doers = context.written(does)
        // Without an R, who answers for the task does it.
        if doers.isEmpty, context.scheme.impliesResponsible { doers = context.accountable }
        guard !doers.isEmpty, doers.allSatisfy({ $0.column.role == approver.column.role }) else { return nil }
        let others = { (role: String) in role != approver.column.role }
        let (owners, workers) = (context.hints(.accountable).limited(others), context.hints(.responsible).limited(others))
        let help = owners.one.map { context.give($0, approves) } ?? workers.one.map { context.give($0, does) }
        return Rule.sameApprover(
            "'\(approver.column.header)' approves its own work on '\(context.task)'",
            at: context.place([approver.cell]),
            help: help ?? "give \(does) or \(approves) to another role",
            related: owners.one == nil ? workers.related : owners.related
        )
    }
}

extension RowContext {
    /// The letter of who approves, and of whose work it is.
    fileprivate var approval: (approves: Character, does: Character) {
        switch scheme {
        case .raciVS where !written("S").isEmpty: ("S", scheme.responsible)
        case .rapid where !written("R").isEmpty: (scheme.accountable, "R")
        default: (scheme.accountable, scheme.responsible)
        }
    }

    /// The columns with a letter, be it one that does not count beside a stronger one.
    fileprivate func written(_ letter: Character) -> [Holder] {
        zip(table.columns, row.cells).filter { $0.1.letters.contains(letter) }.map { ($0.0, $0.1) }
    }
}
