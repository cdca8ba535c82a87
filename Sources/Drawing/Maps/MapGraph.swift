/// What a map shows: roles in groups, and what holds between two of them. Nothing here knows of pages or addresses.
package struct MapGraph: Sendable {
    /// A region of the map; roles in no group stand in one without a title.
    package struct Group: Sendable {
        package var title: String

        /// A region with its title.
        package init(title: String) { self.title = title }
    }

    /// A role's label.
    package struct Role: Sendable {
        package var title: String
        /// Shown where the title is too long.
        package var short: String
        /// The index of its group.
        package var group: Int

        /// A role in a group.
        package init(title: String, short: String, group: Int) {
            (self.title, self.short, self.group) = (title, short, group)
        }
    }

    /// What a link rests on, the firmest first.
    package enum Kind: Int, Sendable {
        case stated, inferred, computed
    }

    /// What holds between two roles, by their indices.
    package struct Link: Sendable {
        package var a: Int
        package var b: Int
        package var kind: Kind

        /// A link between two roles.
        package init(a: Int, b: Int, kind: Kind) {
            (self.a, self.b, self.kind) = (a, b, kind)
        }
    }

    /// The regions.
    package var groups: [Group]
    /// The roles, in the order of their labels.
    package var roles: [Role]
    /// The links that are drawn, the firmest first.
    package private(set) var links: [Link]
    /// How many links are left out because the picture would be no picture.
    package private(set) var leftOut = 0

    /// More lines than this nobody can follow.
    static let mostLinks = 200

    /// A pair is drawn once, by the firmest of its links; of too many links the firmest are kept.
    package init(groups: [Group], roles: [Role], links: [Link]) {
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
