/// What is said of who does a piece of work: for each part the roles, and for each role the sources that say so.
public struct Tally: Sendable {
    /// A role with a part.
    public struct Holder: Sendable, Hashable {
        /// The role's slug.
        public let role: String
        /// The keys of the sources that say so, each once. It is empty where only a matrix without a source says so.
        public fileprivate(set) var sources: [String]
    }

    /// What the activity's page and rows of matrices say, in the order of the sources' numbers.
    public let positions: [Position]
    /// How the sources stand to each other.
    public let verdict: Verdict
    /// What the sources differ in; `nil` where they do not.
    public let disagreement: Disagreement?
    /// Who is accountable or decides: the two are one question.
    public let lastWord: [Holder]

    private let holders: [Part: [Holder]]

    /// Counts the positions on an activity.
    init(of activity: Activity, _ positions: [Position]) {
        self.positions = positions
        let claims = Claims(positions)
        verdict = Verdict(claims)
        disagreement = Disagreement(on: activity, claims)
        lastWord = Self.holders(of: [.accountable, .decides], positions)
        var holders: [Part: [Holder]] = [:]
        for part in Part.allCases {
            let found = Self.holders(of: [part], positions)
            if !found.isEmpty { holders[part] = found }
        }
        self.holders = holders
    }

    /// The roles that somebody gives a part, each once, in the order of the positions.
    public subscript(part: Part) -> [Holder] { holders[part] ?? [] }

    /// Whether a source takes any of the positions: a matrix may stand for none.
    public var hasSource: Bool { positions.contains { $0.source != nil } }

    /// Whether anybody gives a role one of some parts.
    public func gives(_ role: String, anyOf parts: [Part]) -> Bool { parts.contains { self[$0].contains { $0.role == role } } }

    private static func holders(of parts: [Part], _ positions: [Position]) -> [Holder] {
        var found: [Holder] = []
        var places: [String: Int] = [:]
        for position in positions {
            for role in parts.flatMap({ position.parts[$0] ?? [] }) {
                let place = places[role] ?? found.count
                if place == found.count {
                    places[role] = place
                    found.append(Holder(role: role, sources: []))
                }
                if let source = position.source, !found[place].sources.contains(source) { found[place].sources.append(source) }
            }
        }
        return found
    }
}

/// What each source claims of a piece of work, over all its positions, in the order of the sources.
struct Claims {
    /// Who is accountable or decides: the two are the same question.
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

/// How the positions on an activity stand to each other.
public enum Verdict: Sendable, Equatable {
    /// Fewer than two sources name anyone who is accountable for it, decides on it or does it.
    case single
    /// Several sources speak of it, but no two of them of the same part: there is nothing to compare.
    case apart
    /// Those that speak of the same part name the same roles.
    case agree
    /// Two sources name different roles for the same part.
    case differ

    /// Compares sources where they speak of the same part: who is accountable or decides, and who does the work.
    init(_ claims: Claims) {
        let said = [claims.lastWord, claims.work].map { $0.map { Set($0.roles) } }
        guard Set((claims.lastWord + claims.work).map(\.source)).count > 1 else {
            self = .single
            return
        }
        if said.contains(where: { Set($0).count > 1 }) {
            self = .differ
        } else {
            self = said.contains { $0.count > 1 } ? .agree : .apart
        }
    }
}
