import Diagnostics

/// A rule about one row of a matrix.
struct RowRule: Sendable {
    let rule: Rule
    /// The finding, if the row breaks the rule.
    let check: @Sendable (RowContext) -> Diagnostic?
}

/// A row, and all that a rule about it may want to know.
struct RowContext {
    typealias Holder = (column: Matrix.Column, cell: Matrix.Cell)

    let row: Matrix.Row
    let table: Matrix.Table
    let matrix: Matrix
    let context: CheckContext

    var handbook: Handbook { context.handbook }
    var rules: RuleSettings { context.rules }
    var scheme: Scheme { matrix.scheme }
    var task: String { row.task }

    /// The columns with a letter.
    func holders(_ letter: Character?) -> [Holder] { letter.map { row.holders(of: $0, in: table) } ?? [] }
    var accountable: [Holder] { holders(scheme.accountable) }
    var responsible: [Holder] { holders(scheme.responsible) }

    /// What the scheme calls a role with a letter: "accountable", "approving".
    func adjective(_ letter: Character) -> String { scheme.name(of: letter).adjective }

    /// What is said elsewhere of who has a part in the task.
    func hints(_ claim: Evidence.Claim) -> Evidence.Hints { context.evidence.says(claim, of: row, except: [matrix.slug]) }

    /// The proposal to give letters to a role, which may have no column yet.
    func give(_ role: Evidence.Hints.Entry, _ letters: some CustomStringConvertible) -> String {
        table.columns.contains { $0.role == role.role }
            ? "make '\(role.title)' \(letters)" : "give '\(role.title)' a column, and \(letters)"
    }

    /// The row, with some cells underlined.
    func place(_ cells: [Matrix.Cell]) -> Location {
        var place = row.location
        let columns = cells.filter { $0.location.line == place.line }.flatMap(\.location.columns)
        if !columns.isEmpty { place.columns = columns.sorted { $0.lowerBound < $1.lowerBound } }
        return place
    }

    /// Columns as a person lists them: `'PM', 'SWE' and 'UX'`.
    static func list(_ columns: [Matrix.Column]) -> String { list(columns.map(\.header)) }

    /// Names as a person lists them.
    static func list(_ names: [String]) -> String {
        let names = names.map { "'\($0)'" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
