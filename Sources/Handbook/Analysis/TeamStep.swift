/// What changes from one shape of a team to another that grows out of it.
public struct TeamStep: Sendable {
    /// The shape it grows out of.
    public let from: Team
    /// The shape it becomes.
    public let to: Team
    /// Places that are new.
    public let added: [Team.Member]
    /// Places that are there no more.
    public let gone: [Team.Member]
    /// Places that the one team can do without and the other cannot.
    public let firm: [Team.Member]
    /// Places that the one team needs and the other can do without.
    public let loose: [Team.Member]

    /// Compares two teams.
    public init(from: Team, to: Team) {
        let before = Dictionary(from.cast.map { ($0.role, $0) }) { first, _ in first }
        let after = Set(to.cast.map(\.role))
        self.from = from
        self.to = to
        added = to.cast.filter { before[$0.role] == nil }
        gone = from.cast.filter { !after.contains($0.role) }
        firm = to.cast.filter { !$0.isOptional && before[$0.role]?.isOptional == true }
        loose = to.cast.filter { $0.isOptional && before[$0.role]?.isOptional == false }
    }

    /// The steps of a handbook, in the order of the teams they lead to. A team grows out of those that its page names;
    /// where no page names any, each out of the one before it.
    public static func all(in handbook: Handbook) -> [TeamStep] {
        let teams = handbook.teams
        guard teams.contains(where: { !$0.follows.isEmpty }) else {
            return zip(teams, teams.dropFirst()).map { TeamStep(from: $0, to: $1) }
        }
        let bySlug = Dictionary(teams.map { ($0.slug, $0) }) { first, _ in first }
        return teams.flatMap { team in team.follows.compactMap { bySlug[$0] }.map { TeamStep(from: $0, to: team) } }
    }
}
