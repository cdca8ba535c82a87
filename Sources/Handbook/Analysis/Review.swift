/// A task that one role answers for and another does, and so a second pair of eyes on the work.
///
/// It is lost when one person holds both roles.
public struct Review: Sendable {
    /// What the task is called.
    public let task: String
    /// The activity of that name, if there is one.
    public let activity: Activity?
    /// The matrix whose row it is, if it is one.
    public let matrix: Matrix?
    /// Slugs of the roles on the team that answer for it or decide.
    public let accountable: [String]
    /// Slugs of the roles on the team that do it.
    public let responsible: [String]
    /// The keys of the sources that say so on the activity's page.
    public private(set) var sources: [String]

    /// Whether it is an approval of somebody's work.
    public var isApproval: Bool { activity?.isApproval ?? false }
    /// The roles on the team that have one part or the other.
    public var roles: Set<String> { Set(accountable + responsible) }

    /// Every task on which somebody of the cast answers for what somebody of the cast does: rows of matrices, and what
    /// sources say of approvals.
    public static func all(among cast: Set<String>, in handbook: Handbook, _ analysis: Analysis) -> [Review] {
        var reviews: [Review] = []
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                func holders(_ letter: Character) -> [String] {
                    row.holders(of: letter, in: table).compactMap(\.column.role).filter(cast.contains)
                }
                let review = Review(
                    task: row.task,
                    activity: row.activity.flatMap { handbook.activity($0) },
                    matrix: matrix,
                    accountable: holders(matrix.scheme.accountable),
                    responsible: holders(matrix.scheme.responsible),
                    sources: []
                )
                if review.hasTwo { reviews.append(review) }
            }
        }
        var approvals: [String: [Int]] = [:]
        for (place, review) in reviews.enumerated() where review.isApproval {
            approvals[review.activity?.slug ?? "", default: []].append(place)
        }
        for activity in handbook.activities where activity.isApproval {
            for review in said(of: activity, analysis.tally(of: activity).positions, cast) {
                // Those who say the same are one.
                if let place = approvals[activity.slug]?.first(where: { reviews[$0].isSame(as: review) }) {
                    reviews[place].sources += review.sources
                } else {
                    approvals[activity.slug, default: []].append(reviews.count)
                    reviews.append(review)
                }
            }
        }
        return reviews
    }

    private static func said(of activity: Activity, _ positions: [Position], _ cast: Set<String>) -> [Review] {
        positions.filter { $0.matrix == nil }.compactMap { position in
            func holders(_ parts: [Part]) -> [String] {
                var roles: [String] = []
                for role in parts.flatMap({ position.parts[$0] ?? [] }) where cast.contains(role) && !roles.contains(role) {
                    roles.append(role)
                }
                return roles
            }
            let review = Review(
                task: activity.title,
                activity: activity,
                matrix: nil,
                accountable: holders([.accountable, .decides]),
                responsible: holders([.responsible]),
                sources: [position.source].compactMap(\.self)
            )
            return review.hasTwo ? review : nil
        }
    }

    /// Whether two roles look at the work.
    private var hasTwo: Bool { accountable.contains { role in responsible.contains { $0 != role } } }

    private func isSame(as other: Review) -> Bool {
        Set(accountable) == Set(other.accountable) && Set(responsible) == Set(other.responsible)
    }
}

/// What is lost when one person holds several roles.
public struct LostReview: Sendable {
    /// The task.
    public let review: Review
    /// Which of the person's roles answers for it, and which does it: slugs.
    public let accountable: String, responsible: String
    /// The roles of other people on the team that answer for it or do it too: with them, somebody else still looks.
    public let others: [String]

    /// What a person who holds `roles` takes from a team, the approvals first.
    public static func all(_ reviews: [Review], when roles: [String]) -> [LostReview] {
        let person = Set(roles)
        let lost = reviews.compactMap { review -> LostReview? in
            for owner in review.accountable where person.contains(owner) {
                guard let doer = review.responsible.first(where: { $0 != owner && person.contains($0) }) else { continue }
                var others: [String] = []
                for role in review.accountable + review.responsible where !person.contains(role) && !others.contains(role) {
                    others.append(role)
                }
                return LostReview(review: review, accountable: owner, responsible: doer, others: others)
            }
            return nil
        }
        return lost.filter(\.review.isApproval) + lost.filter { !$0.review.isApproval }
    }
}

/// Two roles of a team of which one answers for what the other alone does: to be held by two people.
public struct Separation: Sendable {
    /// The slugs of the two, in the order of the cast.
    public let roles: [String]
    /// The tasks.
    public let reviews: [Review]

    /// The pairs that a team should not give to one person, in the order of its cast; not those that it does give.
    public static func all(_ reviews: [Review], on team: Team) -> [Separation] {
        let order = Dictionary(team.cast.enumerated().map { ($1.role, $0) }) { first, _ in first }
        var found: [[Int]: [Review]] = [:]
        for review in reviews where review.roles.count == 2 {
            let pair = review.roles.compactMap { order[$0] }.sorted()
            guard pair.count == 2, !team.doubles(of: team.cast[pair[0]].role).contains(team.cast[pair[1]].role) else { continue }
            found[pair, default: []].append(review)
        }
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { pair, reviews in Separation(roles: pair.map { team.cast[$0].role }, reviews: reviews) }
    }
}
