import Markdown

/// Which pages link to a page, in words of their authors: links and wiki links, not mentions.
public struct Backlinks: Sendable {
    private var pages: [PageID: [PageID]] = [:]
    private var citing: [String: [PageID]] = [:]
    /// What titles are sorted by.
    private var titles: [PageID: String] = [:]

    init(_ handbook: Handbook) {
        let resolver = LinkResolver(handbook)
        for page in handbook.everyPage {
            titles[page.id] = page.title.value.sortKey
            var targets: Set<PageID> = []
            for reference in page.document.references {
                targets.formUnion(resolver.pages(reference, in: page))
            }
            for target in targets where target != page.id { pages[target, default: []].append(page.id) }
            for key in Self.citations(of: page) { citing[key, default: []].append(page.id) }
        }
    }

    /// Pages that link to a page, by kind and title.
    public func linking(to id: PageID) -> [PageID] { inOrder(pages[id] ?? []) }

    /// Pages that cite a source or name it in their front matter, by kind and title.
    public func resting(on key: String) -> [PageID] { inOrder(citing[key] ?? []) }

    private func inOrder(_ ids: [PageID]) -> [PageID] {
        ids.sorted { a, b in (a.kind, titles[a] ?? "", a.slug) < (b.kind, titles[b] ?? "", b.slug) }
    }

    /// Keys of every source that a page cites, or names in its front matter.
    public static func citations(of page: Page) -> Set<String> {
        var keys = Set(page.sources.map(\.value))
        for reference in page.document.references {
            if case .citation(let citation) = reference.target { keys.insert(citation.key) }
        }
        for text in page.record.everyText {
            for citation in CitedText(text.value).citations { keys.insert(citation.key) }
        }
        for record in page.record.records("positions") {
            if let key = record.text("source") { keys.insert(key.value) }
        }
        return keys
    }
}
