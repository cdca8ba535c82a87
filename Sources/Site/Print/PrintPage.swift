import Handbook
import Markdown

/// The whole handbook on one page, for paper. Where it is too large, or the settings turn it off, the page says so, and
/// leads to the cards.
struct PrintPage: ListPage {
    let site: Site
    var book: PrintBook?
    var area: Area { .print }
    var template: String { book == nil ? "print-off" : "print" }
    var isIndexed: Bool { false }
    var isPrinted: Bool { false }

    /// The same page with the others on it.
    func with(_ book: PrintBook?) -> PrintPage {
        var page = self
        page.book = book
        return page
    }

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["cards_href"] = View(context.handbook.roles.isEmpty ? nil : context.href(CardsPage.address))
        values["cover_title"] = .text(context.handbook.settings.title)
        values["cover_lead"] = View(context.handbook.settings.description)
        values["contents_id"] = .text(PrintedHTML.id(address, "contents"))
        values["preface"] = View(book.flatMap { $0.preface.isEmpty ? nil : $0.preface })
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
            "template": .text(part.template), "html": .text(part.html),
        ]
    }
}
