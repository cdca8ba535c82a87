import Handbook
import Markdown

/// What stands around every page: head, contents, breadcrumbs, the way on.
struct PageShell {
    let site: Site
    let navigation: Navigation
    let page: any SitePage

    /// A page as it was rendered, and its files: its own, and one for each of its tables.
    struct Rendered: Sendable {
        /// Names that its template asked for in vain, sorted.
        let missing: [String]
        let files: [OutputFile]
    }

    func render(_ templates: Templates) -> Rendered {
        let values = values()
        let rendered = templates.render(page.template, values)
        var tables: [Table] = []
        View.record(values).gatherTables(into: &tables)
        // One that has its file beside another page is written there.
        let files = tables.filter { $0.home == nil || $0.home == page.address }.map { CSV.file($0, shownAt: page.address) }
        let html = OutputFile(path: page.address + "index.html", text: rendered.html)
        return Rendered(missing: rendered.missing, files: [html] + files + page.files(PageContext(site, at: page.address)))
    }

    /// All that the page's template is given.
    func values() -> [String: View] {
        let context = PageContext(site, at: page.address)
        return shell(context).merging(FrameViews(context: context).values) { _, own in own }.merging(page.values(context)) { _, own in own }
    }

    private func shell(_ context: PageContext) -> [String: View] {
        let settings = site.handbook.settings
        let (previous, next) = navigation.neighbours(of: page.address)
        let outline = page.outline(context)
        return [
            "t": site.strings.view, "language": .text(settings.language), "site_title": .text(settings.title),
            "title": .text(page.title),
            "head_title": .text(page.address.isEmpty ? settings.title : "\(page.title) · \(settings.title)"),
            "description": View(page.description), "policy": .text(site.policy.page), "template": .text(page.template),
            "canonical": View(settings.baseURL.map { $0 + Addresses.escaped(page.address) }),
            "home_href": .text(context.href("")), "is_home": .flag(page.address.isEmpty),
            "assets": .record(site.assets.mapValues { .text(context.addresses.file($0)) }),
            "navigation": navigation.view(page, context), "breadcrumbs": breadcrumbs(context),
            "previous": link(previous, context), "next": link(next, context), "edit_href": View(editAddress(settings)),
            "updated": View(page.origin?.record.text("updated")?.value),
            "feeds": feeds(context),
            "feed_href": page.feed.flatMap { site.changes.isEmpty ? nil : context.addresses.file($0) }.map(View.text) ?? .none,
            "outline": .each(outline) { entry in
                ["title": .text(entry.title), "href": .text("#" + Addresses.escaped(entry.anchor)), "is_deep": .flag(entry.isDeep)]
            },
            "has_outline": .flag(outline.count > 1),
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
        guard !page.address.isEmpty else { return [] }
        var crumbs: [View] = [["title": .text(site.strings["home"]), "href": .text(context.href(""))]]
        if let group = navigation.groups.first(where: { $0.area == page.area }), let address = group.address, address != page.address {
            crumbs.append(["title": .text(group.title), "href": .text(context.href(address))])
        }
        return .list(crumbs)
    }

    private func editAddress(_ settings: Settings) -> String? {
        guard let path = page.origin?.path else { return nil }
        return settings.editURL?.replacing("{path}", with: Addresses.escaped(path))
    }
}
