import Drawing
import Formats
import Handbook

/// The pictures that stand for a site's pages where links to them are shown elsewhere: one for each role, one for each
/// area, one for the site. Such a link needs a whole address, so there are none without `base_url`.
struct SharePictures: Sendable {
    /// A picture in the site.
    struct Picture: Sendable {
        let path: String
        /// The words on it.
        let title: String
    }

    private var byRole: [String: Picture] = [:]
    private var byArea: [Area: Picture] = [:]
    private var ofSite: Picture?
    private(set) var files: [OutputFile] = []

    /// No pictures.
    init() {}

    /// The picture for a page: its role's, its area's or the site's. A title in letters that cannot be drawn has none of
    /// its own.
    func picture(for page: any SitePage) -> Picture? {
        (page as? RolePage).flatMap { byRole[$0.subject.slug] } ?? byArea[page.area] ?? ofSite
    }

    /// Draws the pictures of a site.
    static func draw(_ pages: [any SitePage], _ navigation: Navigation, _ site: SiteContent) async -> SharePictures {
        guard let base = site.handbook.settings.baseURL else { return SharePictures() }
        let cards = ShareCards(site: site, base: base)
        let areas = navigation.groups.filter { group in
            if case .folder = group.area { false } else { group.address != nil }
        }
        var wanted: [(name: String, card: ShareCard)] = [("site", cards.site(pages.first { $0.address.isEmpty }))]
        wanted += areas.map { group in (group.area.stringKey, cards.area(group.title, pages.first { $0.address == group.address })) }
        let roles = site.handbook.roles
        wanted += roles.map { ("role-\($0.slug)", cards.role($0)) }

        // Each letter is made once for all pictures.
        let letters = await inParallel(wanted) { $0.card.canBeDrawn ? $0.card.letters : [] }
        let sheet = LetterSheet(letters.reduce(into: Set()) { $0.formUnion($1) })
        let made = await inParallel(wanted) { name, card -> (picture: Picture, file: OutputFile)? in
            guard card.canBeDrawn else { return nil }
            let bytes = card.picture(sheet).bytes
            let path = "assets/share/\(name)-\(ThemeFiles.fingerprint(bytes)).png"
            return (Picture(path: path, title: card.title), OutputFile(path: path, contents: .bytes(bytes)))
        }
        var pictures = SharePictures()
        pictures.files = made.compactMap { $0?.file }
        pictures.ofSite = made[0]?.picture
        for (group, drawn) in zip(areas, made.dropFirst()) { pictures.byArea[group.area] = drawn?.picture }
        for (role, drawn) in zip(roles, made.dropFirst(1 + areas.count)) { pictures.byRole[role.slug] = drawn?.picture }
        return pictures
    }
}

/// What each picture of a site shows.
private struct ShareCards {
    private let site: SiteContent
    private let base: String
    /// A band for each group that has roles, and one for roles in none.
    private let bands: [ShareCard.Band]
    /// The band of each role, in the order of the home page.
    private let cards: [Int]

    init(site: SiteContent, base: String) {
        self.site = site
        self.base = base
        let settings = site.handbook.settings
        let groups = settings.groups.enumerated().map { index, group in
            (color: Self.color(index, of: settings.groups.count), roles: site.handbook.roles.count { $0.group == group.id })
        }
        let rest = site.handbook.roles.count { role in !settings.groups.contains { $0.id == role.group } }
        let filled = groups.filter { $0.roles > 0 } + (rest > 0 ? [(Self.accent(settings), rest)] : [])
        bands =
            filled.isEmpty
            ? [ShareCard.Band(color: Self.accent(settings), share: 1)] : filled.map { .init(color: $0.color, share: $0.roles) }
        cards = filled.enumerated().flatMap { index, group in Array(repeating: index, count: min(group.roles, 60)) }
    }

    func site(_ home: (any SitePage)?) -> ShareCard {
        let settings = site.handbook.settings
        let host = base.split(separator: "/", maxSplits: 1).last.map { $0.drop { $0 == "/" } } ?? ""
        let address = host.last == "/" ? host.dropLast() : host
        return ShareCard(
            call: nil,
            title: settings.title,
            summary: settings.description ?? home?.description,
            foot: String(address),
            spine: bands,
            ornament: .cards(cards)
        )
    }

    func area(_ title: String, _ page: (any SitePage)?) -> ShareCard {
        ShareCard(
            call: nil,
            title: title,
            summary: page?.description ?? site.handbook.settings.description,
            foot: site.handbook.settings.title,
            spine: bands,
            ornament: .cards(cards)
        )
    }

    func role(_ role: Role) -> ShareCard {
        let settings = site.handbook.settings
        let index = settings.groups.firstIndex { $0.id == role.group }
        let marks = site.analysis.work(of: role.slug).cells.compactMap { cell in
            cell.cell.letters.first.flatMap { ShareCard.Mark(rawValue: cell.matrix.scheme.shape(of: $0)) }
        }
        return ShareCard(
            call: role.short == role.title ? nil : role.short,
            title: role.title,
            summary: role.page.summary?.text ?? role.involve?.text,
            foot: settings.title,
            spine: [ShareCard.Band(color: index.map { Self.color($0, of: settings.groups.count) } ?? Self.accent(settings), share: 1)],
            ornament: .marks(marks)
        )
    }

    /// The colour of a group's marks on light ground.
    private static func color(_ index: Int, of count: Int) -> OKLCH {
        OKLCH(ShareCard.groupLightness, ShareCard.groupChroma, Double(GroupColors.hue(index, of: count))).inSRGB
    }

    private static func accent(_ settings: Settings) -> OKLCH {
        guard let accent = settings.theme.accent.map(Accent.init) else { return OKLCH(0.41, 0.013, 60) }
        return OKLCH(0.45, 0.13 * accent.strength, accent.hue).inSRGB
    }
}
