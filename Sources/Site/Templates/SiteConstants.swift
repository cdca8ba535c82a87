import Formats
import Handbook
import Templates

/// What templates are given that is the same on all pages of a depth: it is written into them when they are compiled.
struct SiteConstants: Sendable {
    private let site: SiteContent
    private let presentation: Presentation
    private let search: SearchView?

    init(_ site: SiteContent, _ presentation: Presentation, _ search: SearchView?) {
        (self.site, self.presentation, self.search) = (site, presentation, search)
    }

    /// - Parameter assets: the names of the theme's files.
    static func shape(assets: some Sequence<String>) -> ViewShape.Fields {
        everywhere.adding([
            "home_href": .text, "policy": .html, "assets": .record(ViewShape.Fields(assets.sorted().map { ($0, .text) })),
            "opensearch_href": .text, "touch_icon": .text, "printed": .flag, "id_prefix": .text, "h1": .text, "h2": .text, "h3": .text,
        ])
    }

    /// What the page for wrong addresses has of them.
    static let everywhere: ViewShape.Fields = [
        "t": .record(ViewShape.Fields(Strings.keys.map { ($0, .text) })), "language": .text, "direction": .text,
        "site_title": .text,
    ]

    /// The values on pages that are so many folders deep.
    func values(depth: Int) -> [String: View] {
        around(depth: depth).merging(Self.headings(loweredBy: 0)) { own, _ in own }
            .merging(["printed": false, "id_prefix": ""]) { own, _ in own }
    }

    /// The values of pages as parts of the print page, with their headings lowered. Each page has its own `id_prefix`.
    func printed(headingShift: Int) -> [String: View] {
        around(depth: Area.print.address.count { $0 == "/" }).merging(Self.headings(loweredBy: headingShift)) { own, _ in own }
            .merging(["printed": true]) { own, _ in own }
    }

    /// The names of a page's headings: `h1` is its title.
    private static func headings(loweredBy shift: Int) -> [String: View] {
        Dictionary(uniqueKeysWithValues: (1...3).map { ("h\($0)", .text("h\(min($0 + shift, 6))")) })
    }

    private func around(depth: Int) -> [String: View] {
        let addresses = Addresses(from: String(repeating: "/", count: depth))
        return everywhere.merging([
            "home_href": .text(addresses.page("")), "policy": .html(HTML(presentation.policy.page)),
            "assets": .record(
                View.Record(presentation.assets.sorted { $0.key < $1.key }.map { ($0.key, .text(addresses.file($0.value))) })
            ),
            "opensearch_href": OpenSearch.isThere(site, search) ? .text(addresses.file(OpenSearch.path)) : .none,
            "touch_icon": View(presentation.touchIcon.map { addresses.file($0) }),
        ]) { own, _ in own }
    }

    /// The values on a page that has no depth.
    var everywhere: [String: View] {
        let settings = site.handbook.settings
        return [
            "t": .record(View.Record(Strings.keys.map { ($0, .text(site.strings[$0])) })), "language": .text(settings.language),
            "direction": View(settings.writesFromRight ? "rtl" : nil),
            "site_title": .text(settings.title),
        ]
    }
}
