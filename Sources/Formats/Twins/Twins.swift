import Diagnostics
import Handbook
import Markdown

/// The site for programs that read text: each page once more as Markdown beside it, with links among these twins, a pack
/// for each role, and `llms.txt`.
package struct Twins: Sendable {
    package let site: SiteContent
    /// The pages of each area, in order.
    private let areas: [Area: [PageEntry]]
    private let pages: [String: PageEntry]
    /// Sources by the path of their twin, as links have it.
    private let sources: [String: Source]

    /// The twins of a site's pages; `nil` where the settings turn them off.
    package init?(_ pages: [PageEntry], _ site: SiteContent) {
        guard site.handbook.settings.writesTwins else { return nil }
        self.site = site
        self.pages = Dictionary(pages.map { ($0.address, $0) }) { first, _ in first }
        areas = Dictionary(grouping: pages, by: \.area)
        sources = Dictionary(site.handbook.sources.map { (TwinLinks.escaped(TwinLinks.path($0.page.address)), $0) }) { first, _ in first }
    }

    /// The paths of all twins, the packs and `llms.txt`.
    package static func paths(_ pages: [String], _ site: SiteContent) -> [String] {
        pages.map(TwinLinks.path) + packPaths(site) + textPaths
    }

    /// The paths of the roles' packs.
    package static func packPaths(_ site: SiteContent) -> [String] { site.handbook.roles.map { RolePack.path(of: $0) } }

    /// The paths of `llms.txt` and `llms-full.txt`.
    package static let textPaths = [LLMsText.path, LLMsText.fullPath]

    /// The pages of an area, in order.
    func entries(of area: Area) -> [PageEntry] { areas[area] ?? [] }

    /// Whether the site has a page at an address.
    func hasPage(at address: String) -> Bool { pages[address] != nil }

    // MARK: - A page

    /// The twin of a page, below its front matter, with its links unfilled.
    ///
    /// - Parameters:
    ///   - tables: the page's tables, in the order in which it shows them.
    ///   - contents: writes what is below the page's title and summary.
    package func body(of page: PageEntry, _ tables: [Table], _ contents: (TwinWriter) -> [String]) -> String {
        let writer = TwinWriter(page: page, tables: tables, twins: self)
        let summary =
            page.origin?.summary.map { "*\(MarkdownText.escaped($0.text))*\(writer.export.marks($0.citations))" }
            ?? page.description.map { "*\(MarkdownText.escaped($0))*" }
        return MarkdownExport.joined(["# \(MarkdownText.escaped(page.title))", "", summary ?? "", ""] + contents(writer))
    }

    /// The file of a page's twin.
    package func file(of page: PageEntry, _ body: String) -> OutputFile {
        let text = head(page, kind: page.kind, body) + TwinLinks.text(body, from: page.address)
        return OutputFile(path: TwinLinks.path(page.address), text: text)
    }

    /// The file of all that one role decides, does and is asked; `nil` if the role has no page.
    func pack(of role: Role, _ empty: [(matrix: Matrix, row: Matrix.Row)]) -> OutputFile? {
        guard let page = pages[role.page.address] else { return nil }
        let text = RolePack(role: role, writer: TwinWriter(page: page, tables: [], twins: self), empty: empty).text
        let file = head(page, kind: "pack", text) + TwinLinks.text(text, from: page.address)
        return OutputFile(path: RolePack.path(of: role), text: file)
    }

    /// What the front matter says: where the page is, where its facts are, what it rests on.
    private func head(_ page: PageEntry, kind: String, _ body: String) -> String {
        let origin = page.origin
        var lines = ["---"]
        func add(_ key: String, _ value: JSONValue?) {
            if let value { lines.append("\(key): \(value.text(.fitted))") }
        }
        add("title", .string(page.title))
        add("kind", .string(kind))
        add("handbook", .string(site.handbook.settings.title))
        add("language", .string(site.handbook.settings.language))
        add("address", .string(whole(page.address, isPage: true)))
        add("data", .string(whole(page.data, isPage: false)))
        add("draft", origin?.isDraft == true ? .bool(true) : nil)
        add("updated", origin.flatMap { site.upkeep.lastChange(of: $0) }.map { .string($0.text) })
        add("review_by", origin?.reviewBy.map { .string($0.text) })
        let owners = origin.map { site.upkeep.owners(of: $0) } ?? []
        add("owners", owners.isEmpty ? nil : .strings(owners))
        let cited = sources(among: TwinLinks.targets(in: body))
        if !cited.isEmpty { lines.append("sources:") }
        for source in cited {
            lines.append("  - number: \(source.number)")
            lines.append("    key: \(JSONValue.string(source.slug).text(.fitted))")
            lines.append("    title: \(JSONValue.string(source.title).text(.fitted))")
            if let url = source.url { lines.append("    url: \(JSONValue.string(url).text(.fitted))") }
        }
        return lines.joined(separator: "\n") + "\n---\n\n"
    }

    /// The sources whose twins are among what a text links to, by number.
    func sources(among targets: Set<String>) -> [Source] {
        targets.compactMap { sources[$0] }.sorted { $0.number < $1.number }
    }

    /// A whole address where the site's is known, else the way from its root, as in `handbook.json`.
    private func whole(_ path: String, isPage: Bool) -> String {
        let escaped = Addresses.escaped(path)
        return site.handbook.settings.baseURL.map { $0 + escaped } ?? (isPage ? escaped + "index.html" : escaped)
    }

    // MARK: - The rest

    /// The packs of all roles.
    package func packs() async -> [OutputFile] {
        let empty = RolePack.emptyCells(site.handbook)
        return await inParallel(site.handbook.roles) { pack(of: $0, empty[$0.slug] ?? []) }.compactMap(\.self)
    }

    /// `llms.txt` and `llms-full.txt`.
    ///
    /// - Parameter pages: the pages with the bodies of their twins.
    package func texts(_ pages: [(page: PageEntry, body: String)]) -> [OutputFile] {
        let llms = LLMsText(twins: self)
        return [llms.short, llms.full(pages)]
    }
}
