import Handbook
import Markdown

extension SiteContent {
    /// A phrase as a spreadsheet has it: on one line, without markup, marks and asides. `copy.js` reads a table on the page
    /// by the same rules.
    package func text(of phrase: Phrase) -> String { text(of: phrase.pieces).trimmingWhitespace }

    private func text(of pieces: [Phrase.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .strong(let text), .code(let text), .removed(let text): text
            case .link(let inner, _): text(of: inner)
            case .contents(let block, _): text(of: LineOfText.contents(of: block))
            case .whole(let block, _): text(of: LineOfText.whole(block))
            case .cites, .footnotes: ""
            case .span(let inner, _, let isAside): isAside ? "" : text(of: inner)
            }
        }.joined()
    }

    /// Blocks as a spreadsheet has them.
    package func text(of blocks: [Block]) -> String { text(of: LineOfText.blocks(blocks)) }

    private func text(of inlines: [Inline]) -> String {
        MarkdownWriter.resolved(inlines, resolver: PlainNames()).plainText.foldingWhitespace
    }
}

/// Resolves names for text without links: a wiki link becomes the title of its page.
private struct PlainNames: MarkdownResolver {
    func wikiLink(_ link: WikiLink) -> [Inline] { [.text(link.words)] }

    func citations(_ citations: [Citation]) -> [Inline] { [] }

    func footnoteReference(_ number: Int, use: Int) -> [Inline] { [] }
}
