import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// Links by address, `/compare/`, lead to pages and files that the site has; pages of different kinds do not share an address.
enum AddressCheck {
    /// - Parameter files: the paths of the site's files, as far as they are known.
    static func check(
        _ site: SiteContent,
        _ presentation: Presentation,
        _ pages: [any SitePage],
        _ redirects: Redirects,
        files: Set<String>,
        into findings: inout Findings
    ) {
        let addresses = Set(pages.map(\.address))
        var first: [String: Page] = [:]
        for page in pages {
            guard let origin = page.origin else { continue }
            if let other = first[page.address], other.path != origin.path {
                findings.add(
                    Rule.duplicateAddress(
                        "'/\(page.address)' is the address of another page",
                        at: origin.source.location(),
                        help: "rename the file or give the page another slug",
                        related: [Related("the other", at: other.source.location())]
                    )
                )
            }
            first[page.address] = first[page.address] ?? origin
        }
        let targets = LinkedPages(pages, site, presentation)
        for page in site.handbook.everyText {
            for (url, place) in page.writtenLinks(allowsHTML: site.handbook.settings.allowsHTML) {
                switch site.links.resolve(url, in: page) {
                case .address(let address, _) where files.contains(address): continue
                case .address(let address, let fragment):
                    let whole = address.isEmpty || address.hasSuffix("/") ? address : address + "/"
                    let bare = whole.hasSuffix("index.html/") ? String(whole.dropLast(11)) : whole
                    if addresses.contains(bare) {
                        if let fault = targets.fault(of: fragment, at: bare, place) { findings.add(fault) }
                    } else {
                        findings.add(Self.dead(url, bare, place, site, addresses, redirects))
                    }
                case .page(let id, let fragment):
                    guard let target = site.handbook.page(id), target.opensArea else { continue }
                    if let fault = targets.fault(of: fragment, at: target.address, place) { findings.add(fault) }
                default: continue
                }
            }
        }
    }

    private static func dead(
        _ url: String,
        _ address: String,
        _ place: Location,
        _ site: SiteContent,
        _ addresses: Set<String>,
        _ redirects: Redirects
    ) -> Diagnostic {
        if let page = redirects.target(of: address) {
            return Rule.deadLink(
                "'\(url)' is an old address",
                at: place,
                help: page.origin.map { "link to its page: \($0.path)" } ?? "link to '/\(page.address)'"
            )
        }
        if let draft = site.handbook.privacy.drafts.fault(ofLink: url, toAddress: address, at: place) { return draft }
        let path = String(url.prefix { $0 != "#" && $0 != "?" })
        if case .file = Addresses.target(ofWritten: path), !path.hasSuffix(".html") {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return Rule.deadLink(
                "'\(url)' is no file of the site",
                at: place,
                help: "put '\(name)' into the folder 'static', under this path, or beside the page"
            )
        }
        return Rule.deadLink(
            "'\(url)' is no address of the site",
            at: place,
            help: NearMiss.best(for: "/" + address, among: addresses.map { "/" + $0 }).map { "did you mean '\($0)'?" }
                ?? "link to the page's file"
        )
    }
}

extension Page {
    /// The addresses of links that its author wrote, in Markdown or in HTML.
    fileprivate func writtenLinks(allowsHTML: Bool) -> [(url: String, place: Location)] {
        document.references.flatMap { reference -> [(url: String, place: Location)] in
            switch reference.target {
            case .link(let url): [(url, reference.location)]
            case .html(let html) where allowsHTML:
                RawAddresses.all(in: html).filter { $0.use == .link }.map { ($0.url, place(of: $0, in: reference)) }
            case .html, .image, .wikiLink, .citation: []
            }
        }
    }
}

/// The pages of the site that links with a fragment lead to, and the anchors that they have.
private struct LinkedPages {
    private let pages: [String: any SitePage]
    private let site: SiteContent
    private let presentation: Presentation

    init(_ pages: [any SitePage], _ site: SiteContent, _ presentation: Presentation) {
        self.pages = Dictionary(pages.map { ($0.address, $0) }) { first, _ in first }
        (self.site, self.presentation) = (site, presentation)
    }

    /// What is wrong with a fragment, if the page at an address has no such anchor.
    func fault(of fragment: String?, at address: String, _ place: Location) -> Diagnostic? {
        guard let fragment, let page = pages[address] else { return nil }
        let anchor = TextDirective.split(fragment).anchor
        if anchor.isEmpty || anchor.lowercased() == "top" { return nil }
        if let origin = page.origin, origin.hasAnchor(fragment, allowsHTML: site.handbook.settings.allowsHTML) { return nil }
        let context = PageContext(site, presentation, at: address)
        let anchors = page.outline(context).map(\.anchor)
        var ids = Set(anchors)
        for (name, view) in page.values(context).views { view.collectIDs(name, into: &ids) }
        if ids.contains(where: { $0.utf8.elementsEqual(anchor.utf8) }) { return nil }
        if let origin = page.origin { return origin.deadFragment(fragment, at: place, others: anchors) }
        return Rule.deadFragment(
            "'#\(anchor)' is no part of /\(address)",
            at: place,
            help: NearMiss.help(for: anchor, among: anchors, called: "anchors there") ?? "link to the page as a whole"
        )
    }
}

extension View {
    /// Adds every value whose name says that it is an id.
    fileprivate func collectIDs(_ name: String, into ids: inout Set<String>) {
        switch self {
        case .text(let text): if name == "id" || name.hasSuffix("_id") { ids.insert(text) }
        case .list(let items): for item in items { item.collectIDs(name, into: &ids) }
        case .record(let record): for (name, value) in record.fields { value.collectIDs(name, into: &ids) }
        case .none, .html, .flag: break
        }
    }
}
