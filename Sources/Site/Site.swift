import Diagnostics
import Handbook
import Markdown

/// What every page is made from: the handbook, its texts rendered, the theme's words.
struct Site: Sendable {
    let handbook: Handbook
    let strings: Strings
    let rendered: [PageID: Renderer.Rendered]
    let links: LinkResolver
    let positions: [String: [Position]]
    let backlinks: Backlinks
    /// Paths of the theme's files in the site, by their name in the theme.
    let assets: [String: String]

    init(_ handbook: Handbook, strings: Strings, assets: [String: String]) async {
        self.handbook = handbook
        self.strings = strings
        self.assets = assets
        links = LinkResolver(handbook)
        positions = Positions.gather(handbook)
        backlinks = Backlinks(handbook)
        let mentions = Mentions(Self.mentionedNames(handbook))
        let settings = handbook.settings
        let pages = handbook.everyPage
        let titles = Dictionary(
            uniqueKeysWithValues: ["note", "tip", "important", "warning", "caution"].map { ($0, strings["alert_\($0)"]) }
        )
        let label = strings["table"]
        let texts = await inParallel(pages) { page in
            let linking = settings.linksMentions && page.mentions
            let options = Renderer.Options(
                allowHTML: settings.allowsHTML,
                mentions: linking ? mentions : Mentions(),
                ownKey: page.id.kind == .role ? page.slug : nil,
                alertTitles: titles,
                tableLabel: label
            )
            return Renderer.render(page.split, document: page.document, options: options)
        }
        rendered = Dictionary(uniqueKeysWithValues: zip(pages.map(\.id), texts))
    }

    /// Titles and aliases; short forms are too short to be told from other words.
    private static func mentionedNames(_ handbook: Handbook) -> [(name: String, key: String)] {
        handbook.roles.flatMap { role in ([role.title] + role.aliases.map(\.value)).map { ($0, role.slug) } }
    }
}
