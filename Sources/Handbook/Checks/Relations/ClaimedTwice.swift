import Diagnostics
import Markdown

extension Rule {
    /// A responsibility on two cards.
    public static let claimedTwice = Rule(
        "claimed-twice",
        .note,
        "where two cards claim a responsibility, the page of their relation says who does what"
    )
}

extension SettableCheck {
    /// The same responsibility on the cards of two roles that have no relation's page: the same name, a synonym, or
    /// similar words. What over twelve cards claim tells no two roles apart.
    static let claimedTwice = SettableCheck(rules: [.claimedTwice]) { context, found in
        let handbook = context.handbook
        let claims = handbook.roles.flatMap { role in role.responsibilities.map { (role: role, item: $0) } }
        let index = LikenessIndex(claims.map(\.item.name), by: context.likenesses, limit: context.rules.value(.limit, of: .claimedTwice))
        let related = Set(handbook.relations.map { Set($0.between) })
        for (place, claim) in claims.enumerated() {
            var others: [(role: Role, item: Item)] = []
            for match in index.before(place) {
                let other = claims[match.index]
                guard other.role.slug != claim.role.slug, !related.contains([other.role.slug, claim.role.slug]),
                    !others.contains(where: { $0.role.slug == other.role.slug })
                else { continue }
                others.append(other)
            }
            guard let first = others.first else { continue }
            let hints = context.evidence.says(.accountable, of: claim.item.name)
            let page = handbook.relationPath(first.role, claim.role)
            found.add(
                Rule.claimedTwice(
                    "'\(claim.item.name)' of '\(claim.role.title)' is on the \(ClaimedTwice.cards(others.map(\.role.title))) too",
                    at: claim.item.location,
                    help: hints.help { "write \(page), which says who does what of it; '\($0)' answers for it elsewhere" }
                        ?? "write \(page), which says who does what of it",
                    related: others.map { Related("'\($0.item.name)'", at: $0.item.location) } + hints.related
                ),
                on: claim.role,
                about: [claim.item.name]
            )
        }
    }
}

private enum ClaimedTwice {
    static func cards(_ titles: [String]) -> String {
        "\(titles.count == 1 ? "card" : "cards") of \(RowContext.list(titles))"
    }
}
