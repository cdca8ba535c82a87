import Markdown

/// What two roles share by computation, told apart from what a relation declares.
public struct Overlap: Sendable {
    /// What both have in a list of theirs.
    public struct Shared: Sendable {
        /// The one role's name for it.
        public let first: String
        /// The other's.
        public let second: String
        /// How the two were found to mean the same.
        public let how: Likeness
    }

    /// A task in which one answers for or does what the other does.
    public struct HandOff: Sendable {
        /// The slug of the role that answers for the task.
        public let accountable: String
        /// The slug of the role that does it.
        public let responsible: String
        /// The matrix and the row.
        public let matrix: Matrix
        /// The row of the task.
        public let row: Matrix.Row
    }

    /// Shared names by the list they stand in.
    public let shared: [SectionName: [Shared]]
    /// Shared core skills.
    public let coreSkills: [Shared]
    /// Tasks that one answers for where the other does them.
    public let handOffs: [HandOff]
    /// Activities in which a source gives both a part.
    public let activities: [Activity]
    /// Stages that both drive or take part in.
    public let stages: [Stage]
    /// Teams that both are on.
    public let teams: [Team]

    /// Compares two roles of a handbook.
    public init(_ a: Role, _ b: Role, in handbook: Handbook, positions: [String: [Position]], likenesses: Likenesses) {
        func shared(_ first: [String], _ second: [String]) -> [Shared] {
            likenesses.matches(first, second).map { Shared(first: first[$0.first], second: second[$0.second], how: $0.how) }
        }
        var lists: [SectionName: [Shared]] = [:]
        for (name, items) in [
            (SectionName.responsibilities, \Role.responsibilities), (.knowledge, \Role.knowledge), (.skills, \Role.skills),
        ] as [(SectionName, KeyPath<Role, [Item]>)] {
            lists[name] = shared(a[keyPath: items].compactMap(\.lead), b[keyPath: items].compactMap(\.lead))
        }
        self.shared = lists
        coreSkills = shared(a.coreSkills.map(\.text), b.coreSkills.map(\.text))
        handOffs = Self.handOffs(a.slug, b.slug, handbook)
        let pair = [a.slug, b.slug]
        activities = handbook.activities.filter { activity in
            (positions[activity.slug] ?? []).contains { position in
                pair.allSatisfy { slug in position.parts.values.contains { $0.contains(slug) } }
            }
        }
        stages = handbook.stages.filter { stage in pair.allSatisfy { (stage.drives + stage.takesPart + stage.key).contains($0) } }
        teams = handbook.teams.filter { team in pair.allSatisfy { slug in team.cast.contains { $0.role == slug } } }
    }

    private static func handOffs(_ a: String, _ b: String, _ handbook: Handbook) -> [HandOff] {
        var found: [HandOff] = []
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let owners = row.holders(of: matrix.scheme.accountable, in: table).compactMap(\.column.role)
                let doers = row.holders(of: matrix.scheme.responsible, in: table).compactMap(\.column.role)
                for (owner, doer) in [(a, b), (b, a)] where owners.contains(owner) && doers.contains(doer) && !doers.contains(owner) {
                    found.append(HandOff(accountable: owner, responsible: doer, matrix: matrix, row: row))
                }
            }
        }
        return found
    }
}
