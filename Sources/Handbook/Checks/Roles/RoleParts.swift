import Diagnostics

/// What a role has in all matrices together.
public struct RoleParts: Sendable {
    /// Where its columns are headed.
    public private(set) var columns: [Location] = []
    /// Rows of matrices in which it has a column.
    public private(set) var rows = 0
    /// Cells with a letter.
    public private(set) var letters = 0
    /// Cells that make it answer for the task.
    public private(set) var accountable = 0
    /// Cells that make it do the work.
    public private(set) var responsible = 0
    /// Cells that say it is told, and no more.
    public private(set) var informed = 0
    /// Cells that say it is asked.
    public private(set) var consulted = 0

    /// No part in anything.
    public init() {}

    /// Counts over all matrices, by the role's slug.
    public static func gather(_ handbook: Handbook) -> [String: RoleParts] {
        var parts: [String: RoleParts] = [:]
        for matrix in handbook.matrices {
            for table in matrix.tables {
                for (index, column) in table.columns.enumerated() {
                    guard let role = column.role else { continue }
                    parts[role, default: RoleParts()].add(
                        column,
                        table.rows.filter { !$0.isHeading }.map { $0.cells[index] },
                        matrix.scheme
                    )
                }
            }
        }
        return parts
    }

    private mutating func add(_ column: Matrix.Column, _ cells: [Matrix.Cell], _ scheme: Scheme) {
        columns.append(column.location)
        rows += cells.count
        for cell in cells {
            if !cell.letters.isEmpty { letters += 1 }
            if cell.meant.contains(scheme.accountable) { accountable += 1 }
            if cell.meant.contains(scheme.responsible) { responsible += 1 }
            if cell.meant.contains(scheme.consulted) { consulted += 1 }
            if let letter = scheme.informed, cell.meant == [letter] { informed += 1 }
        }
    }
}
