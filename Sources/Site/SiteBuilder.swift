import Changes
import Diagnostics
import Handbook
import Markdown
import Theme

/// Makes the files of a site from a handbook: every page, the theme's files, what is copied.
public enum SiteBuilder {
    /// A site, and what was found on the way.
    public struct Result: Sendable {
        /// Every file, sorted by path.
        public let files: [OutputFile]
        /// Findings about templates, strings and addresses.
        public let findings: Findings
        /// How many of the files are pages.
        public let pageCount: Int
    }

    /// Builds the site of what was read.
    ///
    /// - Parameters:
    ///   - history: what version control knows of the project.
    ///   - upkeep: what is known of pages beside what they say.
    ///   - overrides: the project's own files of `templates/`, by their path there.
    ///   - hasFullText: whether an index of the pages' text is published with them.
    public static func build(
        _ read: HandbookReader.Result,
        history: History = .none,
        upkeep: Upkeep = .none,
        overrides: [String: String] = [:],
        hasFullText: Bool = false
    ) async -> Result {
        let handbook = read.handbook
        var findings = Findings()
        let settings = handbook.settings
        let theme = ThemeFiles(
            overrides: overrides,
            groups: settings.groups.count,
            roles: handbook.roles.count,
            accent: settings.theme.accent.map(Accent.init)
        )
        let strings = Strings(handbook.settings, into: &findings)
        let catalogues = ["t": Set(Strings.keys), "assets": Set(theme.assetPaths.keys)]
        let templates = Templates(theme.templates, replaced: theme.replacedTemplates, catalogues: catalogues, into: &findings)
        let site = await Site(
            read,
            history: history,
            upkeep: upkeep,
            strings: strings,
            assets: theme.assetPaths,
            hasFullText: hasFullText,
            touchIcon: theme.touchIcon
        ).withCompareScript()
        var pages = SitePages.all(site)
        let navigation = Navigation(pages, site)
        let pictures = await SharePictures.draw(pages, navigation, site)
        let printed = await PrintBook(pages, site, navigation, theme, pictures)
        pages = pages.map { ($0 as? PrintPage)?.with(printed) ?? $0 }
        let search = SearchView(pages, site)
        let twins = Twins(pages, site)
        let redirects = Redirects(pages, site, into: &findings)
        AddressCheck.check(site, pages, redirects, into: &findings)

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
        let moved = redirects.all.map { ($0, templates.render(Redirects.template, Redirects.values($0, site))) }
        misses += moved.map { MissingNames.Miss(template: Redirects.template, names: $1.missing, page: $0.file) }
        MissingNames.report(misses, templates, into: &findings) { address in
            pages.first { $0.address == address }.map { shell($0).values() }
                ?? redirects.values(at: address, site) ?? NotFound.values(site, theme)
        }
        files += theme.outputs + pictures.files
        files += SiteMap.files(pages, site) + OpenSearch.files(site, search)
        files += Feeds.files(site)
        files += await DataFiles.files(site)
        if let twins { files += await twins.files(zip(pages, rendered).map { ($0, $1.twin ?? "") }) }
        files += [site.compareScript, search?.script].compactMap(\.self)
        files += handbook.assets.sorted().map { path in
            OutputFile(path: Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot), contents: .copy(of: path))
        }
        let free = redirects.without(files, into: &findings)
        files += moved.filter { free.contains($0.0.file) }.map { OutputFile(path: $0.0.file, text: $0.1.html) }
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
