import Handbook
import Markdown

/// A few words with what is in them, as a value: links to pages, citations, what an author wrote. HTML, Markdown and text
/// are written from it by `PageContext.html(_:)`, `TwinTable` and `SiteContent.text(of:)`.
package struct Phrase: Sendable {
    package indirect enum Piece: Sendable {
        case text(String)
        case strong(String)
        case code(String)
        /// Words that no longer hold.
        case removed(String)
        /// A link to the page at an address.
        case link([Piece], address: String)
        /// What is in an item, a cell or a heading of a page, lists within an item left out.
        case contents(Block, of: Page)
        /// All that is in an item of a page, with the lists in it.
        case whole(Block, of: Page)
        /// The marks of citations.
        case cites([Citation])
        /// The marks of footnotes that a page's text refers to. They are not part of a CSV file.
        case footnotes([FootnoteReference], of: Page)
        /// Words with a class of their own. An aside is on the page, but not in the CSV file or the twin.
        case span([Piece], style: String?, isAside: Bool = false)
    }

    package var pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }

    /// Plain words.
    package static func text(_ text: String) -> Self { Self([.text(text)]) }

    /// What is in an item, a cell or a heading of a page.
    package static func contents(_ block: Block, of page: Page) -> Self { Self([.contents(block, of: page)]) }

    /// A page under its title.
    package static func link(_ described: any Described) -> Self { Self([.link(to: described)]) }

    /// A text of front matter, with its citations.
    package static func cited(_ text: CitedText) -> Self { Self([.text(text.text), .cites(text.citations)]) }

    package static func + (first: Self, second: Self) -> Self { Self(first.pieces + second.pieces) }

    /// Whether it says nothing.
    package var isEmpty: Bool { pieces.allSatisfy(\.isEmpty) }
}

extension Phrase.Piece {
    /// A page under its title.
    package static func link(to described: any Described) -> Self { .link([.text(described.title)], address: described.page.address) }

    /// A role under its title; the slug of one that the handbook does not have.
    package static func role(_ slug: String, in handbook: Handbook) -> Self { handbook.role(slug).map { .link(to: $0) } ?? .text(slug) }

    fileprivate var isEmpty: Bool {
        switch self {
        case .text(let text), .strong(let text), .code(let text), .removed(let text): text.isEmpty
        case .link(let inner, _), .span(let inner, _, _): inner.allSatisfy(\.isEmpty)
        case .contents(let block, _), .whole(let block, _): block.inlines.isEmpty && block.children.isEmpty
        case .cites(let citations): citations.isEmpty
        case .footnotes(let references, _): references.isEmpty
        }
    }
}
