import Diagnostics

extension Rule {
    /// A task that several roles answer for.
    public static let twoAccountable = Rule("two-accountable", .error, "a task has exactly one accountable role")
}

extension RowRule {
    /// More than one A in the row; by RAPID more than one D.
    static let twoAccountable = RowRule(rule: .twoAccountable) { context in
        context.surplus(.twoAccountable, context.scheme.accountable, context.hints(.accountable))
    }
}

extension RowContext {
    /// The finding that a letter which one role of a row has is there more than once.
    func surplus(_ rule: Rule, _ letter: Character, _ hints: Evidence.Hints) -> Diagnostic? {
        let holders = holders(letter)
        // A column that is unlikely to be a role has a finding of its own, and no second one follows from its letter.
        guard holders.count > 1, holders.count(where: { !$0.column.isUnlikely }) > 1 else { return nil }
        let others = scheme.alternatives.map(String.init).joined(separator: " or ")
        let rest = holders.count > 2 ? "others" : "other"
        let words = [2: "two", 3: "three", 4: "four", 5: "five", 6: "six"]
        let known = Set(holders.compactMap(\.column.role))
        let hints = hints.limited { known.contains($0) }
        return rule(
            "'\(task)' has \(words[holders.count] ?? String(holders.count)) \(adjective(letter)) roles",
            at: place(holders.map(\.cell)),
            help: hints.help { "keep \(letter) for '\($0)', make the \(rest) \(others)" }
                ?? "keep one \(letter), make the \(rest) \(others)",
            related: hints.related
        )
    }
}

extension Scheme {
    /// What a surplus role may be made: letters that several roles of a row can have.
    fileprivate var alternatives: [Character] { self == .daci ? ["C", "I"] : Array(letters.filter { $0 != accountable }.prefix(2)) }
}
