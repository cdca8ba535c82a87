/// What a map shows: roles in groups, and what holds between two of them. Nothing here knows of pages or addresses.
struct MapGraph: Sendable {
    /// A region of the map; roles in no group stand in one without a title.
    struct Group: Sendable {
        var title: String
    }

    struct Role: Sendable {
        var title: String
        /// Shown where the title is too long.
        var short: String
        /// The index of its group.
        var group: Int
    }

    enum Kind: Int, Sendable {
        case stated, inferred, computed
    }

    /// What holds between two roles, by their indices.
    struct Link: Sendable {
        var a: Int
        var b: Int
        var kind: Kind
    }

    var groups: [Group]
    var roles: [Role]
    private(set) var links: [Link]
    /// How many links are left out because the picture would be no picture.
    private(set) var leftOut = 0

    /// More lines than this nobody can follow.
    static let mostLinks = 200

    /// A pair is drawn once, by the firmest of its links; of too many links the firmest are kept.
    init(groups: [Group], roles: [Role], links: [Link]) {
        self.groups = groups
        self.roles = roles
        var kept: [Link] = []
        var places: [[Int]: Int] = [:]
        for link in links where link.a != link.b {
            let pair = [min(link.a, link.b), max(link.a, link.b)]
            if let place = places[pair] {
                if link.kind.rawValue < kept[place].kind.rawValue { kept[place].kind = link.kind }
            } else {
                places[pair] = kept.count
                kept.append(Link(a: pair[0], b: pair[1], kind: link.kind))
            }
        }
        let firmest = kept.enumerated().sorted { ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset) }
        self.links = firmest.prefix(Self.mostLinks).map(\.element)
        leftOut = kept.count - self.links.count
    }
}
