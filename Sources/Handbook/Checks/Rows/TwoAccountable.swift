import Diagnostics

extension Rule {
    /// A task that several roles answer for.
    public static let twoAccountable = Rule("two-accountable", .error, "a task has exactly one accountable role")
}

extension RowRule {
    /// More than one A in the row.
    static let twoAccountable = RowRule(rule: .twoAccountable) { context in
        let holders = context.accountable
        guard holders.count > 1 else { return nil }
        let letter = context.scheme.accountable
        let others = context.scheme.alternatives.map(String.init).joined(separator: " or ")
        let rest = holders.count > 2 ? "others" : "other"
        let words = [2: "two", 3: "three", 4: "four", 5: "five", 6: "six"]
        let hints = context.evidence.accountable(for: context.row, except: context.matrix.slug)
            .limited(to: holders.compactMap(\.column.role))
        return Rule.twoAccountable(
            "'\(context.task)' has \(words[holders.count] ?? String(holders.count)) accountable roles",
            at: context.place(holders.map(\.cell)),
            help: hints.help { "keep \(letter) for '\($0)', make the \(rest) \(others)" }
                ?? "keep one \(letter), make the \(rest) \(others)",
            related: hints.related
        )
    }
}

extension Scheme {
    /// What a surplus accountable role may be made: letters that several roles of a row can have.
    fileprivate var alternatives: [Character] { self == .daci ? ["C", "I"] : Array(letters.filter { $0 != accountable }.prefix(2)) }
}
