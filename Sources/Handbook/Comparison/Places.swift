/// Where each role stands in the work of a handbook, gathered once: so that a page about a role, or about two, need not
/// go through all matrices and activities, and the work grows in line with the roles.
public struct Places: Sendable {
    /// A role's cell with letters.
    public struct Cell: Sendable {
        /// The matrix.
        public let matrix: Matrix
        /// Its number among the matrices, the table's in it, the row's in that.
        public let place: [Int]
        /// The row.
        public let row: Matrix.Row
        /// The role's cell.
        public let cell: Matrix.Cell

        /// Whether it answers for the task.
        public var isAccountable: Bool { cell.meant.contains(matrix.scheme.accountable) }
        /// Whether it does the task.
        public var isResponsible: Bool { cell.meant.contains(matrix.scheme.responsible) }
    }

    private var cells: [String: [Cell]] = [:]
    private var activities: [String: [Activity]] = [:]
    private var stages: [String: [Stage]] = [:]
    private var teams: [String: [Team]] = [:]

    /// Goes through a handbook once. `positions` are those of each activity, by its slug.
    public init(_ handbook: Handbook, positions: [String: [Position]]) {
        for (number, matrix) in handbook.matrices.enumerated() {
            for (tableNumber, table) in matrix.tables.enumerated() {
                for (rowNumber, row) in table.rows.enumerated() where !row.isHeading {
                    for (column, cell) in zip(table.columns, row.cells) where !cell.letters.isEmpty {
                        guard let role = column.role else { continue }
                        cells[role, default: []].append(
                            Cell(matrix: matrix, place: [number, tableNumber, rowNumber], row: row, cell: cell)
                        )
                    }
                }
            }
        }
        for activity in handbook.activities {
            let roles = (positions[activity.slug] ?? []).flatMap { $0.parts.values.joined() }
            for role in Set(roles) { activities[role, default: []].append(activity) }
        }
        for stage in handbook.stages {
            for role in Set(stage.drives + stage.takesPart + stage.key) { stages[role, default: []].append(stage) }
        }
        for team in handbook.teams {
            for role in Set(team.cast.map(\.role)) { teams[role, default: []].append(team) }
        }
    }

    /// A role's cells with letters, in the order of the matrices.
    public func cells(of role: String) -> [Cell] { cells[role] ?? [] }

    /// Rows in which both have a letter, with the cell of each.
    public func rows(_ a: String, _ b: String) -> [(first: Cell, second: Cell)] {
        let others = Dictionary(cells(of: b).map { ($0.place, $0) }) { first, _ in first }
        var seen: Set<[Int]> = []
        return cells(of: a).compactMap { cell in
            guard let other = others[cell.place], seen.insert(cell.place).inserted else { return nil }
            return (cell, other)
        }
    }

    /// Activities in which some source gives a role a part.
    public func activities(of role: String) -> [Activity] { activities[role] ?? [] }

    /// Stages that a role drives or takes part in.
    public func stages(of role: String) -> [Stage] { stages[role] ?? [] }

    /// Teams that a role is on.
    public func teams(of role: String) -> [Team] { teams[role] ?? [] }
}
