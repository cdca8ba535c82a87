import Handbook
import Markdown

/// What an author wrote, as Markdown: written from the page's document, with links to twins and citations as links.
struct TwinBody {
    let resolver: TwinResolver

    /// The body without the heading that gives the title, or some of its blocks, as one text, and an empty line after it.
    func lines(of blocks: [Block]?) -> [String] {
        let page = resolver.page
        var text = MarkdownWriter.text(of: blocks ?? page.blocks, in: page.document, resolver: resolver)
        guard !text.isEmpty else { return [] }
        text.removeLast()
        return [text, ""]
    }
}
