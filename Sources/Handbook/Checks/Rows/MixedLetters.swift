import Diagnostics

extension Rule {
    /// Two letters in a cell that say two things.
    public static let mixedLetters = Rule("mixed-letters", .warning, "a cell has one letter, or A with R")
    /// A role that answers for a task and is only asked or told about it.
    public static let accountableAndWeak = Rule(
        "accountable-and-weak",
        .error,
        "who answers for a task is not also just consulted or informed about it"
    )
}

extension RowRule {
    /// Two letters in a cell other than A with R: the stronger is meant. A with C or I is left to `accountable-and-weak`.
    static let mixedLetters = RowRule(rule: .mixedLetters) { context in
        let scheme = context.scheme
        let pair: Set<Character> = [scheme.accountable, scheme.responsible]
        for (column, cell) in zip(context.table.columns, context.row.cells) where cell.letters.count > 1 {
            let letters = Set(cell.letters)
            guard !letters.isSubset(of: pair), !(letters.contains(scheme.accountable) && !letters.isDisjoint(with: scheme.weak)) else {
                continue
            }
            return Rule.mixedLetters(
                "'\(column.header)' has \(cell.letters.map(String.init).joined(separator: " and ")) for '\(context.task)'",
                at: context.place([cell]),
                help: "keep \(cell.letters.first.map(String.init) ?? "one")"
            )
        }
        return nil
    }

    /// A together with C or I in a cell.
    static let accountableAndWeak = RowRule(rule: .accountableAndWeak) { context in
        let scheme = context.scheme
        for (column, cell) in context.accountable {
            guard let weak = cell.letters.first(where: { scheme.weak.contains($0) }) else { continue }
            return Rule.accountableAndWeak(
                "'\(column.header)' is both \(scheme.accountable) and \(weak) for '\(context.task)'",
                at: context.place([cell]),
                help: "keep \(scheme.accountable)"
            )
        }
        return nil
    }
}
