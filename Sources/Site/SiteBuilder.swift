import Diagnostics
import Formats
import Handbook
import Markdown

/// Makes the files of a site from its plan: every page, the theme's files, what is copied.
public enum SiteBuilder {
    /// A site.
    public struct Result: Sendable {
        /// Every file, sorted by path.
        public let files: [OutputFile]
        /// How many of the files are pages.
        public let pageCount: Int
    }

    /// Renders a site.
    ///
    /// - Parameter hasFullText: whether an index of the pages' text is published with them.
    public static func render(_ plan: SitePlan, hasFullText: Bool = false) async -> Result {
        let (navigation, theme) = (plan.navigation.prepared(for: plan.pages), plan.theme)
        let icon = theme.touchIcon()
        let site = plan.site
        let presentation = plan.presentation.forRendering(site, icon: icon?.path, hasFullText: hasFullText)
        let pictures = await SharePictures.draw(plan.pages, navigation, site)
        let search = SearchView(plan.pages, site.strings, hasFullText: hasFullText)
        let constants = SiteConstants(site, presentation, search)
        let printed = await PrintBook(plan, presentation, constants)
        let pages = plan.pages.map { ($0 as? PrintPage)?.with(printed) ?? $0 }
        let twins = Twins(pages.map(\.entry), site)

        func shell(_ page: any SitePage) -> PageShell {
            PageShell(
                site: site,
                presentation: presentation,
                navigation: navigation,
                search: search,
                page: page,
                pictures: pictures,
                twins: twins
            )
        }
        let uses =
            pages.map { PageTemplates.Use($0.template, at: $0.address) }
            + plan.redirects.map { PageTemplates.Use(Redirects.template, at: $0.from.path) }
            + [PageTemplates.Use(NotFound.template, at: NotFound.path)]
        let templates = PageTemplates(plan.templates, assets: theme.assetPaths.keys, uses: Set(uses), constants: constants)
        let shells = pages.map(shell)
        let rendered = await inParallel(shells) { $0.render(templates) }
        var files = rendered.flatMap(\.files)
        let notFound = templates.html(NotFound.template, at: NotFound.path, NotFound.values(site, presentation.policy, theme))
        files.append(OutputFile(path: NotFound.path, contents: .bytes(notFound)))
        files += theme.outputs + [icon].compactMap(\.self) + pictures.files
        files += SiteMap.files(pages, site) + OpenSearch.files(site, search, icon: presentation.assets["icon_svg"])
        files += Feeds.files(site)
        files += await DataFiles.files(site)
        if let twins { files += await twins.files(zip(pages, rendered).map { ($0.entry, $1.twin ?? "") }) }
        files += [presentation.compareScript, search?.script].compactMap(\.self)
        files += plan.redirects.map { redirect in
            let html = templates.html(Redirects.template, at: redirect.from.path, Redirects.values(redirect, site, presentation))
            return OutputFile(path: redirect.file, contents: .bytes(html))
        }
        files += site.handbook.assets.sorted().map { path in
            OutputFile(path: Addresses.output(ofAsset: path, contentRoot: site.handbook.contentRoot), contents: .copy(of: path))
        }
        files = unique(files)
        return Result(files: files.sorted { $0.path < $1.path }, pageCount: pages.count)
    }

    /// A file of `static/` replaces one of the theme's of the same path, such as robots.txt.
    private static func unique(_ files: [OutputFile]) -> [OutputFile] {
        var byPath: [String: OutputFile] = [:]
        for file in files {
            if let first = byPath[file.path], case .copy = first.contents, case .copy = file.contents { continue }
            byPath[file.path] = file
        }
        return Array(byPath.values)
    }
}
