import Formats
import Handbook
import Markdown
import Templates

/// What stands around every page: head, contents, breadcrumbs, the way on.
struct PageShell {
    let site: SiteContent
    let presentation: Presentation
    let navigation: Navigation
    let search: SearchView?
    let page: any SitePage
    let pictures: SharePictures
    /// `nil` where there are none.
    var twins: Twins?

    /// A page as it was rendered, and its files: its own, and one for each of its tables.
    struct Rendered: Sendable {
        let files: [OutputFile]
        /// The twin without its front matter; its links are unfilled.
        let twin: String?
    }

    func render(_ templates: PageTemplates) -> Rendered {
        let context = PageContext(site, presentation, at: page.address)
        let values = values(context)
        let tables = values.tables
        // One that has its file beside another page is written there.
        let files = tables.filter { $0.home == nil || $0.home == page.address }.map { CSV.file($0, shownAt: page.address, site) }
        let rendered = templates.html(page.template, at: page.address, values.views)
        let html = OutputFile(path: page.address + "index.html", contents: .bytes(rendered))
        let twin = twins.map { $0.body(of: page.entry, tables) { page.twin($0, context) } }
        let twinFiles = twin.flatMap { text in twins.map { [$0.file(of: page.entry, text)] } } ?? []
        return Rendered(files: [html] + files + twinFiles + page.files(context), twin: twin)
    }

    /// What every page gives its template, the site's constants left aside.
    static let shape = [own, HeadViews.shape, FrameViews.shape, UpkeepViews.shape].reduce(PageFacts.shape) { $0.adding($1) }
    private static let own: ViewShape.Fields = [
        "navigation": Navigation.shape, "breadcrumbs": .list(.link), "previous": .link, "next": .link, "feeds": .list(.link),
        "feed_href": .text, "twin_href": .text,
        "outline": .list(["title": .text, "href": .text, "is_deep": .flag]), "shows_outline": .flag, "search": SearchView.shape,
        "styles": .list(.text), "has_tables": .flag,
    ]

    /// All that the page's template is given, the site's constants left aside.
    func values(_ context: PageContext) -> PageValues {
        var values = page.values(context)
        values.add(PageFacts(page: page, context: context).values)
        values.add(shell(context))
        values.add(styles(values.tables, context))
        values.add(HeadViews(page: page, context: context, pictures: pictures, above: above).values)
        values.add(FrameViews(context: context).values)
        values.add(UpkeepViews(page: page.origin, context: context).values)
        return values
    }

    private func shell(_ context: PageContext) -> [String: View] {
        let (previous, next) = navigation.neighbours(of: page.address)
        let outline = page.outline(context)
        return [
            "navigation": navigation.view(page, context), "breadcrumbs": breadcrumbs(context),
            "previous": link(previous, context), "next": link(next, context), "feeds": feeds(context),
            "feed_href": page.feed.flatMap { site.changes.isEmpty ? nil : context.addresses.file($0) }.map(View.text) ?? .none,
            "twin_href": View(twins.map { _ in context.addresses.file(TwinLinks.path(page.address)) }),
            "outline": .each(outline) { entry in
                ["title": .text(entry.title), "href": .text("#" + Addresses.escaped(entry.anchor)), "is_deep": .flag(entry.isDeep)]
            },
            "shows_outline": .flag(outline.count > 1), "search": search?.view(page, context) ?? .none,
        ]
    }

    /// The style sheets that the page links, and whether it has tables.
    private func styles(_ tables: [Table], _ context: PageContext) -> [String: View] {
        var sheets = page.sheets
        let hasTables = !tables.isEmpty || page.origin?.document.blocks.contains(where: \.hasTable) == true
        // The print page has a header and a foot of its own.
        if FrameViews.isShown(in: site.handbook), !sheets.contains(.book) { sheets.insert(.frame) }
        if hasTables, !sheets.contains(where: \.hasTables) { sheets.insert(.tables) }
        return [
            "styles": .each(ThemeFiles.paths(of: sheets, in: presentation.assets)) { .text(context.addresses.file($0)) },
            "has_tables": .flag(hasTables || sheets.contains(where: \.bringsTables)),
        ]
    }

    /// The handbook's feed, and the page's own.
    private func feeds(_ context: PageContext) -> View {
        guard !site.changes.isEmpty else { return [] }
        let whole = [(title: site.handbook.settings.title, path: Feeds.path)]
        let own = page.feed.map { [(title: page.title, path: $0)] } ?? []
        return .each(whole + own) { feed in
            ["title": .text("\(feed.title) · \(site.strings["changes"])"), "href": .text(context.addresses.file(feed.path))]
        }
    }

    private func link(_ entry: Navigation.Entry?, _ context: PageContext) -> View {
        entry.map { ["title": .text($0.title), "href": .text(context.href($0.address))] } ?? .none
    }

    /// From the home page down to the page itself, which is not a link.
    private func breadcrumbs(_ context: PageContext) -> View {
        .each(above) { ["title": .text($0.title), "href": .text(context.href($0.address))] }
    }

    /// The pages above this one, the home page first.
    private var above: [(title: String, address: String)] {
        guard !page.address.isEmpty else { return [] }
        let group = navigation.groups.first { $0.area == page.area }
        let area = group.flatMap { group in group.address.map { (title: group.title, address: $0) } }.flatMap {
            $0.address == page.address ? nil : $0
        }
        return [(site.strings["home"], "")] + [area].compactMap(\.self)
    }
}

extension Block {
    /// Whether it is a table or has one in it.
    fileprivate var hasTable: Bool { isTable || children.contains(where: \.hasTable) }
}
