import Handbook
import Markdown

/// What stands around every page: head, contents, breadcrumbs, the way on.
struct PageShell {
    let site: Site
    let navigation: Navigation
    let search: SearchView?
    let page: any SitePage
    let pictures: SharePictures
    /// `nil` where there are none.
    var twins: Twins?

    /// A page as it was rendered, and its files: its own, and one for each of its tables.
    struct Rendered: Sendable {
        /// Names that its template asked for in vain, sorted.
        let missing: [String]
        let files: [OutputFile]
        /// The twin without its front matter; its links are unfilled.
        let twin: String?
    }

    func render(_ templates: Templates) -> Rendered {
        let values = values()
        let rendered = templates.render(page.template, values)
        var tables: [Table] = []
        View.record(values).gatherTables(into: &tables)
        // One that has its file beside another page is written there.
        let files = tables.filter { $0.home == nil || $0.home == page.address }.map { CSV.file($0, shownAt: page.address) }
        let html = OutputFile(path: page.address + "index.html", text: rendered.html)
        let context = PageContext(site, at: page.address)
        let twin = twins.map { $0.body(of: page, inOrder(tables, rendered.html, context)) }
        let twinFiles = twin.flatMap { text in twins.map { [$0.file(of: page, text)] } } ?? []
        return Rendered(missing: rendered.missing, files: [html] + files + twinFiles + page.files(context), twin: twin)
    }

    /// Tables as the page shows them: in the order of the links to their files, each once.
    private func inOrder(_ tables: [Table], _ html: String, _ context: PageContext) -> [Table] {
        guard tables.count > 1 else { return tables }
        var places: [Substring: Int] = [:]
        for (place, part) in html.split(separator: ".csv\"", omittingEmptySubsequences: false).dropLast().enumerated() {
            let href = part[(part.lastIndex(of: "\"").map(part.index(after:)) ?? part.startIndex)...]
            if places[href] == nil { places[href] = place }
        }
        var seen: Set<String> = []
        let found = tables.map { table in
            let href = context.addresses.file(table.path(from: page.address))
            return (href: href, place: places[href.dropLast(4)] ?? .max, table: table)
        }
        return found.sorted { ($0.place, $0.href) < ($1.place, $1.href) }.filter { seen.insert($0.href).inserted }.map(\.table)
    }

    /// All that the page's template is given.
    func values() -> [String: View] {
        let context = PageContext(site, at: page.address)
        let head = HeadViews(page: page, context: context, pictures: pictures, above: above)
        let upkeep = UpkeepViews(page: page.origin, context: context)
        return [shell(context), head.values, FrameViews(context: context).values, upkeep.values, page.values(context)].reduce(into: [:]) {
            all,
            some in
            all.merge(some) { _, own in own }
        }
    }

    private func shell(_ context: PageContext) -> [String: View] {
        let settings = site.handbook.settings
        let (previous, next) = navigation.neighbours(of: page.address)
        let outline = page.outline(context)
        return [
            "t": site.strings.view, "language": .text(settings.language), "site_title": .text(settings.title),
            "title": .text(page.title), "template": .text(page.template), "is_indexed": .flag(page.isIndexed),
            "home_href": .text(context.href("")), "is_home": .flag(page.address.isEmpty),
            "assets": .record(site.assets.mapValues { .text(context.addresses.file($0)) }),
            "navigation": navigation.view(page, context), "breadcrumbs": breadcrumbs(context),
            "previous": link(previous, context), "next": link(next, context), "edit_href": View(editAddress(settings)),
            "is_draft": .flag(page.origin?.isDraft == true),
            "feeds": feeds(context),
            "feed_href": page.feed.flatMap { site.changes.isEmpty ? nil : context.addresses.file($0) }.map(View.text) ?? .none,
            "opensearch_href": OpenSearch.isThere(site, search) ? .text(context.addresses.file(OpenSearch.path)) : .none,
            "twin_href": View(twins.map { _ in context.addresses.file(TwinLinks.path(page.address)) }),
            "data_href": .text(context.addresses.file(page.data)),
            "outline": .each(outline) { entry in
                ["title": .text(entry.title), "href": .text("#" + Addresses.escaped(entry.anchor)), "is_deep": .flag(entry.isDeep)]
            },
            "has_outline": .flag(outline.count > 1), "search": search?.view(page, context) ?? .none,
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

    private func editAddress(_ settings: Settings) -> String? {
        guard let path = page.origin?.path else { return nil }
        return settings.editURL?.replacing("{path}", with: Addresses.escaped(path))
    }
}
