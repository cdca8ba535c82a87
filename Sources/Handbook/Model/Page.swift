import Diagnostics
import Markdown

/// What a page describes.
public enum Kind: String, Sendable, CaseIterable, Comparable {
    case role, relation, matrix, activity, stage, team, source, page

    /// The folder under the content folder that says so.
    public var folder: String? {
        switch self {
        case .role: "roles"
        case .relation: "relations"
        case .matrix: "raci"
        case .activity: "activities"
        case .stage: "lifecycle"
        case .team: "teams"
        case .source: "sources"
        case .page: nil
        }
    }

    /// The address of its pages in the site.
    public var section: String? { self == .relation ? "compare" : folder }

    /// Orders as listed.
    public static func < (a: Kind, b: Kind) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .role: 0
        case .relation: 1
        case .matrix: 2
        case .activity: 3
        case .stage: 4
        case .team: 5
        case .source: 6
        case .page: 7
        }
    }
}

/// A page's identity: its kind and its slug.
public struct PageID: Sendable, Hashable, Comparable {
    /// What it describes.
    public let kind: Kind
    /// Its name in addresses, unique among pages of its kind.
    public let slug: String

    /// An identity.
    public init(_ kind: Kind, _ slug: String) {
        self.kind = kind
        self.slug = slug
    }

    /// Orders by kind, then slug.
    public static func < (a: PageID, b: PageID) -> Bool { (a.kind, a.slug) < (b.kind, b.slug) }
}

/// What every page has, whatever it describes.
///
/// It is passed around a lot, so its many values are behind one reference.
public struct Page: Sendable {
    /// The values of a page.
    struct Values: Sendable {
        let id: PageID
        let source: SourceText
        let record: Record
        let privacy: PagePrivacy
        let isFrontMatterRead: Bool
        let split: SplitPage
        var document: Document
        var title: Located<String>
        let titleBlock: Block?
        var summary: CitedText?
        let order: Int?
        let sources: [Located<String>]
        let mentions: Bool
        let updated: CalendarDate?
        var address: String
    }

    private final class Storage: Sendable {
        let values: Values
        /// What follows from the page alone: the next state of the handbook, which has the same page, has it too.
        let literalMarks = Kept<[Diagnostic]>()
        let wordSets = Kept<[WordSet]>()

        init(_ values: Values) { self.values = values }
    }

    private var storage: Storage

    init(_ values: Values) { storage = Storage(values) }

    private mutating func change(_ change: (inout Values) -> Void) {
        var values = storage.values
        change(&values)
        storage = Storage(values)
    }

    /// Whether two pages are the same value, and not only equal.
    func isIdentical(to other: Page) -> Bool { storage === other.storage }

    /// What of its emphasis is shown as signs.
    func literalMarks(_ compute: () -> [Diagnostic]) -> [Diagnostic] { storage.literalMarks.value(compute) }
    /// The words of each of its texts.
    func wordSets(_ compute: () -> [WordSet]) -> [WordSet] { storage.wordSets.value(compute) }

    /// Its kind and slug.
    public var id: PageID { storage.values.id }
    /// The file's text.
    public var source: SourceText { storage.values.source }
    /// Its front matter, read by the fields of its kind.
    public var record: Record { storage.values.record }
    /// What of it its author keeps from readers. Nothing that is private is in its record.
    public var privacy: PagePrivacy { storage.values.privacy }
    /// Whether its front matter could be read; if not, a finding says why, and what is missing is not reported as well.
    public var isFrontMatterRead: Bool { storage.values.isFrontMatterRead }
    /// Its body, as text.
    public var split: SplitPage { storage.values.split }
    /// Its body, parsed; in a handbook, with mentions of roles marked.
    public internal(set) var document: Document {
        get { storage.values.document }
        set { change { $0.document = newValue } }
    }
    /// Its title; its location is where it was given.
    public internal(set) var title: Located<String> {
        get { storage.values.title }
        set { change { $0.title = newValue } }
    }
    /// The block that gives the title and is therefore no part of the body, and its anchor.
    public var titleBlock: Block? { storage.values.titleBlock }
    /// The anchor of the heading that gives the title, if one does.
    public var titleAnchor: String? {
        if case .heading(_, let anchor)? = titleBlock?.kind { anchor } else { nil }
    }
    /// One sentence.
    public internal(set) var summary: CitedText? {
        get { storage.values.summary }
        set { change { $0.summary = newValue } }
    }
    /// Its place in its section.
    public var order: Int? { storage.values.order }
    /// Keys of sources it rests on, as its front matter gives them.
    public var sources: [Located<String>] { storage.values.sources }
    /// Whether first mentions of roles become links.
    public var mentions: Bool { storage.values.mentions }
    /// When it last changed, in its author's words.
    public var updated: CalendarDate? { storage.values.updated }
    /// Its address in the site, `roles/data-engineer/`; empty for the home page.
    public internal(set) var address: String {
        get { storage.values.address }
        set { change { $0.address = newValue } }
    }

    /// The file's path in the project.
    public var path: String { source.path }
    /// Its slug.
    public var slug: String { id.slug }
    /// Whether it is not to be published yet.
    public var isDraft: Bool { record.boolean("draft")?.value ?? false }
    /// The day by which it is to be looked through again, if it says so.
    public var reviewBy: CalendarDate? { record.text("review_by").flatMap { CalendarDate($0.value) } }

    /// Where a finding about the page as a whole points: its slug where one is given, else its title, else its first line.
    package var place: Location { record.words("slug")?.location ?? title.location }

    /// The body's blocks, without the one that gives the title.
    public var blocks: [Block] {
        let title = titleBlock?.id
        return title == nil ? document.blocks : document.blocks.filter { $0.id != title }
    }
}

/// Anything that is described by one page.
public protocol Described: Sendable {
    /// The page.
    var page: Page { get }
}

extension Described {
    /// Its kind and slug.
    public var id: PageID { page.id }
    /// Its slug.
    public var slug: String { page.slug }
    /// Its title.
    public var title: String { page.title.value }
}

/// A plain page.
public struct PlainPage: Described {
    /// The page.
    public let page: Page
    /// Its prose.
    public let body: Body
}
