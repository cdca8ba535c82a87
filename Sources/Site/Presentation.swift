import Formats
import Handbook
import Markdown

/// How pages present the content of a site: the theme's files, which maps and decks there are, what pages may load.
///
/// It is passed around a lot, so its values are behind one reference. None of them changes.
final class Presentation: Sendable {
    /// How documents are written.
    let htmlOptions: HTMLOptions
    /// The roles as pages take them that show something of each.
    let decks: RoleDecks
    /// Which maps there are.
    let maps: Maps
    /// What pages may load.
    let policy: ContentPolicy
    /// Paths of the theme's files in the site, by their name in the theme.
    let assets: [String: String]
    /// The path of the picture that a system shows the site with; `nil` until the site is rendered.
    let touchIcon: String?
    /// Whether the whole text can be searched.
    let hasFullText: Bool
    /// What the picker on the page of comparisons shows; `nil` until the site is rendered.
    let compareScript: OutputFile?

    init(_ site: SiteContent, assets: [String: String]) {
        self.assets = assets
        htmlOptions = Self.htmlOptions(site.handbook.settings, site.strings)
        decks = RoleDecks(site.handbook, site.strings)
        maps = Maps(site.handbook, site.strings)
        policy = ContentPolicy(site.handbook, runsWebAssembly: false)
        (touchIcon, hasFullText, compareScript) = (nil, false, nil)
    }

    private init(
        _ other: Presentation,
        policy: ContentPolicy,
        touchIcon: String?,
        hasFullText: Bool,
        compareScript: OutputFile?
    ) {
        (htmlOptions, decks, maps, assets) = (other.htmlOptions, other.decks, other.maps, other.assets)
        (self.policy, self.touchIcon, self.hasFullText, self.compareScript) = (policy, touchIcon, hasFullText, compareScript)
    }

    private static func htmlOptions(_ settings: Settings, _ strings: Strings) -> HTMLOptions {
        var labels = HTMLOptions.Labels()
        (labels.table, labels.done, labels.open) = (strings["table"], strings["task_done"], strings["task_open"])
        (labels.footnotes, labels.footnoteBack) = (strings["footnotes"], strings["footnote_back"])
        for kind in ["note", "tip", "important", "warning", "caution"] { labels.alerts[kind] = strings["alert_\(kind)"] }
        return HTMLOptions(allowsHTML: settings.allowsHTML, labels: labels)
    }

    /// The presentation with what only rendering needs: the picker's script, the theme's icon, the full-text search.
    ///
    /// - Parameters:
    ///   - icon: the path of the theme's icon as a picture, if it is drawn.
    ///   - hasFullText: whether an index of the pages' text is published with them.
    func forRendering(_ site: SiteContent, icon: String?, hasFullText: Bool) -> Presentation {
        // One of the project's own, at the address that systems ask for by themselves.
        let own = "apple-touch-icon.png"
        return Presentation(
            self,
            policy: ContentPolicy(site.handbook, runsWebAssembly: hasFullText),
            touchIcon: site.handbook.assets.contains("static/" + own) ? own : icon,
            hasFullText: hasFullText,
            compareScript: CompareData.file(site)
        )
    }
}
