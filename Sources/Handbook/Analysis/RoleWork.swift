import Diagnostics

/// What a role has to do with the work of a handbook: rows of matrices, activities, stages, teams.
public struct RoleWork: Sendable {
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

        /// Whether it is accountable for the task.
        public var isAccountable: Bool { cell.meant.contains(matrix.scheme.accountable) }
        /// Whether it does the task.
        public var isResponsible: Bool { cell.meant.contains(matrix.scheme.responsible) }
    }

    /// A part that one position gives a role.
    public struct Claim: Sendable {
        /// The piece of work.
        public let activity: Activity
        /// The part.
        public let part: Part
        /// The position that says so.
        public let position: Position
    }

    /// A part that a role has in an activity, and the sources that say so.
    public struct ActivityPart: Sendable {
        /// The piece of work.
        public let activity: Activity
        /// The part.
        public let part: Part
        /// The sources' keys, each once; one at least.
        public let sources: [String]
    }

    /// A stage that names a role.
    public struct StagePlace: Sendable {
        /// The stage.
        public let stage: Stage
        /// Whether the role drives it, takes part in it, or is one of its key roles.
        public let drives: Bool, takesPart: Bool, isKey: Bool
    }

    /// Its cells with letters, in the order of the matrices.
    public private(set) var cells: [Cell] = []
    /// What positions give it, in the order of the activities, positions and parts.
    public private(set) var claims: [Claim] = []
    /// Activities in which some position gives it a part, in the handbook's order.
    public private(set) var activities: [Activity] = []
    /// What sources differ about on these activities.
    public private(set) var disputes: [Disagreement] = []
    /// Its parts in activities that a source names, the weightiest part first.
    public private(set) var parts: [ActivityPart] = []
    /// Stages that name it, in the handbook's order.
    public private(set) var stages: [StagePlace] = []
    /// Teams that it is on, in the handbook's order.
    public private(set) var teams: [(team: Team, member: Team.Member)] = []
    /// How much it carries in all matrices together; `nil` where it has a column in none.
    public private(set) var load: RoleLoad?

    /// The work of every role that is named somewhere, by the role's slug.
    static func gather(_ handbook: Handbook, _ tallies: [String: Tally]) -> [String: RoleWork] {
        var work: [String: RoleWork] = [:]
        for (number, matrix) in handbook.matrices.enumerated() { add(matrix, number, to: &work) }
        for activity in handbook.activities { tallies[activity.slug].map { add($0, on: activity, to: &work) } }
        // The weightiest part first, each in the order of the activities.
        for role in work.keys {
            let parts = work[role]?.parts ?? []
            work[role, default: RoleWork()].parts = Part.allCases.flatMap { part in parts.filter { $0.part == part } }
        }
        for stage in handbook.stages {
            for role in Set(stage.drives + stage.takesPart + stage.key) {
                let place = StagePlace(
                    stage: stage,
                    drives: stage.drives.contains(role),
                    takesPart: stage.takesPart.contains(role),
                    isKey: stage.key.contains(role)
                )
                work[role, default: RoleWork()].stages.append(place)
            }
        }
        for team in handbook.teams {
            for member in team.cast.uniqued(on: \.role) {
                work[member.role, default: RoleWork()].teams.append((team, member))
            }
        }
        return work
    }

    private static func add(_ matrix: Matrix, _ number: Int, to work: inout [String: RoleWork]) {
        for (tableNumber, table) in matrix.tables.enumerated() {
            for (rowNumber, row) in table.rows.enumerated() where !row.isHeading {
                let place = [number, tableNumber, rowNumber]
                for (column, cell) in zip(table.columns, row.cells) where !cell.letters.isEmpty {
                    guard let role = column.role else { continue }
                    work[role, default: RoleWork()].cells.append(Cell(matrix: matrix, place: place, row: row, cell: cell))
                }
            }
            for (index, column) in table.columns.enumerated() {
                guard let role = column.role else { continue }
                let cells = table.rows.filter { !$0.isHeading }.map { $0.cells[index] }
                work[role, default: RoleWork()].load = (work[role]?.load ?? RoleLoad()).adding(column, cells, matrix.scheme)
            }
        }
    }

    private static func add(_ tally: Tally, on activity: Activity, to work: inout [String: RoleWork]) {
        var named: Set<String> = []
        for position in tally.positions {
            for part in Part.allCases {
                for role in (position.parts[part] ?? []).uniqued() {
                    work[role, default: RoleWork()].claims.append(Claim(activity: activity, part: part, position: position))
                    named.insert(role)
                }
            }
        }
        for part in Part.allCases {
            for holder in tally[part] where !holder.sources.isEmpty {
                let own = ActivityPart(activity: activity, part: part, sources: holder.sources)
                work[holder.role, default: RoleWork()].parts.append(own)
            }
        }
        for role in named {
            work[role, default: RoleWork()].activities.append(activity)
            if let disagreement = tally.disagreement { work[role, default: RoleWork()].disputes.append(disagreement) }
        }
    }

    /// Rows in which another role has a letter too, with the cell of each.
    public func rows(with other: RoleWork) -> [(first: Cell, second: Cell)] {
        let others = Dictionary(other.cells.map { ($0.place, $0) }) { first, _ in first }
        return cells.uniqued(on: \.place).compactMap { cell in others[cell.place].map { (cell, $0) } }
    }
}
