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

    /// Builds the site of what was read. `overrides` are the project's own files of `templates/`, by their path there.
    public static func build(_ read: HandbookReader.Result, overrides: [String: String] = [:]) async -> Result {
        let handbook = read.handbook
        var findings = Findings()
        let theme = ThemeFiles(overrides: overrides, groups: handbook.settings.groups.count)
        let strings = Strings(handbook.settings, into: &findings)
        let templates = Templates(theme.templates, into: &findings)
        let site = await Site(read, strings: strings, assets: theme.assetPaths).withCompareScript()
        let pages = SitePages.all(site)
        let navigation = Navigation(pages, site)
        AddressCheck.check(site, pages, into: &findings)

        let rendered = await inParallel(pages.map(PageJob.init)) { job in
            var found = Findings()
            let html = PageShell(site: site, navigation: navigation, page: job.page).render(templates, into: &found)
            return (OutputFile(path: job.page.address + "index.html", text: html), found)
        }
        for (_, found) in rendered { findings.add(contentsOf: found) }
        var files = rendered.map(\.0)
        files.append(NotFound.file(site, theme, templates, into: &findings))
        files += theme.outputs
        files += SiteMap.files(pages, handbook.settings)
        files += CSV.files(handbook, strings)
        files += [site.compareScript].compactMap(\.self)
        files += handbook.assets.sorted().map { path in
            OutputFile(path: Addresses.output(ofAsset: path, contentRoot: handbook.contentRoot), contents: .copy(of: path))
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

    private struct PageJob: Sendable {
        let page: any SitePage
    }
}
