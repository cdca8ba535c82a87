/// A piece of work that sources give to different roles: who says what, for the parts in which they differ.
public struct Disagreement: Sendable {
    /// What one source says, or several that say the same.
    public struct Side: Sendable {
        /// Slugs of the roles it names.
        public let roles: [String]
        /// The sources' keys.
        public let sources: [String]
    }

    /// The piece of work.
    public let activity: Activity
    /// Who has the last word: who answers for it or decides. Empty if the sources do not differ in this.
    public let lastWord: [Side]
    /// Who does it. Empty if the sources do not differ in this.
    public let work: [Side]

    /// The disagreement on an activity; `nil` where `Verdict` finds none.
    public init?(on activity: Activity, _ positions: [Position]) {
        let claims = Claims(positions)
        self.activity = activity
        lastWord = Self.sides(claims.lastWord)
        work = Self.sides(claims.work)
        if lastWord.isEmpty, work.isEmpty { return nil }
    }

    /// The disagreements of a handbook, by the activity's slug.
    public static func gather(_ handbook: Handbook, positions: [String: [Position]]) -> [String: Disagreement] {
        let found = handbook.activities.compactMap { activity in
            Disagreement(on: activity, positions[activity.slug] ?? []).map { (activity.slug, $0) }
        }
        return Dictionary(found) { first, _ in first }
    }

    private static func sides(_ claims: [(source: String, roles: [String])]) -> [Side] {
        var order: [Set<String>] = []
        var sides: [Set<String>: (roles: [String], sources: [String])] = [:]
        for claim in claims {
            let key = Set(claim.roles)
            if sides[key] == nil { order.append(key) }
            sides[key, default: (claim.roles, [])].sources.append(claim.source)
        }
        guard order.count > 1 else { return [] }
        return order.compactMap { key in sides[key].map { Side(roles: $0.roles, sources: $0.sources) } }
    }
}

/// What each source claims of a piece of work, over all its positions, in the order of the sources.
struct Claims {
    /// Who answers for it or decides: the two are the same question.
    private(set) var lastWord: [(source: String, roles: [String])] = []
    /// Who does it.
    private(set) var work: [(source: String, roles: [String])] = []

    init(_ positions: [Position]) {
        for position in positions {
            guard let source = position.source else { continue }
            Self.add(position.parts[.accountable], of: source, to: &lastWord)
            Self.add(position.parts[.decides], of: source, to: &lastWord)
            Self.add(position.parts[.responsible], of: source, to: &work)
        }
    }

    private static func add(_ roles: [String]?, of source: String, to list: inout [(source: String, roles: [String])]) {
        guard let roles else { return }
        let place = list.firstIndex { $0.source == source } ?? list.endIndex
        if place == list.endIndex { list.append((source, [])) }
        list[place].roles += roles.filter { !list[place].roles.contains($0) }
    }
}
