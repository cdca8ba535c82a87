import Markdown

/// The pairs of roles that have something to say: a relation, a shared activity or row, shared skills.
public enum Pairs {
    /// A name that more roles share than this tells no pair apart, and is passed over; so the work grows in line with the roles.
    static let commonest = 12

    /// Pairs of slugs without a relation that share something, the strongest first for each role, at most `limit` for
    /// each; pairs with a relation do not count toward the limit and are not listed. Sorted by the roles' order.
    public static func computed(_ handbook: Handbook, likenesses: Likenesses, limit: Int) -> [(String, String)] {
        var order: [String: Int] = [:]
        for (index, role) in handbook.roles.enumerated() { order[role.slug] = index }
        var scores: [[Int]: Int] = [:]
        func add(_ roles: some Collection<String>, _ weight: Int) {
            let places = Set(roles.compactMap { order[$0] }).sorted()
            guard places.count > 1, places.count <= commonest else { return }
            for (i, a) in places.enumerated() {
                for b in places[(i + 1)...] { scores[[a, b], default: 0] += weight }
            }
        }
        for (names, weight) in [(\Role.coreSkillNames, 3), (\Role.knowledgeNames, 2), (\Role.skillNames, 2)]
            as [(KeyPath<Role, [String]>, Int)]
        {
            var byName: [String: [String]] = [:]
            for role in handbook.roles {
                for key in Set(role[keyPath: names].flatMap(likenesses.keys)) { byName[key, default: []].append(role.slug) }
            }
            for roles in byName.values { add(roles, weight) }
        }
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let acting = zip(table.columns, row.cells).filter {
                    $0.1.meant.contains(matrix.scheme.accountable) || $0.1.meant.contains(matrix.scheme.responsible)
                }
                add(acting.compactMap(\.0.role), 3)
            }
        }
        for activity in handbook.activities {
            for position in activity.positions { add(position.parts.filter { $0.key <= .responsible }.values.joined().map { $0 }, 2) }
        }
        let related = Set(handbook.relations.map { Set($0.between) })
        return strongest(scores, limit).map { (handbook.roles[$0].slug, handbook.roles[$1].slug) }.filter { !related.contains([$0, $1]) }
    }

    /// The strongest pairs such that no role is in more than `limit` of them.
    private static func strongest(_ scores: [[Int]: Int], _ limit: Int) -> [(Int, Int)] {
        var uses: [Int: Int] = [:]
        var kept: [(Int, Int)] = []
        let sorted = scores.filter { $0.value >= 3 }.sorted { a, b in
            a.value != b.value ? a.value > b.value : a.key.lexicographicallyPrecedes(b.key)
        }
        for (pair, _) in sorted where uses[pair[0], default: 0] < limit && uses[pair[1], default: 0] < limit {
            uses[pair[0], default: 0] += 1
            uses[pair[1], default: 0] += 1
            kept.append((pair[0], pair[1]))
        }
        return kept.sorted { $0 < $1 }
    }
}

extension Role {
    fileprivate var coreSkillNames: [String] { coreSkills.map(\.text) }
    fileprivate var knowledgeNames: [String] { knowledge.compactMap(\.lead) }
    fileprivate var skillNames: [String] { skills.compactMap(\.lead) }
}
