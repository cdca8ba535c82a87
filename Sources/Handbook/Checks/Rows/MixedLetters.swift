import Diagnostics

extension Rule {
    /// Two letters in a cell that say two things.
    public static let mixedLetters = Rule("mixed-letters", .warning, "a cell has one letter, or letters that go together, such as A with R")
}

extension RowRule {
    /// Two letters in a cell that do not go together: the stronger is taken. See `Scheme.meant`. The accountable letter
    /// beside one that asks for less is left to `accountable-and-weak`.
    static let mixedLetters = RowRule(rule: .mixedLetters) { context in
        let scheme = context.scheme
        for (column, cell) in zip(context.table.columns, context.row.cells) where cell.letters != cell.meant {
            guard !cell.letters.contains(scheme.accountable) || scheme.weak.isDisjoint(with: cell.letters) else { continue }
            return Rule.mixedLetters(
                "'\(column.header)' has \(cell.letters.map(String.init).joined(separator: " and ")) for '\(context.task)'",
                at: context.place([cell]),
                help: "keep \(cell.meant.map(String.init).joined(separator: "/")), which is what counts"
            )
        }
        return nil
    }
}
