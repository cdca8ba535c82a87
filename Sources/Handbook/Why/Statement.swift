import Diagnostics

/// Something in a handbook that says what a role has to do with a piece of work.
public struct Statement: Sendable {
    /// What it is.
    public enum Content: Sendable {
        /// A cell of a matrix, in the row of a task; blank for one that gives the role no part.
        case cell(PageName, task: String, Matrix.Cell)
        /// A position on the activity's page.
        case position(part: Part, says: String?)
        /// An item of the role's card.
        case card(Place, words: String, WordMatch)
        /// An item of a relation of the role.
        case relation(PageName, Place, words: String, WordMatch)
    }

    /// A page, by what people and programs call it.
    public struct PageName: Sendable {
        /// Its slug.
        public let slug: String
        /// Its title.
        public let title: String

        init(_ page: some Described) { (slug, title) = (page.slug, page.title) }
    }

    /// A part of a page: its name in settings and front matter, and how the page heads it.
    public struct Place: Sendable {
        /// `responsibilities`, `core_skills`.
        public let field: String
        /// In the handbook's language.
        public let heading: String
    }

    /// What a statement rests on.
    public struct Source: Sendable {
        /// Its key.
        public let key: String
        /// Its title.
        public let title: String
        /// Where in it: `p. 3`.
        public let locator: String?
    }

    /// What it says.
    public let content: Content
    /// Where.
    public let location: Location
    /// The sources it rests on.
    public let sources: [Source]

    /// Whether it says something: a blank cell does not.
    public var saysSomething: Bool {
        if case .cell(_, _, let cell) = content { !cell.letters.isEmpty } else { true }
    }
}
