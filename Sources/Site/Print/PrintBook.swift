import Diagnostics
import Handbook
import Markdown
import Templates

/// The handbook's pages, ready to be put on one page.
struct PrintBook: Sendable {
    /// More pages than this are not put on one, unless the settings say so: a browser would not show them well.
    static let limit = 500

    struct Chapter: Sendable {
        let title: String
        let id: String
        /// The page that opens it, if there is one, and those in it.
        let opening: Part?
        let parts: [Part]
    }

    struct Part: Sendable {
        let title: String
        let id: String
        let template: String
        let html: String
    }

    let chapters: [Chapter]
    /// The home page's opening.
    let preface: String

    /// - Parameters:
    ///   - pages: every page of the site.
    ///   - pictures: what pages are shown with elsewhere, which their heads name.
    ///   - theme: its templates are used with a layout that leaves nothing but what a page says.
    init?(
        _ pages: [any SitePage],
        _ site: Site,
        _ navigation: Navigation,
        _ theme: ThemeFiles,
        _ constants: SiteConstants,
        _ pictures: SharePictures
    ) async {
        let printed = pages.compactMap { $0.isPrinted ? $0 : Self.opening(of: $0) }
        guard !printed.isEmpty, site.handbook.settings.printsWhole ?? (printed.count <= Self.limit) else { return nil }
        let layout = TemplateFile(name: "layout", path: "theme/layout.mustache", text: "{{$main}}{{/main}}", isOwn: false)
        // What is wrong with the templates is reported when the site is planned.
        var reported = Findings()
        let templates = PageTemplates(
            TemplateSet(theme.templates.filter { $0.name != layout.name } + [layout], into: &reported),
            assets: theme.assetPaths.keys,
            uses: Set(printed.map { PageTemplates.Use($0.template, at: $0.address) }),
            constants: constants
        )
        let addresses = Set(printed.map { Addresses.escaped($0.address) })
        let byAddress = Dictionary(printed.map { ($0.address, $0) }) { first, _ in first }
        let jobs = printed.map { Job(page: $0, demotion: navigation.groups.contains(opening: $0.address) ? 1 : 2) }
        let texts = await inParallel(jobs) { job in
            let shell = PageShell(site: site, navigation: navigation, search: nil, page: job.page, pictures: pictures)
            let values = shell.values(PageContext(site, at: job.page.address)).views
            let html = String(decoding: templates.html(job.page.template, at: job.page.address, values), as: UTF8.self)
            return PrintedHTML(address: job.page.address, demotion: job.demotion, printed: addresses).rewritten(html)
        }
        let htmls = Dictionary(zip(printed.map(\.address), texts)) { first, _ in first }
        func part(_ address: String) -> Part? {
            guard let page = byAddress[address], let html = htmls[address] else { return nil }
            return Part(title: page.title, id: PrintedHTML.id(address), template: page.template, html: html)
        }
        // A book's index comes last.
        let groups = navigation.groups.filter { $0.area != .names } + navigation.groups.filter { $0.area == .names }
        chapters = groups.enumerated().compactMap { index, group in
            let opening = group.address.flatMap(part)
            let parts = group.entries.compactMap { part($0.address) }
            guard opening != nil || !parts.isEmpty else { return nil }
            let id = opening?.id ?? PrintedHTML.id(PrintedHTML.home, "chapter-\(index + 1)")
            return Chapter(title: group.title, id: id, opening: opening, parts: parts)
        }
        preface = Self.preface(site, addresses)
    }

    /// What an author wrote above a list that only a screen needs: that is printed as a page of its own.
    private static func opening(of page: any SitePage) -> (any SitePage)? {
        guard [.map, .comparisons, .gaps].contains(page.area), let opening = (page as? any ListPage)?.opening, !opening.page.blocks.isEmpty
        else { return nil }
        return PlainSitePage(subject: opening)
    }

    private static func preface(_ site: Site, _ addresses: Set<String>) -> String {
        let context = PageContext(site, at: "")
        guard let page = site.handbook.opening(of: "")?.page, let html = context.text(page.blocks, of: page) else { return "" }
        return PrintedHTML(address: "", demotion: 0, printed: addresses).rewritten(html)
    }

    private struct Job: Sendable {
        let page: any SitePage
        let demotion: Int
    }
}

extension [Navigation.Group] {
    /// Whether a page is the first of its area.
    fileprivate func contains(opening address: String) -> Bool { contains { $0.address == address } }
}
