import Handbook
import Markdown

/// What the making of one page needs: the site, seen from the page's address.
struct PageContext: Sendable {
    let site: Site
    let addresses: Addresses

    var handbook: Handbook { site.handbook }
    var strings: Strings { site.strings }
    var analysis: Analysis { site.analysis }

    init(_ site: Site, at address: String) {
        self.site = site
        addresses = Addresses(from: address)
    }

    // MARK: - Links

    func href(_ address: String, _ fragment: String? = nil) -> String { addresses.page(address, fragment: fragment) }

    func href(_ described: any Described) -> String { addresses.page(described.page.address) }

    /// `{title, href}`
    func link(_ described: any Described) -> View { ["title": .text(described.title), "href": .text(href(described))] }

    /// A link, as HTML.
    func anchor(_ described: any Described) -> String { #"<a href="\#(href(described))">\#(RichText.escape(described.title))</a>"# }

    /// A role as it is shown everywhere: title, short form, address, the classes of its group's colour.
    func role(_ slug: String) -> View {
        guard let role = handbook.role(slug) else { return ["title": .text(slug), "short": .text(slug), "href": "", "color": ""] }
        return [
            "title": .text(role.title), "short": .text(role.short), "href": .text(href(role)), "color": .text(color(role)),
        ]
    }

    func roles(_ slugs: [String]) -> View { .each(slugs, role) }

    /// The classes that carry the colour of a role's group.
    func color(_ role: Role) -> String {
        GroupColors.classes(handbook.settings.groups.firstIndex { $0.id == role.group })
    }

    // MARK: - Text

    /// A text's HTML, with the links as they are from this page.
    func html(_ text: RichText, of page: Page) -> String {
        // No blank before the marks of citations, so that none begins a line.
        text.html { slot in fill(slot, page) }.replacing(#/\s+<span class="cites">/#, with: #"<span class="cites">"#)
    }

    /// Blocks of a page as HTML; nothing when there are none.
    func html(_ blocks: [Block], of page: Page) -> View { View(text(blocks, of: page)) }

    func text(_ blocks: [Block], of page: Page) -> String? {
        let text = site.rendered[page.id]?.blocks(blocks) ?? .empty
        return text.isEmpty ? nil : html(text, of: page)
    }

    /// What is inside an item, a cell or a heading.
    func inner(_ block: Block, of page: Page) -> String {
        html(site.rendered[page.id]?.inner[block.id] ?? .empty, of: page)
    }

    /// All of an item, with the lists inside it.
    func whole(_ item: Item, of page: Page) -> String {
        let children = item.children.map { "<li>\(whole($0, of: page))</li>" }
        return inner(item.block, of: page) + (children.isEmpty ? "" : "<ul>\(children.joined())</ul>")
    }

    /// A text of front matter, with its citations.
    func html(_ text: CitedText) -> String {
        RichText.escape(text.text) + citations(text.citations)
    }

    func html(_ text: CitedText?) -> View { text.map { .text(html($0)) } ?? .none }

    func html(_ texts: [CitedText]) -> View { .each(texts) { .text(html($0)) } }

    /// Items of a list: `{html, children: [{html}]}`.
    func items(_ items: [Item], of page: Page) -> View {
        .each(items) { item in
            ["html": .text(inner(item.block, of: page)), "children": .each(item.children) { ["html": .text(inner($0.block, of: page))] }]
        }
    }

    /// The marks of citations: the sources' numbers, each a link.
    func citations(_ citations: [Citation]) -> String {
        let marks = citations.compactMap { citation -> String? in
            guard let source = handbook.source(citation.key) else { return nil }
            let name = strings.text("source_number", ["number": String(source.number), "title": source.title])
            let label = RichText.escape([name, citation.locator].compactMap(\.self).joined(separator: ", "))
            return #"<a class="cite" href="\#(href(source))" title="\#(label)" aria-label="\#(label)">\#(source.number)</a>"#
        }
        return marks.isEmpty ? "" : #"<span class="cites">\#(marks.joined())</span>"#
    }

    /// The marks of sources by their keys.
    func cites(_ keys: [String]) -> View { .text(citations(keys.map { Citation(key: $0) })) }

    private func fill(_ slot: RichText.Slot, _ page: Page) -> String {
        switch slot {
        case .link(let url, let title):
            return attributes(ofLink: url, page) + (title.isEmpty ? "" : #" title="\#(RichText.escape(title))""#)
        case .image(let url, let title):
            return attributes(ofImage: url, page) + (title.isEmpty ? "" : #" title="\#(RichText.escape(title))""#)
        case .citations(let found): return citations(found)
        case .wikiLink(let link):
            guard case .found(let id) = handbook.names.resolve(link.target), let target = handbook.page(id) else {
                return RichText.escape(link.label ?? link.target)
            }
            let words = RichText.escape(link.label ?? target.title.value)
            return #"<a href="\#(addresses.page(target.address, fragment: link.fragment))">\#(words)</a>"#
        case .mention(let words, let key):
            guard let role = handbook.role(key), role.page.address != addresses.from else { return RichText.escape(words) }
            return #"<a class="mention" href="\#(href(role))">\#(RichText.escape(words))</a>"#
        case .footnotePrefix: return "\(page.id.kind.rawValue)-\(page.slug.replacing("/", with: "-"))-"
        }
    }

    private func attributes(ofLink url: String, _ page: Page) -> String {
        guard let (href, isExternal) = address(of: url, in: page) else { return "" }
        return (isExternal ? #" class="external""# : "") + #" href="\#(RichText.escape(href))""#
    }

    /// Where a link that is written in a page leads, as it is from here, and whether that is another site; `nil` if nowhere.
    func address(of url: String, in page: Page) -> (href: String, isExternal: Bool)? {
        switch site.links.resolve(url, in: page) {
        // What stands round every page has no page of its own.
        case .page(let id, let fragment) where id == handbook.frame?.id:
            return ("#" + Addresses.escaped(fragment ?? ""), false)
        case .page(let id, let fragment):
            guard let target = handbook.page(id) else { return nil }
            return (addresses.page(target.address, fragment: fragment), false)
        case .asset(let path): return (addresses.file(Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot)), false)
        case .address(let address, let fragment):
            let isFolder = address.isEmpty || address.hasSuffix("/")
            let whole = isFolder || address.split(separator: "/").last?.contains(".") == true ? address : address + "/"
            let isPage = whole.isEmpty || whole.hasSuffix("/")
            return (isPage ? addresses.page(whole, fragment: fragment) : addresses.file(whole), false)
        case .external(let address): return (address, true)
        case .forbidden, .missing: return nil
        }
    }

    /// The attributes of an `img` element but for `alt`. A picture whose size is known takes its place before it is
    /// there, and is loaded when it is needed.
    private func attributes(ofImage url: String, _ page: Page) -> String {
        switch site.links.resolve(url, in: page) {
        case .asset(let path):
            let address = addresses.file(Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot))
            let size = sizeAttributes(ofAsset: path)
            return #" src="\#(address)""# + size + (size.isEmpty ? "" : #" loading="lazy""#)
        case .external(let address): return #" src="\#(RichText.escape(address))""#
        case .forbidden("data") where url.lowercased().hasPrefix("data:image/"): return #" src="\#(RichText.escape(url))""#
        default: return #" src="""#
        }
    }

    /// ` width="…" height="…"` of a picture; empty where its size is not known.
    func sizeAttributes(ofAsset path: String) -> String {
        handbook.imageSizes[path].map { #" width="\#($0.width)" height="\#($0.height)""# } ?? ""
    }
}
