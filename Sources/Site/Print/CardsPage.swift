import Formats
import Handbook
import Markdown
import Templates

/// The roles as cards to print, four to a sheet; with the anchor of one of them in the address, that one alone. A handbook
/// with many roles has a page of cards for each group; the first then lists them.
struct CardsPage: ListPage {
    let site: SiteContent
    let roleDecks: RoleDecks
    /// The cards on it; `nil` for the list of pages.
    let deck: RoleDecks.Deck?
    var area: Area { .print }
    static let templates = ["cards"]
    static let sheets: Set<StyleSheet> = [.factCards]
    static let shape: ViewShape.Fields = .opening.adding([
        "decks": .list(.deck),
        "cards": .list([
            "id": .text, "title": .text, "call": .text, "href": .text, "color": .text, "summary": .text, "group": .text,
            "facts": .list(["name": .text, "texts": .list(.text)]),
        ]),
    ])
    var isIndexed: Bool { false }
    var isPrinted: Bool { false }

    static let address = Area.print.address + "cards/"

    var address: String { Self.address + (deck?.path ?? "") }

    var title: String {
        let title = site.strings["role_cards"]
        guard let deck, !deck.path.isEmpty else { return opening?.title ?? title }
        return opening?.title ?? "\(title): \(deck.title)"
    }

    /// The pages of cards; none without roles.
    static func all(_ site: SiteContent, _ roleDecks: RoleDecks) -> [CardsPage] {
        let decks = roleDecks.all.map { CardsPage(site: site, roleDecks: roleDecks, deck: $0) }
        return roleDecks.isOne || decks.isEmpty ? decks : [CardsPage(site: site, roleDecks: roleDecks, deck: nil)] + decks
    }

    /// The address of a role's card.
    static func href(_ role: Role, _ context: PageContext) -> String {
        context.href(address + (context.presentation.decks.deck(of: role.slug)?.path ?? ""), id(role))
    }

    private static func id(_ role: Role) -> String { "card-\(role.slug)" }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["cards"] = .each(deck?.roles ?? []) { card($0, context) }
        values["decks"] = .each(deck == nil ? roleDecks.all : []) { deck in
            [
                "title": .text(deck.title), "href": .text(context.href(Self.address + deck.path)), "color": .text(deck.color),
                "count": View(deck.roles.count),
            ]
        }
        return values
    }

    private func card(_ role: Role, _ context: PageContext) -> View {
        let book = context.handbook
        let drives = context.analysis.work(of: role.slug).stages.filter(\.drives).map(\.stage)
        // The activities on which a source gives it the last word: one may have it accountable, another decide.
        var decides: [String] = []
        for entry in context.analysis.work(of: role.slug).parts where entry.part <= .decides {
            if !decides.contains(entry.activity.title) { decides.append(entry.activity.title) }
        }
        let facts: [(String, [String])] = [
            ("involve", [role.involve?.text].compactMap(\.self)), ("delivers", role.deliverables.map(\.text)),
            ("kpis", role.kpis.map(\.text)), ("core_skills", role.coreSkills.map(\.text)),
            ("decides_on", decides), ("drives", drives.map(\.title)),
        ].map { (context.strings[$0], $1) }
        let duties = (book.settings.sections.heading(of: .responsibilities), role.responsibilities.compactMap(\.lead))
        return [
            "id": .text(Self.id(role)), "title": .text(role.title), "call": RoleCard.call(role), "href": .text(context.href(role)),
            "color": .text(context.site.color(role)), "summary": View(role.page.summary?.text),
            "group": View(book.settings.groups.first { $0.id == role.group }?.title),
            "facts": .each((facts + [duties]).filter { !$0.1.isEmpty }) { name, texts in
                ["name": .text(name), "texts": .each(texts) { .text($0) }]
            },
        ]
    }
}
