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
    /// More than 3 R, or over half of the roles. A matrix of two roles has no half to speak of. By DACI one role drives.
    static let manyResponsible = RowRule(rule: .manyResponsible) { context in
        guard !context.scheme.hasOneResponsible else { return nil }
        let letter = context.scheme.responsible
        let holders = context.holders(letter)
        guard holders.count > context.rules.value(.limit, of: .manyResponsible) || context.isOver(holders.count, .manyResponsible) else {
            return nil
        }
        return context.many(
            .manyResponsible,
            letter,
            "has \(holders.count) \(context.adjective(letter)) roles",
            .responsible,
            "who do the work, or split the task"
        )
    }

    /// More C than three and than half of the roles; by RAPID more I, who give input.
    static let manyConsulted = RowRule(rule: .manyConsulted) { context in
        let letter = context.scheme.consulted
        let count = context.holders(letter).count
        let most = context.table.columns.count * context.rules.value(.share, of: .manyConsulted) / 100
        guard count > max(context.rules.value(.limit, of: .manyConsulted), most) else { return nil }
        let words = "has \(count) \(context.adjective(letter)) roles"
        return context.many(.manyConsulted, letter, words, .consulted, "whose answer would change something")
    }

    /// Most of the row is I. RAPID has no letter for news.
    static let manyInformed = RowRule(rule: .manyInformed) { context in
        guard let letter = context.scheme.informed else { return nil }
        let count = context.holders(letter).count
        guard context.isOver(count, .manyInformed) else { return nil }
        return context.many(.manyInformed, letter, "only informs \(count) roles", .informed, "who need news of it")
    }
}

extension RowContext {
    /// Whether a number of roles is more than a rule's share of the columns.
    fileprivate func isOver(_ count: Int, _ rule: Rule) -> Bool {
        let roles = table.columns.count
        return roles > 2 && count * 100 > roles * rules.value(.share, of: rule)
    }

    /// The finding, with a proposal to keep the letter for those of whom it is said elsewhere too.
    fileprivate func many(_ rule: Rule, _ letter: Character, _ words: String, _ claim: Evidence.Claim, _ whom: String) -> Diagnostic {
        let holders = holders(letter)
        let known = Set(holders.compactMap(\.column.role))
        let hints = hints(claim).limited { known.contains($0) }
        let isProposal = !hints.roles.isEmpty && hints.roles.count < holders.count
        return rule(
            "'\(task)' \(words) of \(table.columns.count)",
            at: place(holders.map(\.cell)),
            help: "keep \(letter) for " + (isProposal ? "\(Self.list(hints.titles)), who have it elsewhere" : "those \(whom)"),
            related: isProposal ? hints.places : []
        )
    }
}
