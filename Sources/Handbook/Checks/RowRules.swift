import Diagnostics

/// A rule about one row of a matrix.
struct RowRule: Sendable {
    let rule: Rule
    /// The finding, if the row breaks the rule.
    let check: @Sendable (Matrix.Row, Matrix.Table, Matrix) -> Diagnostic?
}

extension Rule {
    /// A task that nobody answers for.
    public static let noAccountable = Rule("no-accountable", .error, "a task has exactly one accountable role")
    /// A task that several roles answer for.
    public static let twoAccountable = Rule("two-accountable", .error, "a task has exactly one accountable role")
    /// A task that nobody does or answers for.
    public static let nobodyActs = Rule("nobody-acts", .error, "somebody does a task or answers for it")
    /// A role that answers for a task and is only asked or told about it.
    public static let accountableAndWeak = Rule(
        "accountable-and-weak",
        .error,
        "who answers for a task is not also just consulted or informed about it"
    )
}

extension RowRule {
    /// No A in the row. A row without any acting role is left to `nobody-acts`.
    static let noAccountable = RowRule(rule: .noAccountable) { row, table, matrix in
        let scheme = matrix.scheme
        guard row.isComplete, row.holders(of: scheme.accountable, in: table).isEmpty, row.acts(scheme, table) else { return nil }
        return Rule.noAccountable(
            "'\(row.task)' has no accountable role",
            at: row.location,
            help: "give one role \(scheme.accountable), or exempt the row with a reason"
        )
    }

    /// More than one A in the row.
    static let twoAccountable = RowRule(rule: .twoAccountable) { row, table, matrix in
        let holders = row.holders(of: matrix.scheme.accountable, in: table)
        guard holders.count > 1 else { return nil }
        var place = row.location
        place.columns = holders.flatMap(\.cell.location.columns).sorted { $0.lowerBound < $1.lowerBound }
        let letter = matrix.scheme.accountable
        let others = matrix.scheme.alternatives.map(String.init).joined(separator: " or ")
        let words = [2: "two", 3: "three", 4: "four", 5: "five", 6: "six"]
        let number = words[holders.count] ?? "\(holders.count)"
        return Rule.twoAccountable(
            "'\(row.task)' has \(number) accountable roles",
            at: place,
            help: "keep one \(letter), make the other\(holders.count > 2 ? "s" : "") \(others)"
        )
    }

    /// Neither R nor A.
    static let nobodyActs = RowRule(rule: .nobodyActs) { row, table, matrix in
        guard row.isComplete, !row.acts(matrix.scheme, table) else { return nil }
        let scheme = matrix.scheme
        return Rule.nobodyActs(
            "'\(row.task)' is done by nobody",
            at: row.location,
            help: "give a role \(scheme.responsible), and one \(scheme.accountable)"
        )
    }

    /// A together with C or I in a cell.
    static let accountableAndWeak = RowRule(rule: .accountableAndWeak) { row, table, matrix in
        let scheme = matrix.scheme
        for (column, cell) in row.holders(of: scheme.accountable, in: table) {
            guard let weak = cell.letters.first(where: { scheme.weak.contains($0) }) else { continue }
            return Rule.accountableAndWeak(
                "'\(column.header)' is both \(scheme.accountable) and \(weak) for '\(row.task)'",
                at: cell.location,
                help: "keep \(scheme.accountable)"
            )
        }
        return nil
    }
}

extension Matrix.Row {
    /// Whether a role does the task or answers for it.
    fileprivate func acts(_ scheme: Scheme, _ table: Matrix.Table) -> Bool {
        !holders(of: scheme.accountable, in: table).isEmpty || !holders(of: scheme.responsible, in: table).isEmpty
    }
}

extension Scheme {
    /// What a surplus accountable role may be made: letters that several roles of a row can have.
    fileprivate var alternatives: [Character] { self == .daci ? ["C", "I"] : Array(letters.filter { $0 != accountable }.prefix(2)) }
}
