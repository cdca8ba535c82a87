import Diagnostics

extension Rule {
    /// By DACI, a task that nobody drives.
    public static let noDriver = Rule("no-driver", .error, "by DACI a task has exactly one driver")
    /// By DACI, a task that several roles drive.
    public static let twoDrivers = Rule("two-drivers", .error, "by DACI a task has exactly one driver")
}

extension RowRule {
    /// By DACI, A and no D. The other schemes let A imply who does the work: see `accountable-alone`.
    static let noDriver = RowRule(rule: .noDriver) { context in
        guard context.scheme.hasOneResponsible, context.row.isComplete, context.responsible.isEmpty, !context.accountable.isEmpty else {
            return nil
        }
        let letter = context.scheme.responsible
        let hints = context.hints(.responsible)
        return Rule.noDriver(
            "'\(context.task)' has no \(context.adjective(letter)) role",
            at: context.row.location,
            help: hints.one.map { context.give($0, letter) } ?? "give one role \(letter), or exempt the row with a reason",
            related: hints.related
        )
    }

    /// By DACI, more than one D.
    static let twoDrivers = RowRule(rule: .twoDrivers) { context in
        guard context.scheme.hasOneResponsible else { return nil }
        return context.surplus(.twoDrivers, context.scheme.responsible, context.hints(.responsible))
    }
}
