import Formats
import Handbook
import Markdown
import Templates

/// The home page: the roles as cards, and the ways in.
struct HomePage: ListPage {
    let site: SiteContent
    /// The page of questions, whether or not there are any.
    let study: StudyPage
    var area: Area { .home }
    static let templates = ["home"]
    static let sheets: Set<StyleSheet> = [.home]
    static let shape: ViewShape.Fields = .opening.adding([
        "groups": .list(["title": .text, "summary": .text, "id": .text, "color": .text, "count": .text, "cards": .list(.card)]),
        "sides": .list(["title": .text, "roles": .roles]), "questions": HomeQuestions.shape, "pages": .list(.summarizedLink),
        "filter": [
            "choices": .list(["name": .text, "label": .text, "options": .list(["value": .text, "title": .text])]), "count": .text,
        ],
    ])
    /// Its opening begins the handbook on one page.
    var isPrinted: Bool { false }

    var title: String { opening?.title ?? site.handbook.settings.title }
    var description: String? { opening?.page.summary?.text ?? site.handbook.settings.description }

    func values(_ context: PageContext) -> PageValues {
        let book = context.handbook
        var values = openingValues(context)
        let groups = RoleGroup.groups(book, context.strings)
        var stages: [String: [Stage]] = [:]
        for stage in book.stages {
            for role in Set(stage.drives + stage.takesPart + stage.key) { stages[role, default: []].append(stage) }
        }
        values["groups"] = .each(groups) { group in
            [
                "title": .text(group.title), "summary": View(group.summary), "id": .text(context.anchor(group.anchor, in: area)),
                "color": .text(group.color),
                "count": .text(RoleGroup.count(group.roles.count, context.strings)),
                "cards": .each(group.roles) { card($0, stages[$0.slug] ?? [], context) },
            ]
        }
        let hasSides = !book.settings.sides.isEmpty && book.roles.contains { $0.side != nil }
        values["sides"] = .each(hasSides ? RoleGroup.sides(book, context.strings) : []) { side in
            ["title": .text(side.title), "roles": context.roles(side.roles.map(\.slug))]
        }
        values["questions"] = HomeQuestions(context: context, study: study).view
        values["filter"] = book.roles.count < 2 ? .none : filter(groups, context)
        values["pages"] = .each(book.roles.isEmpty ? book.pages.filter { !$0.page.address.isEmpty } : []) { page in
            ["title": .text(page.title), "href": .text(context.href(page)), "summary": context.html(page.page.summary)]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        RoleGroup.groups(context.handbook, context.strings).map {
            OutlineEntry(title: $0.title, anchor: context.anchor($0.anchor, in: area))
        }
    }

    /// What the cards can be filtered by, where there is a choice.
    private func filter(_ groups: [RoleGroup], _ context: PageContext) -> View {
        let book = context.handbook
        let sides = RoleGroup.sides(book, context.strings)
        let hasSides = book.roles.contains { $0.side != nil }
        let choices: [(name: String, label: String, options: [(String, String)])] = [
            ("group", "group", groups.map { ($0.anchor, $0.title) }),
            ("side", "side", hasSides ? sides.filter { $0.anchor != "unsorted" }.map { ($0.anchor, $0.title) } : []),
            ("stage", "filter_stage", book.stages.map { ($0.slug, $0.title) }),
        ]
        return [
            "choices": .each(choices.filter { $0.options.count > 1 }) { name, label, options in
                [
                    "name": .text(name), "label": .text(context.strings[label]),
                    "options": .each(options) { value, title in ["value": .text(value), "title": .text(title)] },
                ]
            },
            "count": .text(context.strings["filter_count"]),
        ]
    }

    /// A role's card, with what the filter looks at.
    private func card(_ role: Role, _ stages: [Stage], _ context: PageContext) -> View {
        var values = RoleCard.fields(role, context)
        let words = [role.short] + role.aliases.map(\.value) + role.coreSkills.map(\.text) + role.responsibilities.compactMap(\.lead)
        values["side"] = View(role.side)
        values["stages"] = View(stages.isEmpty ? nil : stages.map(\.slug).joined(separator: " "))
        values["words"] = .text(words.joined(separator: ", "))
        return .record(values)
    }
}

/// A role as a card.
enum RoleCard {
    /// The short form, as a call number; nothing where it would say the title again.
    static func call(_ role: Role) -> View { View(role.short == role.title ? nil : role.short) }

    static func view(_ role: Role, _ context: PageContext) -> View { .record(fields(role, context)) }

    static func fields(_ role: Role, _ context: PageContext) -> View.Record {
        [
            "title": .text(role.title), "short": .text(role.short), "call": call(role), "href": .text(context.href(role)),
            "color": .text(context.site.color(role)),
            "side": .none, "stages": .none, "words": .none, "summary": View(role.page.summary?.text), "involve": View(role.involve?.text),
            "delivers": View(role.deliverables.isEmpty ? nil : role.deliverables.map(\.text).joined(separator: "; ")),
        ]
    }
}
