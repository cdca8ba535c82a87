import Changes
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
    /// Where each role stands in the work.
    let places: Places
    /// Who answers for and does the work of each stage, by the stage's slug.
    let stageWork: [String: StageWork]
    /// What sources differ about on a piece of work, by the activity's slug.
    let disagreements: [String: Disagreement]
    let backlinks: Backlinks
    /// Tells whether names of skills and the like mean the same.
    let likenesses: Likenesses
    /// Pairs of roles without a relation that have something to say, by slug.
    let pairs: [(String, String)]
    /// Those pairs by each of the two.
    let pairsByRole: [String: [(String, String)]]
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
    /// Where the picture stands that a system shows the site with.
    let touchIcon: String?

    /// Whether the whole text can be searched.
    let hasFullText: Bool

    /// What the picker on the page of comparisons shows.
    private(set) var compareScript: OutputFile?

    init(
        _ read: HandbookReader.Result,
        history: History,
        upkeep: Upkeep = .none,
        strings: Strings,
        assets: [String: String],
        hasFullText: Bool,
        touchIcon: String? = nil
    ) async {
        let handbook = read.handbook
        self.handbook = handbook
        self.upkeep = upkeep
        changes = ChangeLog(history, handbook, strings)
        findings = read.publicFindings.sorted
        findingsByPath = Dictionary(grouping: findings) { $0.location?.path ?? "" }
        exempted = read.exempted
        self.strings = strings
        self.assets = assets
        self.hasFullText = hasFullText
        maps = Maps(handbook, strings)
        // One of the project's own, at the address that systems look at without being told.
        let own = "apple-touch-icon.png"
        self.touchIcon = handbook.assets.contains("static/" + own) ? own : touchIcon
        policy = ContentPolicy(handbook, runsWebAssembly: hasFullText)
        links = LinkResolver(handbook)
        positions = Positions.gather(handbook)
        places = Places(handbook, positions: positions)
        stageWork = StageWork.gather(handbook, positions: positions)
        disagreements = Disagreement.gather(handbook, positions: positions)
        decks = RoleDecks(handbook, strings)
        backlinks = Backlinks(handbook)
        likenesses = Likenesses(synonyms: handbook.settings.synonyms)
        pairs = Pairs.computed(handbook, likenesses: likenesses, limit: handbook.settings.comparisonsPerRole)
        var pairsByRole: [String: [(String, String)]] = [:]
        for pair in pairs {
            pairsByRole[pair.0, default: []].append(pair)
            pairsByRole[pair.1, default: []].append(pair)
        }
        self.pairsByRole = pairsByRole
        let mentions = Mentions(handbook.mentionedNames)
        let settings = handbook.settings
        let pages = handbook.everyText
        let titles = Dictionary(
            uniqueKeysWithValues: ["note", "tip", "important", "warning", "caution"].map { ($0, strings["alert_\($0)"]) }
        )
        let labels = ["table", "footnotes", "footnote_back", "task_done", "task_open"].map { strings[$0] }
        let texts = await inParallel(pages) { page in
            let linking = settings.linksMentions && page.mentions
            let options = Renderer.Options(
                allowHTML: settings.allowsHTML,
                mentions: linking ? mentions : Mentions(),
                ownKey: page.id.kind == .role ? page.slug : nil,
                alertTitles: titles,
                tableLabel: labels[0],
                doneLabel: labels[3],
                openLabel: labels[4],
                footnotesLabel: labels[1],
                footnoteBackLabel: labels[2]
            )
            return Renderer.render(page.split, document: page.document, options: options)
        }
        rendered = Dictionary(uniqueKeysWithValues: zip(pages.map(\.id), texts))
    }

    /// What was found on a line of a page.
    func findings(at location: Location) -> [Diagnostic] {
        (findingsByPath[location.path] ?? []).filter { $0.location?.line == location.line }
    }

    /// The disagreements on work in which a source gives a role a part.
    func disputes(of role: String) -> [Disagreement] { places.activities(of: role).compactMap { disagreements[$0.slug] } }

    /// The site with the picker's script, which is made from the site's own addresses.
    func withCompareScript() -> Site {
        var site = self
        site.compareScript = CompareData.file(self)
        return site
    }
}
