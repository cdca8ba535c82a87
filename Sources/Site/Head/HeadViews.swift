import Formats
import Handbook
import Templates

/// What the head of a page is given: how it is named, what it may load, what is shown where a link to it stands.
struct HeadViews {
    let page: any SitePage
    let context: PageContext
    let pictures: SharePictures
    /// The pages above this one, for programs.
    let above: [(title: String, address: String)]

    private var settings: Settings { context.handbook.settings }

    static let shape: ViewShape.Fields = [
        "head_title": .text, "description": .text, "canonical": .text, "share_type": .text, "share_locale": .text,
        "share_picture": ["src": .text, "title": .text], "structured": .html,
    ]

    var values: [String: View] {
        [
            "head_title": .text(page.address.isEmpty ? settings.title : "\(page.title) · \(settings.title)"),
            "description": View(page.description),
            "canonical": View(settings.baseURL.map { $0 + Addresses.escaped(page.address) }),
            "share_type": .text(page.address.isEmpty ? "website" : "article"), "share_locale": View(locale), "share_picture": picture,
            "structured": .html(HTML(StructuredData(page: page, context: context, above: above).text)),
        ]
    }

    /// `{src, title}`, the address whole, as those that show links want it.
    private var picture: View {
        guard let base = settings.baseURL, let picture = pictures.picture(for: page) else { return .none }
        return ["src": .text(base + Addresses.escaped(picture.path)), "title": .text(picture.title)]
    }

    /// A language with its country, as Open Graph writes it: `de_AT`. Without a country there is none.
    private var locale: String? {
        let tags = settings.language.split(separator: "-")
        guard tags.count > 1, let country = tags.last, country.count == 2 else { return nil }
        return "\(tags[0].lowercased())_\(country.uppercased())"
    }
}
