import Diagnostics

extension Rule {
    /// A team that grows out of itself.
    public static let circularTeam = Rule("circular-team", .error, "no team follows itself, directly or through others")
}

extension Check {
    /// Teams that follow one another in a circle. One circle is told at a time, at the first of its teams.
    static let circularTeams = Check(rules: [.circularTeam]) { handbook, findings in
        let circle = circle(handbook.teams)
        guard let first = circle.first else { return }
        findings.add(
            Rule.circularTeam(
                "'\(first.title)' follows itself\(circle.count == 1 ? "" : ", through \(circle.count == 2 ? "another" : "others")")",
                at: first.page.record.keyLocation("follows"),
                help: "under 'follows:' name teams that come before it",
                related: circle.dropFirst().compactMap { team in
                    team.page.record.keyLocation("follows").map { Related("'\(team.title)' is in the circle", at: $0) }
                }
            )
        )
    }

    /// The teams of a circle, in the handbook's order; none if there is no circle.
    private static func circle(_ teams: [Team]) -> [Team] {
        var waiting = Dictionary(teams.map { ($0.slug, $0.follows.count) }) { first, _ in first }
        var followers: [String: [String]] = [:]
        for team in teams {
            for slug in team.follows { followers[slug, default: []].append(team.slug) }
        }
        // Who follows nobody is taken away, then who followed those alone, and so on: what stays leads into a circle.
        var free = teams.map(\.slug).filter { waiting[$0] == 0 }
        while let slug = free.popLast() {
            waiting[slug] = nil
            for follower in followers[slug] ?? [] {
                waiting[follower, default: 0] -= 1
                if waiting[follower] == 0 { free.append(follower) }
            }
        }
        let left = Dictionary(teams.filter { waiting[$0.slug] != nil }.map { ($0.slug, $0) }) { first, _ in first }
        var place: [String: Int] = [:]
        var path: [String] = []
        var next = teams.first { left[$0.slug] != nil }?.slug
        while let slug = next, place[slug] == nil {
            place[slug] = path.count
            path.append(slug)
            next = left[slug]?.follows.first { left[$0] != nil }
        }
        guard let next, let start = place[next] else { return [] }
        let members = Set(path[start...])
        return teams.filter { members.contains($0.slug) }
    }
}
