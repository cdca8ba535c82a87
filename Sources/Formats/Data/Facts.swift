import Diagnostics
import Handbook
import Markdown

/// What `handbook.json` is filled from: the site, and what its objects are called.
struct Facts: Sendable {
    let site: SiteContent
    let questionnaires: QuestionnaireReader
    /// Ids of the rows of matrices, by their places.
    let rowIDs: [Location: String]

    var handbook: Handbook { site.handbook }

    init(_ site: SiteContent) {
        self.site = site
        questionnaires = QuestionnaireReader(site.handbook)
        var ids: [Location: String] = [:]
        for matrix in site.handbook.matrices {
            var anchors = Anchors()
            for row in matrix.tables.flatMap(\.rows) { ids[row.location] = "\(Self.id(matrix.id))/\(anchors.anchor(for: row.task))" }
        }
        rowIDs = ids
    }

    // MARK: - Ids and addresses

    static func id(_ page: PageID) -> String { "\(page.kind.rawValue):\(page.slug)" }

    func rowID(_ row: Matrix.Row) -> JSONValue { .string(rowIDs[row.location] ?? "") }

    /// Where a page is found: a whole address where the site's is known, else the way from the site's root.
    func address(_ page: String) -> JSONValue {
        let escaped = Addresses.escaped(page)
        return .string(handbook.settings.baseURL.map { $0 + escaped } ?? escaped + "index.html")
    }

    /// Where a file is found, as a page is.
    func address(ofFile path: String) -> JSONValue { .string((handbook.settings.baseURL ?? "") + Addresses.escaped(path)) }

    // MARK: - Order

    /// Keys of sources by their numbers.
    func byNumber(_ keys: some Sequence<String>) -> [String] {
        keys.compactMap { handbook.source($0) }.sorted { $0.number < $1.number }.map(\.slug)
    }

    /// The findings, in an order that does not depend on lines.
    static func inOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
        findings.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            let (one, other) = (first.location?.path ?? "", second.location?.path ?? "")
            return (one, first.rule.id, first.message, a.offset) < (other, second.rule.id, second.message, b.offset)
        }.map(\.element)
    }
}

/// An item of a list, and what it is called in the whole handbook.
struct NumberedItem: Sendable {
    let id: String
    let item: Item
    let items: [NumberedItem]
    let change: EraChange?

    /// Items under a name that is theirs alone: each is called by its own name, or by the first words of its text.
    static func all(_ items: [Item], under name: String, changes: [EraChange?] = []) -> [NumberedItem] {
        var anchors = Anchors()
        return items.enumerated().map { place, item in
            let words = item.name.split(separator: " ").prefix(8).joined(separator: " ")
            let id = "\(name)/\(anchors.anchor(for: words))"
            let change = changes.indices.contains(place) ? changes[place] : nil
            return NumberedItem(id: id, item: item, items: all(item.children, under: id), change: change)
        }
    }

    static func all(_ items: [Item], of page: Page, _ list: SectionName) -> [NumberedItem] {
        all(items, under: "\(Facts.id(page.id))/\(list.rawValue)")
    }
}
