import Formats
import Handbook
import Markdown

/// Roles as pages take them that show something of each: all on one page, or, where they are too many for it, a page for
/// each group, and several for a large group.
struct RoleDecks: Sendable {
    /// More roles than this are not on one page.
    static let limit = 60

    struct Deck: Sendable {
        /// The group, and which part of it when it has several: "Data 2".
        let title: String
        /// What follows the address of the first page: empty, `data/`, `data/2/`.
        let path: String
        let color: String
        let roles: [Role]
    }

    /// One deck with an empty path, or several without one.
    let all: [Deck]
    private let places: [String: Int]

    var isOne: Bool { all.count == 1 && all[0].path.isEmpty }

    init(_ handbook: Handbook, _ strings: Strings, limit: Int = Self.limit) {
        var decks: [Deck] = []
        if handbook.roles.count <= limit {
            if !handbook.roles.isEmpty {
                decks.append(Deck(title: strings["roles"], path: "", color: RoleGroup.color(nil), roles: handbook.roles))
            }
        } else {
            var paths = Anchors()
            for group in RoleGroup.groups(handbook, strings) {
                // Two ids may have one anchor.
                let path = paths.anchor(for: group.anchor)
                for (index, start) in stride(from: 0, to: group.roles.count, by: limit).enumerated() {
                    decks.append(
                        Deck(
                            title: index == 0 ? group.title : "\(group.title) \(index + 1)",
                            path: index == 0 ? "\(path)/" : "\(path)/\(index + 1)/",
                            color: group.color,
                            roles: Array(group.roles[start..<min(start + limit, group.roles.count)])
                        )
                    )
                }
            }
        }
        all = decks
        places = Dictionary(decks.enumerated().flatMap { index, deck in deck.roles.map { ($0.slug, index) } }) { first, _ in first }
    }

    /// The deck a role is in.
    func deck(of role: String) -> Deck? { places[role].map { all[$0] } }

    /// Where a role is in them.
    func index(of role: String) -> Int? { places[role] }
}
