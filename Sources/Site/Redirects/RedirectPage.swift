import Formats
import Handbook
import Templates

extension Redirects {
    /// The template of the small page at an old address.
    static let template = "redirect"

    static let shape: ViewShape.Fields = ["title": .text, "href": .text, "canonical": .text, "styles": .list(.text)]

    /// What it is given.
    static func values(_ redirect: Redirect, _ site: SiteContent, _ presentation: Presentation) -> [String: View] {
        let settings = site.handbook.settings
        // An address counts its folders by its slashes, be it a page's or a file's.
        let addresses = Addresses(from: redirect.from.path)
        let href = addresses.page(redirect.page.address)
        return [
            "title": .text(redirect.page.title), "href": .text(href),
            "styles": .each(ThemeFiles.paths(of: [], in: presentation.assets)) { .text(addresses.file($0)) },
            "canonical": .text(settings.baseURL.map { $0 + Addresses.escaped(redirect.page.address) } ?? href),
        ]
    }
}
