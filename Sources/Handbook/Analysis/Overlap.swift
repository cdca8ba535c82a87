import Markdown

/// What two roles share by computation, as opposed to what a relation declares.
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

    /// Tasks that one answers for where the other does them.
    public let handOffs: [HandOff]
    /// Activities in which a source gives both a part.
    public let activities: [Activity]
    /// Stages that both drive or take part in.
    public let stages: [Stage]
    /// Teams that both are on.
    public let teams: [Team]

    private let first: Role, second: Role
    private let likenesses: Likenesses

    /// Compares two roles of a handbook.
    public init(_ a: Role, _ b: Role, _ analysis: Analysis) {
        (first, second, likenesses) = (a, b, analysis.likenesses)
        let (own, theirs) = (analysis.work(of: a.slug), analysis.work(of: b.slug))
        handOffs = Self.handOffs(a.slug, b.slug, analysis)
        let pair = [a.slug, b.slug]
        activities = own.activities.filter { activity in
            analysis.tally(of: activity).positions.contains { position in
                pair.allSatisfy { slug in position.parts.values.contains { $0.contains(slug) } }
            }
        }
        let theirStages = Set(theirs.stages.map(\.stage.slug))
        stages = own.stages.map(\.stage).filter { theirStages.contains($0.slug) }
        let theirTeams = Set(theirs.teams.map(\.team.slug))
        teams = own.teams.map(\.team).filter { theirTeams.contains($0.slug) }
    }

    /// Core skills of both. They are compared when they are asked for, since few ask.
    public var coreSkills: [Shared] { shared(first.coreSkills.map(\.text), second.coreSkills.map(\.text)) }

    /// Names that both have in a list of responsibilities, knowledge or skills; none for another section. They are compared
    /// when they are asked for, since few ask.
    public func shared(_ list: SectionName) -> [Shared] {
        func names(_ role: Role) -> [String] {
            switch list {
            case .responsibilities: role.responsibilities.compactMap(\.lead)
            case .knowledge: role.knowledge.compactMap(\.lead)
            case .skills: role.skills.compactMap(\.lead)
            default: []
            }
        }
        return shared(names(first), names(second))
    }

    private func shared(_ first: [String], _ second: [String]) -> [Shared] {
        likenesses.matches(first, second).map { Shared(first: first[$0.first], second: second[$0.second], how: $0.how) }
    }

    /// The tasks that one of two roles is accountable for where the other does them.
    public static func handOffs(_ a: String, _ b: String, _ analysis: Analysis) -> [HandOff] {
        analysis.work(of: a).rows(with: analysis.work(of: b)).flatMap { handOffs($0.first, $0.second, [a, b]) }
    }

    /// Who answers for the task of a row does not do it, and the other does.
    private static func handOffs(_ first: RoleWork.Cell, _ second: RoleWork.Cell, _ roles: [String]) -> [HandOff] {
        [(first, second, roles), (second, first, roles.reversed())].compactMap { owner, doer, roles in
            guard owner.isAccountable, doer.isResponsible, !owner.isResponsible else { return nil }
            return HandOff(accountable: roles[0], responsible: roles[1], matrix: owner.matrix, row: owner.row)
        }
    }
}
