import Handbook
import Markdown
import Templates

extension PageContext {
    /// A phrase as HTML.
    func html(_ phrase: Phrase) -> HTML {
        var html = ""
        write(phrase.pieces, to: &html)
        return HTML(html)
    }

    private func write(_ pieces: [Phrase.Piece], to html: inout String) {
        for piece in pieces {
            switch piece {
            case .text(let text): html += HTMLText.escape(text)
            case .strong(let text): html += "<strong>\(HTMLText.escape(text))</strong>"
            case .code(let text): html += "<code>\(HTMLText.escape(text))</code>"
            case .removed(let text): html += "<s>\(HTMLText.escape(text))</s>"
            case .link(let inner, let address):
                html += #"<a href="\#(HTMLText.escape(href(address)))">"#
                write(inner, to: &html)
                html += "</a>"
            case .contents(let block, let page): html += inner(block, of: page)
            case .whole(let block, let page): html += whole(block, of: page).text
            case .cites(let cited): html += citations(cited)
            case .footnotes(let references, let page): html += marks(references, of: page).text
            case .span(let inner, let style, let isAside):
                html += "<span\(style.map { #" class="\#($0)""# } ?? "")\(isAside ? " data-aside" : "")>"
                write(inner, to: &html)
                html += "</span>"
            }
        }
    }

    /// A phrase as a spreadsheet has it: on one line, without markup, marks and asides. `tables.js` reads a table on the page
    /// by the same rules.
    func text(of phrase: Phrase) -> String { text(of: phrase.pieces).trimmingWhitespace }

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
    func text(of blocks: [Block]) -> String { text(of: LineOfText.blocks(blocks)) }

    private func text(of inlines: [Inline]) -> String {
        MarkdownWriter.resolved(inlines, resolver: PlainNames(handbook: handbook)).plainText.foldingWhitespace
    }
}

/// Resolves names for text without links: a wiki link becomes the title of its page.
private struct PlainNames: MarkdownResolver {
    let handbook: Handbook

    func wikiLink(_ link: WikiLink) -> [Inline] {
        guard link.label == nil, case .found(let id) = handbook.names.resolve(link.target), let page = handbook.page(id) else {
            return [.text(link.label ?? link.target)]
        }
        return [.text(page.title.value)]
    }

    func citations(_ citations: [Citation]) -> [Inline] { [] }

    func footnoteReference(_ number: Int, use: Int) -> [Inline] { [] }
}
