import Diagnostics
import Handbook
import Markdown
import Theme

/// Makes the files of a site from its plan: every page, the theme's files, what is copied.
public enum SiteBuilder {
    /// A site, and what was found on the way.
    public struct Result: Sendable {
        /// Every file, sorted by path.
        public let files: [OutputFile]
        /// Findings about templates that only show when pages are rendered.
        public let findings: Findings
        /// How many of the files are pages.
        public let pageCount: Int
    }

    /// Renders a site.
    ///
    /// - Parameter hasFullText: whether an index of the pages' text is published with them.
    public static func render(_ plan: SitePlan, hasFullText: Bool = false) async -> Result {
        var findings = Findings()
        let (templates, navigation, theme) = (plan.templates, plan.navigation, plan.theme)
        let icon = theme.touchIcon()
        let site = plan.site.forRendering(icon: icon?.path, hasFullText: hasFullText)
        let pictures = await SharePictures.draw(plan.pages, navigation, site)
        let printed = await PrintBook(plan.pages, site, navigation, theme, pictures)
        let pages = plan.pages.map { ($0 as? PrintPage)?.with(printed) ?? $0 }
        let search = SearchView(pages, site)
        let twins = Twins(pages, site)

        func shell(_ page: any SitePage) -> PageShell {
            PageShell(site: site, navigation: navigation, search: search, page: page, pictures: pictures, twins: twins)
        }
        let shells = pages.map(shell)
        let rendered = await inParallel(shells) { $0.render(templates) }
        let notFound = templates.render("404", NotFound.values(site, theme))
        var files = rendered.flatMap(\.files)
        files.append(OutputFile(path: NotFound.path, text: notFound.html))
        var misses = zip(pages, rendered).map { MissingNames.Miss(template: $0.template, names: $1.missing, page: $0.address) }
        misses.append(MissingNames.Miss(template: "404", names: notFound.missing, page: NotFound.path))
        let moved = plan.redirects.map { ($0, templates.render(Redirects.template, Redirects.values($0, site))) }
        misses += moved.map { MissingNames.Miss(template: Redirects.template, names: $1.missing, page: $0.file) }
        MissingNames.report(misses, templates, into: &findings) { address in
            pages.first { $0.address == address }.map { shell($0).values() }
                ?? plan.redirects.first { $0.file == address }.map { Redirects.values($0, site) } ?? NotFound.values(site, theme)
        }
        files += theme.outputs + [icon].compactMap(\.self) + pictures.files
        files += SiteMap.files(pages, site) + OpenSearch.files(site, search)
        files += Feeds.files(site)
        files += await DataFiles.files(site)
        if let twins { files += await twins.files(zip(pages, rendered).map { ($0, $1.twin ?? "") }) }
        files += [site.compareScript, search?.script].compactMap(\.self)
        files += moved.map { OutputFile(path: $0.0.file, text: $0.1.html) }
        files += site.handbook.assets.sorted().map { path in
            OutputFile(path: Addresses.output(ofAsset: path, contentRoot: site.handbook.contentRoot), contents: .copy(of: path))
        }
        files = unique(files)
        return Result(files: files.sorted { $0.path < $1.path }, findings: findings, pageCount: pages.count)
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
