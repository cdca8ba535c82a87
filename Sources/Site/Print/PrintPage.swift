import Formats
import Handbook
import Markdown
import Templates

/// The whole handbook on one page, for paper. Where it is too large, or the settings turn it off, the page says so, and
/// leads to the cards.
struct PrintPage: ListPage {
    let site: SiteContent
    var book: PrintBook?
    var area: Area { .print }
    static let templates = ["print", "print-off"]
    static let sheets: Set<StyleSheet> = [.book]
    static let shape: ViewShape.Fields = .opening.adding([
        "cards_href": .text, "cover_title": .text, "cover_lead": .text, "contents_id": .text, "preface": .html,
        "chapters": .list(["title": .text, "href": .text, "id": .text, "opening": part, "parts": .list(part)]),
    ])
    private static let part: ViewShape = ["title": .text, "href": .text, "id": .text, "template": .text, "html": .html]
    var template: String { Self.templates[book == nil ? 1 : 0] }
    var sheets: Set<StyleSheet> { book == nil ? [] : Self.sheets }
    var isIndexed: Bool { false }
    var isPrinted: Bool { false }

    /// The same page with the others on it.
    func with(_ book: PrintBook?) -> PrintPage {
        var page = self
        page.book = book
        return page
    }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["cards_href"] = View(context.handbook.roles.isEmpty ? nil : context.href(CardsPage.address))
        values["cover_title"] = .text(context.handbook.settings.title)
        values["cover_lead"] = View(context.handbook.settings.description)
        values["contents_id"] = .text(PrintedPages.id(address, "contents"))
        values["preface"] = View(book?.preface)
        values["chapters"] = .each(book?.chapters ?? []) { chapter in
            [
                "title": .text(chapter.title), "href": .text("#" + Addresses.escaped(chapter.id)), "id": .text(chapter.id),
                "opening": chapter.opening.map(part) ?? .none, "parts": .each(chapter.parts, part),
            ]
        }
        return values
    }

    private func part(_ part: PrintBook.Part) -> View {
        [
            "title": .text(part.title), "href": .text("#" + Addresses.escaped(part.id)), "id": .text(part.id),
            "template": .text(part.template), "html": .html(part.html),
        ]
    }
}
