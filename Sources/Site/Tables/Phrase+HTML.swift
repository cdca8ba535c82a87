import Formats
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
}
