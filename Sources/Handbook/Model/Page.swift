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

    /// Where its pages stand in the site.
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
public struct Page: Sendable {
    /// Its kind and slug.
    public let id: PageID
    /// The file's text.
    public let source: SourceText
    /// Its front matter, read by the fields of its kind.
    public let record: Record
    /// What of it its author keeps from readers. Nothing that is private is in its record.
    public let privacy: PagePrivacy
    /// Whether its front matter could be read; if not, a finding says why, and what is missing is not told as well.
    public let isFrontMatterRead: Bool
    /// Its body, as text.
    public let split: SplitPage
    /// Its body, parsed; in a handbook, with mentions of roles marked.
    public internal(set) var document: Document
    /// Its title; where it stands is where it was given.
    public var title: Located<String>
    /// The block that gives the title and is therefore no part of the body, and its anchor.
    public let titleBlock: Block?
    /// One sentence.
    public let summary: CitedText?
    /// Its place in its section.
    public let order: Int?
    /// Keys of sources it rests on, as its front matter gives them.
    public let sources: [Located<String>]
    /// Whether first mentions of roles become links.
    public let mentions: Bool
    /// When it last changed, in its author's words.
    public let updated: CalendarDate?
    /// Its address in the site, `roles/data-engineer/`; empty for the home page.
    public var address: String

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
    public var blocks: [Block] { document.blocks.filter { $0.id != titleBlock?.id } }
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
