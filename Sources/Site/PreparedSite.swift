import Diagnostics
import Formats
import Handbook
import Synchronization
import Templates

/// A site that is ready to be rendered: what its pages share has been made, and each file is made when it is asked for.
///
/// `handbook build` asks for all files, `handbook serve` for those that a browser requests. Both get the same bytes, since the same
/// function makes a file of the same plan. Nothing records which file depends on which input, so no record can be out of date.
public final class PreparedSite: Sendable {
    /// How many pages the site has.
    public var pageCount: Int { plan.pages.count }

    private let plan: SitePlan
    private let presentation: Presentation
    private let navigation: Navigation
    private let constants: SiteConstants
    private let templates: PageTemplates
    private let search: SearchView?
    private let pictures: SharePictures
    private let twins: Twins?
    private let icon: OutputFile?
    /// Made when the first file is asked for, which a build of all files never does.
    private let places: OnDemand<Places>
    private let state = Mutex(State())

    private struct State {
        var pages: [Int: PageShell.Rendered] = [:]
        var renderedCount = 0
        var book: Task<PrintBook?, Never>?
        var parts: [Part: Task<[String: OutputFile], Never>] = [:]
    }

    /// Files that are made together, because most of the work is in what they share.
    fileprivate enum Part: Hashable {
        case texts, packs, data, feeds, maps
    }

    /// Where in the site its files come from.
    fileprivate struct Places: Sendable {
        let files: [String: OutputFile]
        let redirects: [String: Redirects.Redirect]
        let parts: [String: Part]
        /// Pages by the path of their folder.
        let pages: [String: Int]
    }

    /// Prepares a site.
    ///
    /// - Parameter hasFullText: whether an index of the pages' text is published with them.
    public init(_ plan: SitePlan, hasFullText: Bool = false) {
        let (site, theme) = (plan.site, plan.theme)
        let icon = theme.touchIcon()
        let presentation = plan.presentation.forRendering(site, icon: icon?.path, hasFullText: hasFullText)
        let search = SearchView(plan.pages, site.strings, hasFullText: hasFullText)
        navigation = plan.navigation.prepared(for: plan.pages)
        constants = SiteConstants(site, presentation, search)
        pictures = SharePictures(plan.pages, navigation, site)
        twins = Twins(plan.pages.map(\.entry), site)
        let uses =
            plan.pages.map { PageTemplates.Use($0.template, at: $0.address) }
            // Which of the two is used is known when the page is rendered.
            + PrintPage.templates.map { PageTemplates.Use($0, at: Area.print.address) }
            + plan.redirects.map { PageTemplates.Use(Redirects.template, at: $0.from.path) }
            + [PageTemplates.Use(NotFound.template, at: NotFound.path)]
        templates = PageTemplates(plan.templates, assets: theme.assetPaths.keys, uses: Set(uses), constants: constants)
        places = OnDemand { Places(plan, known: Self.known(plan, icon, presentation, search)) }
        (self.plan, self.icon, self.presentation, self.search) = (plan, icon, presentation, search)
    }

    // MARK: - One file

    /// How many pages have been rendered so far.
    public var renderedCount: Int { state.withLock { $0.renderedCount } }

    /// The file at a path; `nil` where the site has none.
    public func file(at path: String) async -> OutputFile? {
        let places = places.value
        if let file = places.files[path] { return file }
        if let redirect = places.redirects[path] { return file(of: redirect) }
        if let part = places.parts[path] { return await files(of: part)[path] }
        if let picture = pictures.file(at: path) { return picture }
        if path == NotFound.path { return notFound }
        // All other files of a page are in its folder.
        let folder = path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)]
        guard let index = places.pages[String(folder)] else { return nil }
        return await page(index).files.first { $0.path == path }
    }

    private func page(_ index: Int) async -> PageShell.Rendered {
        if let rendered = state.withLock({ $0.pages[index] }) { return rendered }
        let page = plan.pages[index]
        let rendered = render(page, page is PrintPage ? await book : nil)
        return state.withLock { state in
            // Who asks for it at the same time gets the same.
            if let rendered = state.pages[index] { return rendered }
            state.renderedCount += 1
            state.pages[index] = rendered
            return rendered
        }
    }

    private func files(of part: Part) async -> [String: OutputFile] {
        let task = state.withLock { state in
            if let task = state.parts[part] { return task }
            let task = Task { Dictionary(await make(part).map { ($0.path, $0) }) { first, _ in first } }
            state.parts[part] = task
            return task
        }
        return await task.value
    }

    private func make(_ part: Part) async -> [OutputFile] {
        switch part {
        case .texts:
            var bodies: [String] = []
            for index in plan.pages.indices { bodies.append(await page(index).twin ?? "") }
            return texts(bodies)
        case .packs: return await twins?.packs() ?? []
        case .data: return await DataFiles.files(plan.site)
        case .feeds: return Feeds.files(plan.site)
        case .maps: return maps
        }
    }

    // MARK: - All files

    /// The whole site, its pages rendered in parallel.
    public func files() async -> SiteBuilder.Result {
        let book = await book
        let pictures = await pictures.files()
        let rendered = await inParallel(plan.pages) { self.render($0, book) }
        state.withLock { $0.renderedCount += rendered.count }
        var files = rendered.flatMap(\.files)
        files.append(notFound)
        files += pictures
        for part in [Part.maps, .feeds, .data, .packs] { files += await make(part) }
        files += texts(rendered.map { $0.twin ?? "" }) + plan.redirects.map(file(of:))
        files += Self.known(plan, icon, presentation, search)
        return SiteBuilder.Result(files: Self.unique(files).sorted { $0.path < $1.path }, pageCount: plan.pages.count)
    }

    /// A file of `static/` replaces one of the theme's of the same path, such as robots.txt.
    private static func unique(_ files: [OutputFile]) -> some Collection<OutputFile> {
        Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: Self.prevailing).values
    }

    /// Which of two files of the same path the site has: the later, unless both are copied.
    fileprivate static func prevailing(_ first: OutputFile, _ second: OutputFile) -> OutputFile {
        if case .copy = first.contents, case .copy = second.contents { first } else { second }
    }

    // MARK: - Making

    /// Renders a page, whether or not it has been.
    func render(_ page: any SitePage, _ book: PrintBook? = nil) -> PageShell.Rendered {
        let shell = PageShell(
            site: plan.site,
            presentation: presentation,
            navigation: navigation,
            search: search,
            page: (page as? PrintPage)?.with(book) ?? page,
            pictures: pictures,
            twins: twins
        )
        return shell.render(templates)
    }

    private var book: PrintBook? {
        get async {
            let task = state.withLock { state in
                if let task = state.book { return task }
                let task = Task { await PrintBook(plan, presentation, constants) }
                state.book = task
                return task
            }
            return await task.value
        }
    }

    private func texts(_ bodies: [String]) -> [OutputFile] {
        twins?.texts(zip(plan.pages, bodies).map { ($0.entry, $1) }) ?? []
    }

    private var maps: [OutputFile] {
        SiteMap.files(plan.pages, plan.site) + OpenSearch.files(plan.site, search, icon: presentation.assets["icon_svg"])
    }

    private var notFound: OutputFile {
        let values = NotFound.values(plan.site, presentation.policy, plan.theme)
        return OutputFile(path: NotFound.path, contents: .bytes(templates.html(NotFound.template, at: NotFound.path, values)))
    }

    private func file(of redirect: Redirects.Redirect) -> OutputFile {
        let html = templates.html(Redirects.template, at: redirect.from.path, Redirects.values(redirect, plan.site, presentation))
        return OutputFile(path: redirect.file, contents: .bytes(html))
    }

    /// The theme's files, the scripts that are made of the handbook, and what is copied.
    private static func known(_ plan: SitePlan, _ icon: OutputFile?, _ presentation: Presentation, _ search: SearchView?) -> [OutputFile] {
        let handbook = plan.site.handbook
        let copied = handbook.assets.sorted().map { path in
            OutputFile(path: Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot), contents: .copy(of: path))
        }
        return plan.theme.outputs + [icon, presentation.compareScript, search?.script].compactMap(\.self) + copied
    }
}

extension PreparedSite.Places {
    /// - Parameter known: files whose bytes are known.
    fileprivate init(_ plan: SitePlan, known: [OutputFile]) {
        let site = plan.site
        files = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: PreparedSite.prevailing)
        redirects = Dictionary(plan.redirects.map { ($0.file, $0) }) { first, _ in first }
        var parts: [String: PreparedSite.Part] = [:]
        for path in SiteMap.paths(site) + OpenSearch.paths(site) { parts[path] = .maps }
        for path in Feeds.paths(site) { parts[path] = .feeds }
        for path in DataFiles.paths(site) { parts[path] = .data }
        if site.handbook.settings.writesTwins {
            for path in Twins.packPaths(site) { parts[path] = .packs }
            for path in Twins.textPaths { parts[path] = .texts }
        }
        self.parts = parts
        pages = Dictionary(plan.pages.enumerated().map { ($1.address, $0) }) { first, _ in first }
    }
}
