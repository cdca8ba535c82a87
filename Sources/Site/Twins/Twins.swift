import Diagnostics
import Handbook
import Markdown

/// The site for programs that read text: each page once more as Markdown beside it, with links among these twins, a pack
/// for each role, and `llms.txt`.
struct Twins: Sendable {
    /// A page as lists name it.
    struct Entry: Sendable {
        let title: String
        let address: String
        let description: String?
    }

    let site: Site
    /// The addresses of all pages.
    let addresses: Set<String>
    private let areas: [Area: [Entry]]
    /// Sources by the path of their twin, as links have it.
    private let sources: [String: Source]

    /// `nil` where the settings turn them off.
    init?(_ pages: [any SitePage], _ site: Site) {
        guard site.handbook.settings.writesTwins else { return nil }
        self.site = site
        addresses = Set(pages.map(\.address))
        var areas: [Area: [Entry]] = [:]
        for page in pages {
            areas[page.area, default: []].append(Entry(title: page.title, address: page.address, description: page.description))
        }
        self.areas = areas
        sources = Dictionary(site.handbook.sources.map { (TwinLinks.escaped(TwinLinks.path($0.page.address)), $0) }) { first, _ in first }
    }

    /// The paths of all twins, the packs and `llms.txt`.
    static func paths(_ pages: [any SitePage], _ site: Site) -> [String] {
        pages.map { TwinLinks.path($0.address) } + site.handbook.roles.map { RolePack.path(of: $0) } + [LLMsText.path, LLMsText.fullPath]
    }

    func entries(of area: Area) -> [Entry] { areas[area] ?? [] }

    // MARK: - A page

    /// The twin of a page, below its front matter, with its links unfilled.
    func body(of page: any SitePage, _ tables: [Table]) -> String {
        let context = PageContext(site, at: page.address)
        let writer = TwinWriter(page: page, context: context, tables: tables, twins: self)
        let summary =
            page.origin?.summary.map { "*\(MarkdownText.escaped($0.text))*\(writer.export.marks($0.citations))" }
            ?? page.description.map { "*\(MarkdownText.escaped($0))*" }
        let lines = ["# \(MarkdownText.escaped(page.title))", "", summary ?? "", ""] + page.twin(writer)
        return MarkdownExport.joined(lines)
    }

    func file(of page: any SitePage, _ body: String) -> OutputFile {
        let head = head(page.title, page.origin?.id.kind.rawValue ?? page.template, page.address, page.data, page.origin, body)
        return OutputFile(path: TwinLinks.path(page.address), text: head + TwinLinks.text(body, from: page.address))
    }

    /// What the front matter says: where the page is, where its facts are, what it rests on.
    func head(_ title: String, _ kind: String, _ address: String, _ data: String, _ page: Page?, _ body: String) -> String {
        var lines = ["---"]
        func add(_ key: String, _ value: JSONValue?) {
            if let value { lines.append("\(key): \(value.text(.fitted))") }
        }
        add("title", .string(title))
        add("kind", .string(kind))
        add("handbook", .string(site.handbook.settings.title))
        add("language", .string(site.handbook.settings.language))
        add("address", .string(whole(address, isPage: true)))
        add("data", .string(whole(data, isPage: false)))
        add("draft", page?.isDraft == true ? .bool(true) : nil)
        add("updated", page.flatMap { site.upkeep.lastChange(of: $0) }.map { .string($0.text) })
        add("review_by", page?.reviewBy.map { .string($0.text) })
        let owners = page.map { site.upkeep.owners(of: $0) } ?? []
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

    /// The packs, `llms.txt` and `llms-full.txt`.
    func files(_ pages: [(page: any SitePage, body: String)]) async -> [OutputFile] {
        let packs = RolePacks(self)
        let llms = LLMsText(twins: self)
        return await inParallel(site.handbook.roles) { packs.file(of: $0) } + [llms.short, llms.full(pages)]
    }
}
