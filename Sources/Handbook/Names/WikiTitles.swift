import Markdown

/// Gives wiki links the titles of the pages that they name, so that a text without markup reads as the page does.
struct WikiTitles: Sendable {
    private let names: WikiNames
    private let titles: [PageID: String]

    init(_ names: WikiNames, _ pages: [Page]) {
        self.names = names
        titles = Dictionary(pages.map { ($0.id, $0.title.value) }) { first, _ in first }
    }

    /// The words for a link that has no label of its own; `nil` if it names no page.
    func title(of link: WikiLink, from path: String) -> String? {
        guard link.label == nil, !link.isEmbed else { return nil }
        for (name, _) in link.readings {
            if case .page(let id) = names.find(name, from: path) { return titles[id] }
        }
        return nil
    }

    /// A page with the titles in its text.
    func filled(_ page: Page) -> Page {
        let hasLinks = page.document.references.contains { if case .wikiLink = $0.target { true } else { false } }
        guard hasLinks || page.summary != nil else { return page }
        var page = page
        if hasLinks { page.document = page.document.naming { title(of: $0, from: page.path) } }
        if let raw = page.record.words("summary")?.value, raw.utf8.contains(UInt8(ascii: "[")) {
            page.summary = CitedText(raw) { title(of: $0, from: page.path) }
        }
        return page
    }
}
