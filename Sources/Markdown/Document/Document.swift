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
    /// Whether the author set the id, `{#id}`.
    public let isAnchorExplicit: Bool
    /// Where it stands.
    public let location: Location
}

/// A block of a document: a heading, a paragraph, a list, an item, a table, a row, a cell, …
public struct Block: Sendable, Identifiable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        case heading(level: Int, anchor: String)
        case paragraph
        case list(ListStyle)
        /// `checked` is `nil` for items that are not tasks. `isTight` is that of the list, so that an item can be written
        /// on its own.
        case item(checked: Bool?, isTight: Bool)
        case quote
        /// A block quote that opens with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`; `kind` is that
        /// word in lower case.
        case alert(kind: String)
        /// One alignment for each column.
        case table([ColumnAlignment])
        case row(isHeader: Bool)
        case cell
        /// `info` is what follows the opening fence; empty for indented code. `text` ends with a line end.
        case code(info: String, text: String)
        /// Raw HTML as written.
        case html(String)
        case thematicBreak
        /// `number` counts from 1; `uses` is how many references the document has to it.
        case footnote(number: Int, uses: Int)
        case other
    }

    /// How a list is written.
    public struct ListStyle: Sendable, Hashable {
        /// The number of the first item; `nil` for bullets.
        public var start: Int?
        /// Whether its paragraphs stand without `<p>`, since no blank line separates them.
        public var isTight: Bool

        /// A list of bullets, or of numbers from `start`.
        public init(start: Int? = nil, isTight: Bool = true) {
            self.start = start
            self.isTight = isTight
        }

        /// Whether its items are numbered.
        public var isOrdered: Bool { start != nil }
    }

    /// How the cells of a table's column are aligned.
    public enum ColumnAlignment: String, Sendable, Hashable {
        case none, left, center, right
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

    /// A block.
    public init(id: Int, kind: Kind, lines: ClosedRange<Int>, inlines: [Inline] = [], children: [Block] = []) {
        (self.id, self.kind, self.lines, self.inlines, self.children) = (id, kind, lines, inlines, children)
    }

    /// Whether it is a list.
    public var isList: Bool { if case .list = kind { true } else { false } }
    /// Whether it is a table.
    public var isTable: Bool { if case .table = kind { true } else { false } }
    /// Whether it is raw HTML.
    public var isHTML: Bool { if case .html = kind { true } else { false } }
    /// Whether it is the definition of a footnote.
    public var isFootnote: Bool { if case .footnote = kind { true } else { false } }

    /// The text of the block and of those in it, without markup; that of raw HTML without its tags. Lists within an item left out.
    public var plainText: String {
        if !inlines.isEmpty { return inlines.plainText }
        if case .html(let html) = kind { return RawHTML.plainText(of: html) }
        return children.filter { !$0.isList }
            .map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The citations of the block, lists within an item left out.
    public var citations: [Citation] {
        if !inlines.isEmpty { return inlines.citations }
        return children.filter { !$0.isList }.flatMap(\.citations)
    }
}

/// A piece of running text.
public indirect enum Inline: Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(LinkTarget, [Inline])
    case image(LinkTarget, alt: [Inline])
    case softBreak
    case lineBreak
    /// Raw HTML as written: one tag, comment, declaration or processing instruction.
    case html(String)
    /// `number` is that of the footnote; `use` counts the references to it from 1.
    case footnoteReference(number: Int, use: Int)
    case citations([Citation])
    case wikiLink(WikiLink)
    /// The words of a name that the author did not write as a link (text and soft breaks), and the key of what it names.
    /// Resolving adds mentions to a document; parsing does not.
    case mention([Inline], key: String)
}

/// A reference to a footnote.
public struct FootnoteReference: Sendable, Hashable {
    /// The footnote's number.
    public let number: Int
    /// Which of the references to it this is, counted from 1.
    public let use: Int
}

/// Where a link or an image leads, as written, with references resolved and entities decoded.
public struct LinkTarget: Sendable, Hashable {
    /// The address; empty if there is none.
    public let url: String
    /// What follows the address in quotes; empty if there is nothing.
    public let title: String

    /// A target.
    public init(_ url: String, title: String = "") {
        self.url = url
        self.title = title
    }
}

extension [Inline] {
    /// The text without markup; citations and footnote references are left out.
    public var plainText: String {
        var text = RunningText()
        text.append(self)
        return text.text.trimmingWhitespace
    }

    /// Every reference to a footnote, in order.
    public var footnoteReferences: [FootnoteReference] {
        flatMap { inline -> [FootnoteReference] in
            switch inline {
            case .footnoteReference(let number, let use): [FootnoteReference(number: number, use: use)]
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner): inner.footnoteReferences
            default: []
            }
        }
    }

    /// Every citation, in order.
    public var citations: [Citation] {
        flatMap { inline -> [Citation] in
            switch inline {
            case .citations(let citations): citations
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner): inner.citations
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
    /// Without white space at the end.
    package var trimmingWhitespaceAtEnd: String {
        var view = self[...].unicodeScalars
        while view.last?.properties.isWhitespace == true { view.removeLast() }
        return String(view)
    }

    /// Without white space at both ends.
    public var trimmingWhitespace: String {
        var view = self[...].unicodeScalars
        while view.first?.properties.isWhitespace == true { view.removeFirst() }
        while view.last?.properties.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
