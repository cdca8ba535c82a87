import Formats
import Handbook
import Markdown
import Templates

/// What one person who holds several roles takes from a team, and which roles to keep on two people.
struct TeamDoubles {
    let team: Team
    let context: PageContext
    private let reviews: [Review]

    init(_ team: Team, _ context: PageContext) {
        self.team = team
        self.context = context
        reviews = Review.all(among: Set(team.cast.map(\.role)), in: context.handbook, context.analysis)
    }

    /// Pairs of roles that the team should not give to one person.
    var separations: [Separation] { Separation.all(reviews, on: team) }

    static let shape: ViewShape.Fields = [
        "doubled": .list(["roles": .roles, "note": .html, "lost": .list(review)]), "doubled_id": .text,
        "separations": .list(["reviews": .list(review)]), "separations_id": .text,
    ]
    private static let review: ViewShape = [
        "task": .text, "href": .text, "matrix": .link, "cites": .html, "accountable": .html, "responsible": .html, "others": .html,
        "is_approval": .flag,
    ]

    func values(_ anchor: (String) -> String) -> [String: View] {
        [
            "doubled": .each(team.people) { person in
                [
                    "roles": context.roles(person.roles), "note": context.html(person.note),
                    "lost": .each(LostReview.all(reviews, when: person.roles)) { lost in
                        view(lost.review, accountable: [lost.accountable], responsible: [lost.responsible], others: lost.others)
                    },
                ]
            },
            "doubled_id": context.id(anchor("roles-on-one-person")),
            "separations": .each(separations) { separation in
                [
                    "reviews": .each(separation.reviews) { view($0, accountable: $0.accountable, responsible: $0.responsible, others: []) }
                ]
            },
            "separations_id": context.id(anchor("keep-on-two-people")),
        ]
    }

    private func view(_ review: Review, accountable: [String], responsible: [String], others: [String]) -> View {
        let target: (any Described)? = review.activity ?? review.matrix
        return [
            // A task that is a link cannot be inside another link.
            "task": .text(review.task), "href": target.map { .text(context.href($0)) } ?? .none,
            "matrix": review.matrix.map { context.link($0) } ?? .none,
            "cites": review.sources.isEmpty ? .none : context.cites(review.sources),
            "accountable": context.running(accountable), "responsible": context.running(responsible.filter { !accountable.contains($0) }),
            "others": context.running(others), "is_approval": .flag(review.isApproval),
        ]
    }
}
