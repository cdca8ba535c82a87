import Diagnostics

/// Who answers for, and who does, the work of a stage.
public struct StageWork: Sendable {
    /// A task of the stage, and who has a part in it.
    public struct Task: Sendable {
        /// What it is called.
        public let name: String
        /// Its activity, if it has one.
        public let activity: Activity?
        /// The matrix whose row it is, if it is one.
        public let matrix: Matrix?
        /// The keys of the sources that say so, for an activity that is in no matrix.
        public let sources: [String]
        /// Slugs of the roles that are accountable for it or decide.
        public let accountable: [String]
        /// Slugs of the roles that do it.
        public let responsible: [String]
    }

    /// Rows of matrices, then activities without a row, as each source has them.
    public private(set) var tasks: [Task] = []
    /// The activities of the stage, in the handbook's order.
    public private(set) var activities: [Activity] = []
    /// Whether a row of a matrix has the name of the stage, or of an activity of it.
    public private(set) var hasRow = false

    /// The work of every stage, by its slug: rows that have the stage's name or that of an activity of it, and what
    /// sources say of its activities that have no row.
    static func gather(_ handbook: Handbook, _ tallies: [String: Tally]) -> [String: StageWork] {
        var work: [String: StageWork] = [:]
        let stages = Dictionary(grouping: handbook.stages) { NameIndex.key($0.title) }.mapValues { $0.map(\.slug) }
        for activity in handbook.activities {
            if let stage = activity.stage { work[stage, default: StageWork()].activities.append(activity) }
        }
        var inMatrix: Set<String> = []
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let activity = row.activity.flatMap { handbook.activity($0) }
                if let activity { inMatrix.insert(activity.slug) }
                let named = stages[NameIndex.key(row.task)] ?? []
                for stage in named + [activity?.stage].compactMap(\.self) { work[stage, default: StageWork()].hasRow = true }
                guard let stage = activity?.stage ?? named.first else { continue }
                func holders(_ letter: Character) -> [String] { row.holders(of: letter, in: table).compactMap(\.column.role) }
                work[stage, default: StageWork()].tasks.append(
                    Task(
                        name: row.task,
                        activity: activity,
                        matrix: matrix,
                        sources: [],
                        accountable: holders(matrix.scheme.accountable),
                        responsible: holders(matrix.scheme.responsible)
                    )
                )
            }
        }
        for activity in handbook.activities where !inMatrix.contains(activity.slug) {
            guard let stage = activity.stage else { continue }
            for position in tallies[activity.slug]?.positions ?? [] {
                work[stage, default: StageWork()].tasks.append(
                    Task(
                        name: activity.title,
                        activity: activity,
                        matrix: nil,
                        sources: [position.source].compactMap(\.self),
                        accountable: (position.parts[.accountable] ?? []) + (position.parts[.decides] ?? []),
                        responsible: position.parts[.responsible] ?? []
                    )
                )
            }
        }
        return work
    }
}

/// What passes from hand to hand between one stage and the next.
public struct StageHandOff: Sendable {
    /// A part that passes, or stays.
    public struct Pass: Sendable {
        /// A role that has the part, and in which tasks; none for driving, which is the stage's own.
        public struct Holder: Sendable {
            /// The role's slug.
            public let role: String
            /// The tasks.
            public let tasks: [StageWork.Task]
            /// Whether it has the part in the other stage too.
            public let isInBoth: Bool
        }

        /// Who has it in the one stage and in the next.
        public let before: [Holder], after: [Holder]

        /// Whether it passes from one role to another.
        public var movement: Movement {
            let kept = before.count { $0.isInBoth }
            if kept == before.count, kept == after.count { return .stays }
            return kept == 0 ? .passes : .passesInPart
        }
    }

    /// How a part goes from stage to stage.
    public enum Movement: String, Sendable {
        /// The same roles have it.
        case stays
        /// Some of the roles keep it, others come or go.
        case passesInPart
        /// Other roles have it, or nobody has in one of the two.
        case passes
    }

    /// The two stages.
    public let from: Stage, to: Stage
    /// Slugs of the roles that have a part in both, in one alone, or in the other alone.
    public let stays: [String], leaves: [String], comesIn: [String]
    /// Who drives, who answers, who does the work.
    public let drives: Pass, accountable: Pass, responsible: Pass

    /// Compares a stage with the one that follows it.
    public init(from: Stage, to: Stage, _ analysis: Analysis) {
        self.from = from
        self.to = to
        let (before, after) = (from.involved, to.involved)
        stays = before.filter(after.contains)
        leaves = before.filter { !after.contains($0) }
        comesIn = after.filter { !before.contains($0) }
        drives = Self.pass(from.drives.map { ($0, nil) }, to.drives.map { ($0, nil) })
        func holders(_ stage: Stage, _ roles: (StageWork.Task) -> [String]) -> [(String, StageWork.Task?)] {
            analysis.work(ofStage: stage.slug).tasks.flatMap { task in roles(task).map { ($0, task) } }
        }
        accountable = Self.pass(holders(from, \.accountable), holders(to, \.accountable))
        responsible = Self.pass(holders(from, \.responsible), holders(to, \.responsible))
    }

    private static func pass(_ before: [(String, StageWork.Task?)], _ after: [(String, StageWork.Task?)]) -> Pass {
        let (old, new) = (Set(before.map(\.0)), Set(after.map(\.0)))
        func holders(_ list: [(String, StageWork.Task?)], _ others: Set<String>) -> [Pass.Holder] {
            list.grouped(by: \.0).map { role, held in
                Pass.Holder(role: role, tasks: held.compactMap(\.1), isInBoth: others.contains(role))
            }
        }
        return Pass(before: holders(before, new), after: holders(after, old))
    }
}

extension Stage {
    /// Slugs of all roles that the stage names, the drivers first.
    public var involved: [String] { (drives + key + takesPart).uniqued() }
}
