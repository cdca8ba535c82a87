/// What a team leaves uncovered: tasks whose accountable or responsible role is not on it, stages that nobody on it drives.
public struct Coverage: Sendable {
    /// A task, and the roles it would need.
    public struct Task: Sendable {
        /// The matrix and the row.
        public let matrix: Matrix
        /// The row of the task.
        public let row: Matrix.Row
        /// Whether the matrix names anyone accountable, and anyone responsible.
        public let isOwned: Bool, isDone: Bool
        /// Slugs of accountable roles that are not on the team.
        public let accountable: [String]
        /// Slugs of responsible roles that are not on the team, when none of them is.
        public let responsible: [String]
    }

    /// Tasks that nobody on the team answers for, or does.
    public let tasks: [Task]
    /// Stages that nobody on the team drives.
    public let stages: [Stage]

    /// - Parameter cast: slugs of the roles on the team.
    public init(cast: Set<String>, in handbook: Handbook) {
        var tasks: [Task] = []
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let owners = row.holders(of: matrix.scheme.accountable, in: table).compactMap(\.column.role)
                let doers = row.holders(of: matrix.scheme.responsible, in: table).compactMap(\.column.role)
                let unowned = owners.filter { !cast.contains($0) }
                let undone = doers.contains { cast.contains($0) } ? [] : doers
                if !unowned.isEmpty || !undone.isEmpty {
                    tasks.append(
                        Task(
                            matrix: matrix,
                            row: row,
                            isOwned: !owners.isEmpty,
                            isDone: !doers.isEmpty,
                            accountable: unowned,
                            responsible: undone
                        )
                    )
                }
            }
        }
        self.tasks = tasks
        stages = handbook.stages.filter { stage in !stage.drives.isEmpty && !stage.drives.contains { cast.contains($0) } }
    }
}
