import Changes
import Diagnostics
import Handbook
import Markdown

/// What every page is made from: the handbook, what follows from it, the theme's words.
///
/// It is passed around a lot, so its many values stand behind one reference. None of them changes.
final class Site: Sendable {
    let handbook: Handbook
    let strings: Strings
    /// How documents are written.
    let htmlOptions: HTMLOptions
    let links: LinkResolver
    /// What follows from the handbook.
    let analysis: Analysis
    /// Pairs of roles without a relation that share something.
    let pairs: RolePairs
    /// What has changed in the handbook, as far as its history is known.
    let changes: ChangeLog
    /// Who keeps pages, and when they last changed.
    let upkeep: Upkeep
    /// The roles as pages take them that show something of each.
    let decks: RoleDecks
    /// What was found in the handbook, sorted.
    let findings: [Diagnostic]
    private let findingsByPath: [String: [Diagnostic]]
    /// Findings that pages exempt, with reasons.
    let exempted: [Exempted]
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

    init(
        _ read: CheckedProject,
        history: History,
        upkeep: Upkeep = .none,
        strings: Strings,
        assets: [String: String]
    ) {
        let handbook = read.handbook
        self.handbook = handbook
        self.upkeep = upkeep
        changes = ChangeLog(history, handbook, strings)
        findings = read.publicFindings.sorted
        findingsByPath = Dictionary(grouping: findings) { $0.location?.path ?? "" }
        exempted = read.exempted
        self.strings = strings
        self.assets = assets
        maps = Maps(handbook, strings)
        policy = ContentPolicy(handbook, runsWebAssembly: false)
        links = LinkResolver(handbook)
        analysis = read.analysis
        pairs = RolePairs(handbook, likenesses: read.analysis.likenesses)
        decks = RoleDecks(handbook, strings)
        htmlOptions = Self.htmlOptions(handbook.settings, strings)
        (touchIcon, hasFullText, compareScript) = (nil, false, nil)
    }

    private init(_ site: Site, policy: ContentPolicy, touchIcon: String?, hasFullText: Bool, compareScript: OutputFile?) {
        (handbook, strings, htmlOptions, links, analysis) = (site.handbook, site.strings, site.htmlOptions, site.links, site.analysis)
        (pairs, changes, upkeep, decks, maps, assets) = (site.pairs, site.changes, site.upkeep, site.decks, site.maps, site.assets)
        (findings, findingsByPath, exempted) = (site.findings, site.findingsByPath, site.exempted)
        (self.policy, self.touchIcon, self.hasFullText, self.compareScript) = (policy, touchIcon, hasFullText, compareScript)
    }

    private static func htmlOptions(_ settings: Settings, _ strings: Strings) -> HTMLOptions {
        var labels = HTMLOptions.Labels()
        (labels.table, labels.done, labels.open) = (strings["table"], strings["task_done"], strings["task_open"])
        (labels.footnotes, labels.footnoteBack) = (strings["footnotes"], strings["footnote_back"])
        for kind in ["note", "tip", "important", "warning", "caution"] { labels.alerts[kind] = strings["alert_\(kind)"] }
        return HTMLOptions(allowsHTML: settings.allowsHTML, labels: labels)
    }

    /// The site with what only its rendering needs: the picker's script, the theme's icon, the full-text search.
    ///
    /// - Parameters:
    ///   - icon: the path of the theme's icon as a picture, if it is drawn.
    ///   - hasFullText: whether an index of the pages' text is published with them.
    func forRendering(icon: String?, hasFullText: Bool) -> Site {
        // One of the project's own, at the address that systems ask for by themselves.
        let own = "apple-touch-icon.png"
        return Site(
            self,
            policy: ContentPolicy(handbook, runsWebAssembly: hasFullText),
            touchIcon: handbook.assets.contains("static/" + own) ? own : icon,
            hasFullText: hasFullText,
            compareScript: CompareData.file(self)
        )
    }

    /// What was found on a line of a page.
    func findings(at location: Location) -> [Diagnostic] {
        (findingsByPath[location.path] ?? []).filter { $0.location?.line == location.line }
    }
}
