import Markdown

/// Two roles without a relation that share something: a row of a matrix, an activity, skills.
public struct RolePair: Sendable, Hashable {
    /// The slugs of the two, in the order of the roles.
    public let first: String, second: String

    /// Both slugs.
    public var slugs: [String] { [first, second] }

    /// The other one of the two.
    public func partner(of role: String) -> String { first == role ? second : first }
}

/// The pairs of roles that share something and have no relation.
///
/// They need the skills of all roles, so they are no part of `Analysis`: only what shows or addresses pairs asks for them.
public struct RolePairs: Sendable {
    /// Sorted by the roles' order.
    public let all: [RolePair]
    private let byRole: [String: [RolePair]]

    /// Computes the pairs of a handbook, as many for each role as its settings allow.
    public init(_ handbook: Handbook, likenesses: Likenesses) {
        self.init(handbook, likenesses: likenesses, limit: handbook.settings.comparisonsPerRole)
    }

    /// Computes the strongest pairs, at most `limit` for each role. Pairs with a relation do not count toward the limit
    /// and are not listed.
    package init(_ handbook: Handbook, likenesses: Likenesses, limit: Int) {
        all = Self.computed(handbook, likenesses, limit)
        var byRole: [String: [RolePair]] = [:]
        for pair in all {
            for role in pair.slugs { byRole[role, default: []].append(pair) }
        }
        self.byRole = byRole
    }

    /// The pairs that a role is one of.
    ///
    /// - Parameter role: the role's slug.
    public func pairs(of role: String) -> [RolePair] { byRole[role] ?? [] }

    /// A name that more roles share than this tells no pair apart, and is ignored, so the work grows in line with the roles.
    static let commonest = 12

    private static func computed(_ handbook: Handbook, _ likenesses: Likenesses, _ limit: Int) -> [RolePair] {
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
        return strongest(scores, limit).map { RolePair(first: handbook.roles[$0].slug, second: handbook.roles[$1].slug) }
            .filter { !related.contains(Set($0.slugs)) }
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
