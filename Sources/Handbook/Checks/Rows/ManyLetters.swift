import Diagnostics

extension Rule {
    /// A task that many do.
    public static let manyResponsible = Rule(
        "many-responsible",
        .warning,
        "few roles are responsible for one task: three at most, and half of them"
    )
    /// A task that many are asked about.
    public static let manyConsulted = Rule(
        "many-consulted",
        .warning,
        "few roles are consulted on one task: three at most, or half of them"
    )
    /// A task that most are only told about.
    public static let manyInformed = Rule("many-informed", .note, "most roles of a row have more than news of the task")
}

extension RowRule {
    /// More than 3 R, or over half of the roles. A matrix of two roles has no half to speak of.
    static let manyResponsible = RowRule(rule: .manyResponsible) { context in
        let holders = context.responsible
        let limit = context.rules.limit(.manyResponsible) ?? 3
        let roles = context.table.columns.count
        guard holders.count > limit || (roles > 2 && holders.count * 2 > roles) else { return nil }
        return Rule.manyResponsible(
            "'\(context.task)' has \(holders.count) responsible roles of \(roles)",
            at: context.place(holders.map(\.cell)),
            help: "keep \(context.scheme.responsible) for those who do the work, or split the task"
        )
    }

    /// More C than three and than half of the roles.
    static let manyConsulted = RowRule(rule: .manyConsulted) { context in
        guard context.scheme.letters.contains("C") else { return nil }
        let holders = context.holders("C")
        let roles = context.table.columns.count
        guard holders.count > max(context.rules.limit(.manyConsulted) ?? 3, roles / 2) else { return nil }
        return Rule.manyConsulted(
            "'\(context.task)' has \(holders.count) consulted roles of \(roles)",
            at: context.place(holders.map(\.cell)),
            help: "make those I whose answer would change nothing"
        )
    }

    /// Most of the row is I.
    static let manyInformed = RowRule(rule: .manyInformed) { context in
        guard context.scheme != .rapid else { return nil }
        let holders = context.holders("I")
        let roles = context.table.columns.count
        guard roles > 2, holders.count * 2 > roles else { return nil }
        return Rule.manyInformed(
            "'\(context.task)' only informs \(holders.count) roles of \(roles)",
            at: context.place(holders.map(\.cell)),
            help: "leave those blank who need no news of it"
        )
    }
}
