import Formats
import Handbook
import Markdown
import Templates

/// What the making of one page needs: the site, seen from the page's address.
struct PageContext: Sendable {
    let site: SiteContent
    let presentation: Presentation
    let addresses: Addresses
    /// What ids begin with: nothing, except on the print page, which holds many pages.
    let idPrefix: String
    private let htmlOptions: HTMLOptions

    var handbook: Handbook { site.handbook }
    var strings: Strings { site.strings }
    var analysis: Analysis { site.analysis }

    init(_ site: SiteContent, _ presentation: Presentation, at address: String) {
        (self.site, self.presentation) = (site, presentation)
        addresses = Addresses(from: address)
        idPrefix = ""
        htmlOptions = presentation.htmlOptions
    }

    /// A page as a part of the print page.
    ///
    /// - Parameter headingShift: by how many levels its headings are lowered.
    init(_ site: SiteContent, _ presentation: Presentation, at address: String, among printed: PrintedPages, headingShift: Int) {
        (self.site, self.presentation) = (site, presentation)
        addresses = Addresses(from: address, printed: printed)
        idPrefix = PrintedPages.id(address, "")
        var options = presentation.htmlOptions
        (options.idPrefix, options.headingShift, options.hasLandmarks) = (idPrefix, headingShift, false)
        htmlOptions = options
    }

    // MARK: - Ids

    /// An anchor for what the theme lists on the page of an area, beside those of the headings that its author wrote there.
    func anchor(_ name: String, in area: Area) -> String { handbook.opening(of: area.address)?.page.anchor(name) ?? name }

    /// The id of an element that a page names by an anchor.
    func id(_ anchor: String) -> View { .text(idPrefix + anchor) }

    /// The id of an element that may have none.
    func id(_ anchor: String?) -> View { View(anchor.map { idPrefix + $0 }) }

    // MARK: - Links

    func href(_ address: String, _ fragment: String? = nil) -> String { addresses.page(address, fragment: fragment) }

    /// The address of a file that is copied as it is, by its path in the project.
    func file(_ path: String, _ fragment: String? = nil) -> String {
        addresses.file(Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot)) + (fragment.map(Addresses.anchor) ?? "")
    }

    func href(_ described: any Described) -> String { addresses.page(described.page.address) }

    /// `{title, href}`
    func link(_ described: any Described) -> View { ["title": .text(described.title), "href": .text(href(described))] }

    /// A role as it is shown everywhere: title, short form, address, the classes of its group's colour.
    func role(_ slug: String) -> View {
        guard let role = handbook.role(slug) else { return ["title": .text(slug), "short": .text(slug), "href": "", "color": ""] }
        return [
            "title": .text(role.title), "short": .text(role.short), "href": .text(href(role)), "color": .text(site.color(role)),
        ]
    }

    func roles(_ slugs: [String]) -> View { .each(slugs, role) }

    // MARK: - Text

    /// Blocks of a page as HTML; nothing when there are none.
    func html(_ blocks: [Block], of page: Page) -> View { View(text(blocks, of: page).map { HTML($0) }) }

    func text(_ blocks: [Block], of page: Page) -> String? {
        guard !blocks.isEmpty else { return nil }
        var writer = writer(page)
        writer.write(blocks)
        return writer.bytes.isEmpty ? nil : writer.html
    }

    /// What is inside an item, a cell or a heading.
    func inner(_ block: Block, of page: Page) -> String {
        var writer = writer(page)
        writer.writeContents(of: block)
        return writer.html
    }

    private func writer(_ page: Page) -> HTMLWriter<PageDestinations> {
        HTMLWriter(PageDestinations(context: self, page: page), options: htmlOptions)
    }

    /// All that is in an item, with the lists in it, as its author wrote it.
    func whole(_ item: Block, of page: Page) -> HTML {
        var writer = writer(page)
        writer.writeWhole(item)
        return HTML(writer.html)
    }

    /// The marks of footnotes that a page's text refers to.
    func marks(_ footnotes: [FootnoteReference], of page: Page) -> HTML {
        var writer = writer(page)
        writer.writeInlines(footnotes.map { .footnoteReference(number: $0.number, use: $0.use) })
        return HTML(writer.html)
    }

    /// A text of front matter, with its citations.
    func html(_ text: CitedText) -> String {
        HTMLText.escape(text.text) + citations(text.citations)
    }

    func html(_ text: CitedText?) -> View { View(text.map { HTML(html($0)) }) }

    func html(_ texts: [CitedText]) -> View { .each(texts) { .html(HTML(html($0))) } }

    /// The marks of citations: the sources' numbers, each a link.
    func citations(_ citations: [Citation]) -> String {
        var bytes: [UInt8] = []
        HTMLText.append(citations.compactMap { mark(of: $0) }, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The mark of a citation; `nil` if the handbook has no such source.
    func mark(of citation: Citation) -> HTMLCitation? {
        guard let source = handbook.source(citation.key) else { return nil }
        let name = strings.text("source_number", ["number": String(source.number), "title": source.title])
        let label = [name, citation.locator].compactMap(\.self).joined(separator: ", ")
        return HTMLCitation(href: href(source), number: source.number, label: label)
    }

    /// The marks of sources by their keys.
    func cites(_ keys: [String]) -> View { .html(marks(keys)) }

    func marks(_ keys: [String]) -> HTML { HTML(citations(keys.map { Citation(key: $0) })) }

    /// Where a link that is written in a page leads, as it is from here, and whether that is another site; `nil` if nowhere.
    func address(of url: String, in page: Page) -> (href: String, isExternal: Bool)? {
        switch site.links.resolve(url, in: page) {
        // What stands round every page has no page of its own.
        case .page(let id, let fragment) where id == handbook.frame?.id:
            return (Addresses.anchor(fragment ?? ""), false)
        case .page(let id, let fragment):
            guard let target = handbook.page(id) else { return nil }
            return (addresses.page(target.address, fragment: fragment), false)
        case .asset(let path, let fragment): return (file(path, fragment), false)
        case .address(let address, let fragment):
            switch Addresses.target(ofWritten: address) {
            case .page(let address): return (addresses.page(address, fragment: fragment), false)
            case .file(let path): return (addresses.file(path) + (fragment.map(Addresses.anchor) ?? ""), false)
            }
        case .external(let address): return (address, true)
        case .forbidden, .local, .missing: return nil
        }
    }
}
