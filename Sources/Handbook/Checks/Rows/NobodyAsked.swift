import Diagnostics

extension Rule {
    /// A task that nobody is asked or told about.
    public static let nobodyAsked = Rule("nobody-asked", .note, "somebody is consulted on a task or informed about it")
}

extension RowRule {
    /// No C and no I; by RAPID nobody who recommends, agrees or gives input.
    static let nobodyAsked = RowRule(rule: .nobodyAsked) { context in
        guard context.row.isComplete, context.table.columns.count > 2, !context.accountable.isEmpty || !context.responsible.isEmpty,
            context.scheme.asking.allSatisfy({ context.holders($0).isEmpty })
        else { return nil }
        let acting = Set((context.accountable + context.responsible).compactMap(\.column.role))
        let asked = context.hints(.consulted).limited { !acting.contains($0) }
        let told = context.hints(.informed).limited { !acting.contains($0) && !asked.roles.contains($0) }
        let proposals = [(asked, context.scheme.consulted as Character?), (told, context.scheme.informed)].compactMap { hints, letter in
            letter.flatMap { hints.roles.isEmpty ? nil : "make \(RowContext.list(hints.titles)) \($0)" }
        }
        return Rule.nobodyAsked(
            "'\(context.task)' is done without asking or telling anyone",
            at: context.row.location,
            help: proposals.isEmpty
                ? "say who is consulted or informed, if anyone is" : "\(proposals.joined(separator: " and ")), as elsewhere",
            related: proposals.isEmpty ? [] : asked.places + told.places
        )
    }
}
