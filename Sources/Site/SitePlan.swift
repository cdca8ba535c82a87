import Changes
import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// What a site consists of, before anything of it is rendered: its pages and their order, what redirects to them, and the
/// path of every file.
///
/// `handbook check` stops here: every fault of addresses, theme strings and paths is found, and no page, picture or JSON is
/// made.
public struct SitePlan: Sendable {
    /// A file of the site that has not been made yet.
    public struct File: Sendable, Hashable {
        /// Its path in the site.
        public let path: String
        /// The file of the project that it is copied from; `nil` where it is made.
        public let source: String?
    }

    /// How many pages the site has.
    public var pageCount: Int { pages.count }
    /// The files whose names are known, sorted by path. Those of tables are left out, since only a page's values say whether
    /// a table has rows, and so are those whose names change with their bytes.
    public let files: [File]
    /// Findings about strings, templates and addresses.
    public let findings: Findings

    let site: SiteContent
    let presentation: Presentation
    /// The theme, and what it was made from.
    private let parsed: ParsedTheme
    var theme: ThemeFiles { parsed.theme }
    var templates: TemplateSet { parsed.templates }
    let pages: [any SitePage]
    let navigation: Navigation
    /// The redirects that are in the way of no file.
    let redirects: [Redirects.Redirect]

    /// Plans the site of a project.
    ///
    /// - Parameters:
    ///   - history: what version control knows of the project.
    ///   - upkeep: what is known of pages beside what they say.
    ///   - overrides: the project's own files of `templates/`, by their path there.
    ///   - earlier: the plan of an earlier state of the project. A theme that is the same is not parsed again.
    public init(
        _ project: CheckedProject,
        history: History = .none,
        upkeep: Upkeep = .none,
        overrides: [String: String] = [:],
        reusing earlier: SitePlan? = nil
    ) {
        var findings = Findings()
        let settings = project.handbook.settings
        let parsed = ParsedTheme.of(project, overrides, reusing: earlier?.parsed)
        let theme = parsed.theme
        findings.add(contentsOf: parsed.findings)
        let strings = Strings(settings, into: &findings)
        self.parsed = parsed
        let site = SiteContent(project, history: history, upkeep: upkeep, strings: strings)
        let presentation = Presentation(site, assets: theme.assetPaths)
        let pages = SitePages.all(site, presentation)
        navigation = Navigation(pages, site)
        let redirects = Redirects(pages, site, into: &findings)
        let files = Self.files(pages, site, theme)
        AddressCheck.check(site, presentation, pages, redirects, files: Set(files.keys), into: &findings)
        let byAddress: [String: any SitePage] = Dictionary(pages.map { ($0.address.lowercased(), $0) }) { first, _ in first }
        self.redirects = redirects.free(among: files.keys, into: &findings) { address, path in
            byAddress[address.lowercased()].map { page in
                let context = PageContext(site, presentation, at: page.address)
                return page.tables(context).contains { $0.path(from: page.address).lowercased() == path }
            } ?? false
        }
        let moved = self.redirects.map { File(path: $0.file, source: nil) }
        self.files = (files.values + moved).sorted { $0.path < $1.path }
        (self.site, self.presentation, self.pages, self.findings) = (site, presentation, pages, findings)
    }

    /// The files by path. One that is copied replaces one that is made.
    private static func files(_ pages: [any SitePage], _ site: SiteContent, _ theme: ThemeFiles) -> [String: File] {
        let handbook = site.handbook
        var made =
            [NotFound.path] + DataFiles.paths(site) + SiteMap.paths(site) + Feeds.paths(site) + theme.outputs.map(\.path)
        for page in pages { made += [page.address + "index.html"] + page.filePaths }
        if pages.contains(where: { $0 is NamesPage }) { made += OpenSearch.paths(site) }
        if handbook.settings.writesTwins { made += Twins.paths(pages.map(\.address), site) }
        var files = Dictionary(made.map { ($0, File(path: $0, source: nil)) }) { first, _ in first }
        for source in handbook.assets.sorted(by: >) {
            let path = Addresses.output(ofAsset: source, contentRoot: handbook.contentRoot)
            files[path] = File(path: path, source: source)
        }
        return files
    }
}
