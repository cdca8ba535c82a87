/// Resolves what a document names, for the page that shows it. Every value is plain text: the writer escapes it.
package protocol HTMLDestinations {
    /// What ids of footnotes begin with, so that a page can show several documents.
    var footnotePrefix: String { get }
    /// The address of a footnote on the page that shows the document's footnotes, as it is from the page being written; `nil`
    /// where that page shows them itself. References to footnotes elsewhere have no ids: nothing links back to them.
    ///
    /// - Parameter anchor: the footnote's id without the prefix: `fn-1`.
    func footnote(_ anchor: String) -> String?
    /// Where a link leads; `nil` if nowhere.
    func link(_ url: String) -> HTMLLink?
    /// The picture that an image shows.
    func image(_ url: String) -> HTMLImage
    /// The mark of a citation; `nil` if the source is unknown.
    func citation(_ citation: Citation) -> HTMLCitation?
    /// The address and the title of the page that a wiki link names; `nil` if there is none.
    func wikiLink(_ link: WikiLink) -> (href: String, title: String)?
    /// The picture that a wiki link shows, `![[map.png]]`; `nil` if it names none.
    func embed(_ link: WikiLink) -> HTMLImage?
    /// An address in raw HTML, as it is from the page; `nil` to keep it as it is.
    func raw(_ url: String, _ use: RawAddresses.Use) -> String?
    /// The address of what a mention names; `nil` where its words stay plain.
    func mention(_ key: String) -> String?
}

extension HTMLDestinations {
    /// No picture.
    package func embed(_ link: WikiLink) -> HTMLImage? { nil }
    /// The address as it is.
    package func raw(_ url: String, _ use: RawAddresses.Use) -> String? { nil }
}

/// Where a link leads.
package struct HTMLLink: Sendable, Hashable {
    /// The address, as it is from the page.
    package var href: String
    /// Whether it is on another site.
    package var isExternal: Bool

    /// A link.
    package init(href: String, isExternal: Bool = false) { (self.href, self.isExternal) = (href, isExternal) }
}

/// A picture.
package struct HTMLImage: Sendable, Hashable {
    /// Its address, as it is from the page; empty if the image leads nowhere.
    package var src: String
    /// Its size in pixels, if known. Such a picture reserves its space and is loaded when it is needed.
    package var width: Int?, height: Int?

    /// A picture.
    package init(src: String, width: Int? = nil, height: Int? = nil) { (self.src, self.width, self.height) = (src, width, height) }
}

/// The mark of a citation.
package struct HTMLCitation: Sendable, Hashable {
    /// The address of the source's page.
    package var href: String
    /// The source's number.
    package var number: Int
    /// What a screen reader and a tooltip say.
    package var label: String

    /// A mark.
    package init(href: String, number: Int, label: String) { (self.href, self.number, self.label) = (href, number, label) }
}
