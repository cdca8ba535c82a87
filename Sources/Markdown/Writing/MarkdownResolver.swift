/// Decides what a Markdown writer writes for the parts of a document that depend on the file being written.
///
/// Every requirement has a default, which writes the author's own text.
package protocol MarkdownResolver {
    /// The target of a link in the file being written; `nil` to write only the link's words.
    func link(_ target: LinkTarget) -> LinkTarget?
    /// The target of an image in the file being written; `nil` to write only its alternative text.
    func image(_ target: LinkTarget) -> LinkTarget?
    /// What stands for citations.
    func citations(_ citations: [Citation]) -> [Inline]
    /// What stands for a wiki link.
    func wikiLink(_ link: WikiLink) -> [Inline]
    /// What stands for a reference to a footnote.
    func footnoteReference(_ number: Int, use: Int) -> [Inline]
    /// What stands for raw HTML in running text.
    func html(_ html: String) -> [Inline]
    /// What stands for a block of raw HTML.
    func block(ofHTML html: Block) -> [Block]
}

extension MarkdownResolver {
    /// The target as the author wrote it.
    package func link(_ target: LinkTarget) -> LinkTarget? { target }
    /// The target as the author wrote it.
    package func image(_ target: LinkTarget) -> LinkTarget? { target }
    /// The citations themselves.
    package func citations(_ citations: [Citation]) -> [Inline] { [.citations(citations)] }
    /// The wiki link itself.
    package func wikiLink(_ link: WikiLink) -> [Inline] { [.wikiLink(link)] }
    /// The reference itself.
    package func footnoteReference(_ number: Int, use: Int) -> [Inline] { [.footnoteReference(number: number, use: use)] }
    /// The HTML itself.
    package func html(_ html: String) -> [Inline] { [.html(html)] }
    /// The HTML itself.
    package func block(ofHTML html: Block) -> [Block] { [html] }
}

/// Writes a document as its author wrote it.
package struct AuthoredMarkdown: MarkdownResolver {
    /// A resolver without state.
    package init() {}
}
