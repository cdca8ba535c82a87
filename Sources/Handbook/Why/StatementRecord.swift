import Diagnostics

/// A page as a program reads it.
struct PageRecord: Encodable {
    let slug: String
    let title: String
    let path: String

    init(_ page: some Described) { (slug, title, path) = (page.slug, page.title, page.page.path) }
}

/// A piece of work as a program reads it: without slug and path when it is a task that has no page.
struct WorkRecord: Encodable {
    let slug: String?
    let title: String
    let path: String?

    init(_ work: PieceOfWork) {
        title = work.title
        (slug, path) = (work.activity?.slug, work.activity?.page.path)
    }
}

/// A statement as a program reads it. Keys and kinds are stable; a key that says nothing about a statement is left out.
struct StatementRecord: Encodable {
    struct Page: Encodable {
        let slug: String
        let title: String
    }

    struct Source: Encodable {
        let key: String
        let title: String
        let locator: String?
    }

    struct Match: Encodable {
        /// `name`, `link`, `phrase` or `words`.
        let by: String
        /// The name, or the words that are alike.
        let words: [String]?
    }

    let kind: String
    /// The statement in words.
    let text: String
    let path: String
    let line: Int?
    let column: Int?
    let sources: [Source]
    var matrix: Page?
    var task: String?
    /// As they are written.
    var letters: [String]?
    var note: String?
    /// Whether the letter is in brackets.
    var weak: Bool?
    var part: String?
    var says: String?
    var relation: Page?
    /// The part of the page, and how the page heads it.
    var field: String?
    var heading: String?
    var words: String?
    var match: Match?

    init(_ statement: Statement) {
        text = WhyReport.words(statement)
        (path, line, column) = (statement.location.path, statement.location.line, statement.location.column)
        sources = statement.sources.map { Source(key: $0.key, title: $0.title, locator: $0.locator) }
        switch statement.content {
        case .cell(let page, let task, let cell):
            kind = "cell"
            matrix = Page(slug: page.slug, title: page.title)
            self.task = task
            letters = cell.letters.map(String.init)
            note = cell.note
            weak = cell.isWeak ? true : nil
        case .position(let part, let says):
            kind = "position"
            self.part = part.rawValue
            self.says = says
        case .card(let place, let words, let match):
            kind = "card"
            take(place, words, match)
        case .relation(let page, let place, let words, let match):
            kind = "relation"
            relation = Page(slug: page.slug, title: page.title)
            take(place, words, match)
        }
    }

    private mutating func take(_ place: Statement.Place, _ words: String, _ match: WordMatch) {
        (field, heading) = (place.field, place.heading)
        self.words = words
        self.match =
            switch match {
            case .name(let name): Match(by: "name", words: [name])
            case .link: Match(by: "link", words: nil)
            case .phrase(let name): Match(by: "phrase", words: [name])
            case .words(let words): Match(by: "words", words: words)
            }
    }
}
