import Handbook
import Markdown

/// The sides and the eras of the settings, as the pages name them.
struct CategoryProposal {
    private var sides: [(id: String, title: String, summary: String?)] = []
    private var eras: [(id: String, title: String, summary: String?)] = []

    /// Looks through the pages of roles, and gives sides and the eras of teams their ids.
    init(_ pages: inout [ImportedPage], sections: SectionNames) {
        for index in pages.indices where pages[index].kind == .role {
            for title in Self.eras(of: pages[index], sections) { Self.add(title, to: &eras) }
            guard let (entry, value) = pages[index].value("side"), let words = value.words else { continue }
            Self.add(words, to: &sides)
            pages[index].set("side", .text(PageAddress.slug(words)), "side", taking: entry)
        }
        for index in pages.indices where pages[index].kind == .team {
            guard let (entry, value) = pages[index].value("era"), let words = value.words else { continue }
            guard let era = eras.first(where: { [$0.id, PageAddress.slug($0.title)].contains(PageAddress.slug(words)) }) else { continue }
            pages[index].set("era", .text(era.id), "era", taking: entry)
        }
    }

    /// The headings right below that of the section of eras.
    private static func eras(of page: ImportedPage, _ sections: SectionNames) -> [String] {
        let headings = page.document.headings
        guard let own = page.sectionHeadings.first(where: { sections.meaning(of: $0.text) == .eras }),
            let start = headings.firstIndex(where: { $0.anchor == own.anchor })
        else { return [] }
        return headings[(start + 1)...].prefix { $0.level > own.level }.filter { $0.level == own.level + 1 }.map(\.text)
    }

    private static func add(_ words: String, to list: inout [(id: String, title: String, summary: String?)]) {
        let id = PageAddress.slug(words)
        guard !words.isEmpty, !list.contains(where: { $0.id == id }) else { return }
        list.append((id, words == id ? ImportedPlace.words(words) : words, nil))
    }

    /// The settings' entries.
    var entries: [PlainValue.Entry] { [ImportPlan.categories("sides", sides), ImportPlan.categories("eras", eras)] }

    /// What the report says of them.
    var reasons: [String] {
        [("sides", sides), ("eras", eras)].filter { !$0.1.isEmpty }.map { "\($0): \($1.map(\.title).joined(separator: ", "))" }
    }
}
