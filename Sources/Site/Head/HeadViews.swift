import Handbook

/// What the head of a page is given: how it is named, what it may load, what is shown where a link to it stands.
struct HeadViews {
    let page: any SitePage
    let context: PageContext
    let pictures: SharePictures
    /// The pages above this one, for programs.
    let above: [(title: String, address: String)]

    private var settings: Settings { context.handbook.settings }

    var values: [String: View] {
        [
            "head_title": .text(page.address.isEmpty ? settings.title : "\(page.title) · \(settings.title)"),
            "description": View(page.description), "policy": .text(context.site.policy.page),
            "canonical": View(settings.baseURL.map { $0 + Addresses.escaped(page.address) }),
            "share_type": .text(page.address.isEmpty ? "website" : "article"), "share_locale": View(locale), "share_picture": picture,
            "touch_icon": View(context.site.touchIcon.map { context.addresses.file($0) }),
            "structured": .text(StructuredData(page: page, context: context, above: above).text),
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
