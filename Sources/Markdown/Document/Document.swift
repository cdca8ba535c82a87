import Diagnostics

/// A parsed page body, as values: what the domain reads.
public struct Document: Sendable {
    /// The top-level blocks in order.
    public var blocks: [Block]
    /// Every heading in order, with its anchor.
    public var headings: [Heading]
    /// Every link, image, citation and wiki link, with its place.
    public var references: [Reference]
    /// How many footnotes the page has.
    public var footnotes: Int

    /// A document without content.
    public static let empty = Document(blocks: [], headings: [], references: [], footnotes: 0)
}

/// A heading of a document.
public struct Heading: Sendable, Hashable {
    /// 1 to 6.
    public let level: Int
    /// Its text without markup.
    public let text: String
    /// Its id in the page, unique there.
    public let anchor: String
    /// Where it stands.
    public let location: Location
}

/// A block of a document: a heading, a paragraph, a list, an item, a table, a row, a cell, …
public struct Block: Sendable, Identifiable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        case heading(level: Int, anchor: String)
        case paragraph
        case list(ordered: Bool)
        /// `checked` is `nil` for items that are no tasks.
        case item(checked: Bool?)
        case quote
        case table
        case row(isHeader: Bool)
        case cell
        case code
        case html
        case thematicBreak
        case footnote
        case other
    }

    /// Its number in the document, the same whenever the same text is parsed.
    public let id: Int
    /// What it is.
    public let kind: Kind
    /// The file's lines it spans, as far as the parser knows them.
    public let lines: ClosedRange<Int>
    /// The text of a heading, paragraph or cell.
    public let inlines: [Inline]
    /// The blocks in it.
    public let children: [Block]

    /// The text of the block and of those in it, without markup, lists within an item left out.
    public var plainText: String {
        if !inlines.isEmpty { return inlines.plainText }
        return children.filter { if case .list = $0.kind { false } else { true } }
            .map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The citations of the block, lists within an item left out.
    public var citations: [Citation] {
        if !inlines.isEmpty { return inlines.citations }
        return children.filter { if case .list = $0.kind { false } else { true } }.flatMap(\.citations)
    }
}

/// A piece of running text.
public indirect enum Inline: Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link([Inline])
    case image(alt: [Inline])
    case softBreak
    case lineBreak
    case html(String)
    case footnoteReference
    case citations([Citation])
    case wikiLink(WikiLink)
}

extension [Inline] {
    /// The text without markup; citations and footnote references are left out.
    public var plainText: String {
        var text = RunningText()
        text.append(self)
        return text.text.trimmingWhitespace
    }

    /// Every citation, in order.
    public var citations: [Citation] {
        flatMap { inline -> [Citation] in
            switch inline {
            case .citations(let citations): citations
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(let inner): inner.citations
            default: []
            }
        }
    }
}

/// `[@key, p. 3]`: a source, and where in it.
public struct Citation: Sendable, Hashable {
    /// The source's key.
    public let key: String
    /// What follows the comma.
    public let locator: String?

    /// A citation of a source.
    public init(key: String, locator: String? = nil) {
        self.key = key
        self.locator = locator
    }
}

/// `[[Data Engineer#skills|the engineer]]`.
public struct WikiLink: Sendable, Hashable {
    /// The name of a page.
    public let target: String
    /// The anchor in that page.
    public let fragment: String?
    /// The words to show instead of the page's title.
    public let label: String?
}

/// Something in a document that names something else.
public struct Reference: Sendable {
    /// What it names.
    public enum Target: Sendable, Hashable {
        case link(String)
        case image(String)
        case citation(Citation)
        case wikiLink(WikiLink)
        case html(String)
    }

    /// What it names.
    public let target: Target
    /// Where it stands.
    public let location: Location

    /// A reference at a place.
    public init(target: Target, location: Location) {
        self.target = target
        self.location = location
    }
}

extension String {
    /// Without white space at both ends.
    public var trimmingWhitespace: String {
        var view = self[...].unicodeScalars
        while view.first?.properties.isWhitespace == true { view.removeFirst() }
        while view.last?.properties.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
