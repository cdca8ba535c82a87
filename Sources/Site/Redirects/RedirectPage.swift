import Handbook

extension Redirects {
    /// The template of the small page at an old address.
    static let template = "redirect"

    /// What it is given.
    static func values(_ redirect: Redirect, _ site: Site) -> [String: View] {
        let settings = site.handbook.settings
        // An address counts its folders by its slashes, be it a page's or a file's.
        let addresses = Addresses(from: redirect.from.path)
        let href = addresses.page(redirect.page.address)
        return [
            "t": site.strings.view, "language": .text(settings.language), "site_title": .text(settings.title),
            "title": .text(redirect.page.title), "policy": .text(site.policy.page), "href": .text(href),
            "canonical": .text(settings.baseURL.map { $0 + Addresses.escaped(redirect.page.address) } ?? href),
            "home_href": .text(addresses.page("")), "assets": .record(site.assets.mapValues { .text(addresses.file($0)) }),
        ]
    }
}
