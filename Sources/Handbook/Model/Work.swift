import Diagnostics
import Markdown

/// One piece of work: who does it, in whose view.
public struct Activity: Described {
    /// Its page.
    public let page: Page
    /// Other names under which matrices list it.
    public let also: [Located<String>]
    /// The slug of the stage it belongs to.
    public let stage: String?
    /// Whether it is an approval of somebody's work.
    public let isApproval: Bool
    /// What sources say of who does it.
    public let positions: [Position]
    /// Its prose.
    public let body: Body
}

/// A part that a role can have in a piece of work.
public enum Part: String, Sendable, CaseIterable, Comparable {
    case accountable, decides, responsible
    case takesPart = "takes_part"
    case consulted, informed

    /// In words: "takes part".
    package var words: String { rawValue.replacing("_", with: " ") }

    /// Orders by weight.
    public static func < (a: Part, b: Part) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// What one source says of a piece of work.
public struct Position: Sendable {
    /// The source's key; `nil` for a matrix that names no source.
    public let source: String?
    /// The matrix it is read from, if it is.
    public let matrix: String?
    /// Slugs of roles by the part they have.
    public let parts: [Part: [String]]
    /// The claim in one line.
    public let says: CitedText?
    /// Where it stands.
    public let location: Location
}

/// One stage of the work.
public struct Stage: Described {
    /// Its page.
    public let page: Page
    /// Slugs of the roles that drive it.
    public let drives: [String]
    /// Slugs of the roles that take part.
    public let takesPart: [String]
    /// Slugs of the roles that the source calls the key ones.
    public let key: [String]
    /// What comes out.
    public let outputs: [CitedText]
    /// Its prose.
    public let body: Body
}

/// A shape of a team.
public struct Team: Described {
    /// Its page.
    public let page: Page
    /// The id of the era it belongs to.
    public let era: String?
    /// Who is on it.
    public let cast: [Member]
    /// Slugs of the teams that it grows out of; none when its page does not say.
    public let follows: [String]
    /// Roles of the cast that one person holds.
    public let people: [Person]
    /// Its prose.
    public let body: Body

    /// A place on a team.
    public struct Member: Sendable {
        /// The role's slug.
        public let role: String
        /// What is special about the place: "part-time".
        public let note: CitedText?
        /// Whether the team can do without.
        public let isOptional: Bool
    }

    /// One person who holds several places.
    public struct Person: Sendable {
        /// The slugs of the roles, two or more, in the author's order.
        public let roles: [String]
        /// What is special about it: "in the first year".
        public let note: CitedText?
    }

    /// The roles on it that the same person holds as `role`, itself left out.
    public func doubles(of role: String) -> [String] {
        people.filter { $0.roles.contains(role) }.flatMap(\.roles).filter { $0 != role }
    }
}

/// Something the handbook cites.
public struct Source: Described {
    /// Its page; the slug is the citation key.
    public let page: Page
    /// Its number in citations, from 1.
    public let number: Int
    /// Its label in tight places; the title when none is given.
    public let short: String
    /// Who wrote it.
    public let author: String?
    /// What kind of thing it is.
    public let type: String?
    /// Where it is found.
    public let url: String?
    /// When it was published.
    public let published: CalendarDate?
    /// When it was read.
    public let retrieved: CalendarDate?
    /// Its prose.
    public let body: Body
}
