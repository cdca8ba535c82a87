import Diagnostics

/// How much a role carries in all matrices together.
public struct RoleLoad: Sendable {
    /// Where its columns are headed.
    public private(set) var columns: [Location] = []
    /// Rows of matrices in which it has a column.
    public private(set) var rows = 0
    /// Cells with a letter.
    public private(set) var letters = 0
    /// Cells that make it accountable for the task.
    public private(set) var accountable = 0
    /// Cells that make it do the work.
    public private(set) var responsible = 0
    /// Cells that say it is informed, and no more.
    public private(set) var informed = 0
    /// Cells that say it is consulted.
    public private(set) var consulted = 0

    /// The load with one more column of a table.
    func adding(_ column: Matrix.Column, _ cells: [Matrix.Cell], _ scheme: Scheme) -> RoleLoad {
        var load = self
        load.columns.append(column.location)
        load.rows += cells.count
        for cell in cells {
            if !cell.letters.isEmpty { load.letters += 1 }
            if cell.meant.contains(scheme.accountable) { load.accountable += 1 }
            if cell.meant.contains(scheme.responsible) { load.responsible += 1 }
            if cell.meant.contains(scheme.consulted) { load.consulted += 1 }
            if let letter = scheme.informed, cell.meant == [letter] { load.informed += 1 }
        }
        return load
    }
}
