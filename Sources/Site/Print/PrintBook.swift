import Formats
import Handbook
import Markdown
import Templates

/// The handbook's pages, written for the print page.
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
        let html: HTML
    }

    let chapters: [Chapter]
    /// The home page's opening.
    let preface: HTML?

    /// Renders the printed pages of a site; `nil` if it has none, or if they are too many for one page.
    init?(_ plan: SitePlan, _ presentation: Presentation, _ constants: SiteConstants) async {
        let (site, navigation) = (plan.site, plan.navigation)
        let pages = plan.pages.compactMap(Self.printed)
        guard !pages.isEmpty, site.handbook.settings.printsWhole ?? (pages.count <= Self.limit) else { return nil }
        let home = site.handbook.opening(of: "")?.page
        var openings = home.map { ["": $0.blocks.anchors] } ?? [:]
        for page in plan.pages where !page.isPrinted {
            if let opening = Self.opening(of: page)?.subject.page { openings[page.address] = opening.blocks.anchors }
        }
        let printed = PrintedPages(pages.map(\.address), openings: openings)

        let first = Set(navigation.groups.compactMap(\.address))
        let jobs = pages.map { Job(page: $0, headingShift: first.contains($0.address) ? 1 : 2) }
        let templates = PageTemplates(
            // A printed page has no header, navigation or footer.
            plan.templates.replacing("layout", with: "{{$main}}{{/main}}"),
            assets: plan.theme.assetPaths.keys,
            uses: Set(jobs.map(\.use)),
            constants: constants
        )
        let htmls = await inParallel(jobs) { job in
            let context = PageContext(site, presentation, at: job.page.address, among: printed, headingShift: job.headingShift)
            return HTML(String(decoding: templates.html(job.use, Self.values(job.page, context)), as: UTF8.self))
        }
        let parts = Dictionary(
            zip(pages, htmls).map { page, html in
                (page.address, Part(title: page.title, id: PrintedPages.id(page.address), template: page.template, html: html))
            }
        ) { first, _ in first }
        // A book's index comes last.
        let groups = navigation.groups.filter { $0.area != .names } + navigation.groups.filter { $0.area == .names }
        chapters = groups.enumerated().compactMap { index, group in
            let opening = group.address.flatMap { parts[$0] }
            let entries = group.entries.compactMap { parts[$0.address] }
            guard opening != nil || !entries.isEmpty else { return nil }
            let id = opening?.id ?? PrintedPages.id(Area.print.address, "chapter-\(index + 1)")
            return Chapter(title: group.title, id: id, opening: opening, parts: entries)
        }
        preface = home.flatMap { page in
            PageContext(site, presentation, at: "", among: printed, headingShift: 0).text(page.blocks, of: page).map { HTML($0) }
        }
    }

    /// What a page's template is given on the print page: nothing of what is around the page elsewhere.
    private static func values(_ page: any SitePage, _ context: PageContext) -> [String: View] {
        var values = page.values(context)
        values.add(PageFacts(page: page, context: context).values)
        values.add(UpkeepViews(page: page.origin, context: context).values)
        values.add(["id_prefix": .text(context.idPrefix)])
        return values.views
    }

    /// A page, or its opening where the rest needs a screen; `nil` if nothing of it is printed.
    private static func printed(_ page: any SitePage) -> (any SitePage)? {
        if page.isPrinted { return page }
        return opening(of: page)
    }

    /// What an author wrote above a list that only a screen needs: that is printed as a page of its own.
    private static func opening(of page: any SitePage) -> PlainSitePage? {
        guard page.area != .home, page.area != .print, let opening = (page as? any ListPage)?.opening, !opening.page.blocks.isEmpty
        else { return nil }
        return PlainSitePage(subject: opening)
    }

    private struct Job: Sendable {
        let page: any SitePage
        let headingShift: Int

        var use: PageTemplates.Use { PageTemplates.Use(page.template, printedWith: headingShift) }
    }
}

extension [Block] {
    /// The anchors of the headings in it.
    fileprivate var anchors: Set<String> {
        reduce(into: []) { anchors, block in
            if case .heading(_, let anchor) = block.kind { anchors.insert(anchor) } else { anchors.formUnion(block.children.anchors) }
        }
    }
}
