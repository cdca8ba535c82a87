import Formats
import Handbook
import Markdown
import Templates

/// What every page gives its template about itself, on its own and on the print page.
struct PageFacts {
    let page: any SitePage
    let context: PageContext

    static let shape: ViewShape.Fields = [
        "title": .text, "template": .text, "is_indexed": .flag, "is_home": .flag, "is_draft": .flag, "edit_href": .text, "data_href": .text,
        "title_id": .text,
    ]

    var values: [String: View] {
        [
            "title": .text(page.title), "template": .text(page.template), "is_indexed": .flag(page.isIndexed),
            "is_home": .flag(page.address.isEmpty), "is_draft": .flag(page.origin?.isDraft == true), "edit_href": View(editAddress),
            "data_href": .text(context.addresses.file(page.data)), "title_id": context.id(page.origin?.titleAnchor),
        ]
    }

    private var editAddress: String? {
        guard let path = page.origin?.path else { return nil }
        return context.handbook.settings.editURL?.replacing("{path}", with: Addresses.escaped(path))
    }
}
