import Diagnostics
import Drawing
import Formats
import Handbook
import Synchronization

/// The pictures that stand for a site's pages where links to them are shown elsewhere: one for each role, one for each
/// area, one for the site. Such a link needs a whole address, so there are none without `base_url`.
final class SharePictures: Sendable {
    /// A picture in the site.
    struct Picture: Sendable {
        let path: String
        /// The words on it.
        let title: String
    }

    private enum Subject: Hashable {
        case site
        case area(Area)
        case role(String)
    }

    private struct Drawn: Sendable {
        let picture: Picture
        let file: OutputFile
    }

    /// A picture that is drawn when it is first asked for; `nil` if its title is in letters that cannot be drawn.
    private struct Drawing: Sendable {
        let subject: Subject
        let name: String
        let card: ShareCard
        let drawn: OnDemand<Drawn?>
    }

    private let drawings: [Drawing]
    private let bySubject: [Subject: OnDemand<Drawn?>]
    /// By what comes before the fingerprint in their path.
    private let byName: [String: OnDemand<Drawn?>]
    /// Letters that were made for all pictures at once.
    private let letters: Letters

    private final class Letters: Sendable {
        let sheet = Mutex<LetterSheet?>(nil)
    }

    private static let folder = "assets/share/"

    /// The pictures of a site.
    init(_ pages: [any SitePage], _ navigation: Navigation, _ site: SiteContent) {
        var wanted: [(subject: Subject, name: String, card: ShareCard)] = []
        if let base = site.handbook.settings.baseURL {
            let cards = ShareCards(site: site, base: base)
            let areas = navigation.groups.filter { group in
                if case .folder = group.area { false } else { group.address != nil }
            }
            wanted.append((.site, "site", cards.site(pages.first { $0.address.isEmpty })))
            wanted += areas.map { group in
                (.area(group.area), group.area.stringKey, cards.area(group.title, pages.first { $0.address == group.address }))
            }
            wanted += site.handbook.roles.map { (.role($0.slug), "role-\($0.slug)", cards.role($0)) }
        }
        let letters = Letters()
        drawings = wanted.map { subject, name, card in
            Drawing(subject: subject, name: name, card: card, drawn: OnDemand { Self.draw(card, name, letters) })
        }
        bySubject = Dictionary(drawings.map { ($0.subject, $0.drawn) }) { _, last in last }
        byName = Dictionary(drawings.map { ($0.name, $0.drawn) }) { _, last in last }
        self.letters = letters
    }

    /// The picture for a page: its role's, its area's or the site's. A title in letters that cannot be drawn has none of
    /// its own.
    func picture(for page: any SitePage) -> Picture? {
        (page as? RolePage).flatMap { picture(of: .role($0.subject.slug)) } ?? picture(of: .area(page.area)) ?? picture(of: .site)
    }

    private func picture(of subject: Subject) -> Picture? { bySubject[subject]?.value?.picture }

    /// The file of a picture by its path.
    func file(at path: String) -> OutputFile? {
        guard path.hasPrefix(Self.folder), let end = path.lastIndex(of: "-") else { return nil }
        let drawn = byName[String(path[path.index(path.startIndex, offsetBy: Self.folder.count)..<end])]?.value
        return drawn?.picture.path == path ? drawn?.file : nil
    }

    /// Draws all pictures, in parallel.
    func files() async -> [OutputFile] {
        // Each letter is made once for all pictures.
        let keys = await inParallel(drawings) { $0.card.canBeDrawn ? $0.card.letters : [] }
        let sheet = LetterSheet(keys.reduce(into: Set()) { $0.formUnion($1) })
        letters.sheet.withLock { $0 = sheet }
        return await inParallel(drawings) { $0.drawn.value?.file }.compactMap(\.self)
    }

    private static func draw(_ card: ShareCard, _ name: String, _ letters: Letters) -> Drawn? {
        guard card.canBeDrawn else { return nil }
        let bytes = card.picture(letters.sheet.withLock(\.self) ?? LetterSheet(card.letters)).bytes
        let path = "\(folder)\(name)-\(ThemeFiles.fingerprint(bytes)).png"
        return Drawn(picture: Picture(path: path, title: card.title), file: OutputFile(path: path, contents: .bytes(bytes)))
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
