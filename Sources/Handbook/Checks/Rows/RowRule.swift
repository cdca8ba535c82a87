import Diagnostics

/// A rule about one row of a matrix.
struct RowRule: Sendable {
    let rule: Rule
    /// The finding, if the row breaks the rule.
    let check: @Sendable (RowContext) -> Diagnostic?
}

/// A row, and all that a rule about it may want to know.
struct RowContext {
    let row: Matrix.Row
    let table: Matrix.Table
    let matrix: Matrix
    let handbook: Handbook
    let evidence: Evidence

    var scheme: Scheme { matrix.scheme }
    var task: String { row.task }
    var rules: RuleSettings { handbook.settings.rules }

    /// The columns with a letter.
    func holders(_ letter: Character) -> [(column: Matrix.Column, cell: Matrix.Cell)] { row.holders(of: letter, in: table) }
    var accountable: [(column: Matrix.Column, cell: Matrix.Cell)] { holders(scheme.accountable) }
    var responsible: [(column: Matrix.Column, cell: Matrix.Cell)] { holders(scheme.responsible) }

    /// How many roles have a part in the row.
    var participants: Int { row.cells.count { !$0.letters.isEmpty } }

    /// The row, with some cells underlined.
    func place(_ cells: [Matrix.Cell]) -> Location {
        var place = row.location
        let columns = cells.filter { $0.location.line == place.line }.flatMap(\.location.columns)
        if !columns.isEmpty { place.columns = columns.sorted { $0.lowerBound < $1.lowerBound } }
        return place
    }

    /// Columns as a person lists them: `'PM', 'SWE' and 'UX'`.
    static func list(_ columns: [Matrix.Column]) -> String {
        let names = columns.map { "'\($0.header)'" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
