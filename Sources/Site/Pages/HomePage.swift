import Handbook
import Markdown

/// The home page: the roles as cards, and the ways in.
struct HomePage: ListPage {
    let site: Site
    var area: Area { .home }
    let template = "home"

    var title: String { opening?.title ?? site.handbook.settings.title }
    var description: String? { opening?.page.summary?.text ?? site.handbook.settings.description }

    func values(_ context: PageContext) -> [String: View] {
        let book = context.handbook
        var values = openingValues(context)
        values["groups"] = .each(RoleGroup.groups(book, context.strings)) { group in
            [
                "title": .text(group.title), "summary": View(group.summary), "id": .text(group.anchor), "color": .text(group.color),
                "count": .text(
                    group.roles.count == 1
                        ? context.strings["roles_count_one"] : context.strings.text("roles_count", ["count": String(group.roles.count)])
                ),
                "cards": .each(group.roles) { RoleCard.view($0, context) },
            ]
        }
        values["sides"] = .each(RoleGroup.sides(book, context.strings)) { side in
            ["title": .text(side.title), "roles": context.roles(side.roles.map(\.slug))]
        }
        values["has_sides"] = .flag(!book.settings.sides.isEmpty && book.roles.contains { $0.side != nil })
        values["questions"] = questions(context)
        values["pages"] = .each(book.roles.isEmpty ? book.pages.filter { !$0.page.address.isEmpty } : []) { page in
            ["title": .text(page.title), "href": .text(context.href(page)), "summary": context.html(page.page.summary)]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        RoleGroup.groups(context.handbook, context.strings).map { OutlineEntry(title: $0.title, anchor: $0.anchor) }
    }

    /// The questions that a reader comes with, those that this handbook has a page for.
    private func questions(_ context: PageContext) -> View {
        let book = context.handbook
        let candidates: [(String, String, Bool)] = [
            ("who", "roles/", !book.roles.isEmpty), ("decides", "raci/", !book.matrices.isEmpty),
            ("differ", "compare/", !book.relations.isEmpty), ("disagree", "activities/", !book.activities.isEmpty),
            ("when", "lifecycle/", !book.stages.isEmpty), ("team", "teams/", !book.teams.isEmpty),
        ]
        return .each(candidates.filter(\.2)) { key, address, _ in
            [
                "title": .text(context.strings["question_\(key)"]), "note": .text(context.strings["question_\(key)_note"]),
                "href": .text(context.href(address)),
            ]
        }
    }
}

/// Roles sorted one way or the other.
struct RoleGroup: Sendable {
    let title: String
    let summary: String?
    let anchor: String
    let color: String
    let roles: [Role]

    /// By group, in the settings' order; roles in none come last.
    static func groups(_ book: Handbook, _ strings: Strings) -> [RoleGroup] {
        var groups = book.settings.groups.enumerated().map { index, group in
            RoleGroup(
                title: group.title,
                summary: group.summary,
                anchor: Anchors.slug(group.id),
                color: GroupColors.classes(index),
                roles: book.roles.filter { $0.group == group.id }
            )
        }
        let rest = book.roles.filter { $0.group == nil }
        let title = groups.isEmpty ? strings["roles"] : strings["unsorted"]
        groups.append(RoleGroup(title: title, summary: nil, anchor: "unsorted", color: GroupColors.classes(nil), roles: rest))
        return groups.filter { !$0.roles.isEmpty }
    }

    /// By side, in the settings' order; roles on none come last.
    static func sides(_ book: Handbook, _ strings: Strings) -> [RoleGroup] {
        var sides = book.settings.sides.map { side in
            RoleGroup(
                title: side.title,
                summary: side.summary,
                anchor: side.id,
                color: GroupColors.classes(nil),
                roles: book.roles.filter { $0.side == side.id }
            )
        }
        let rest = book.roles.filter { $0.side == nil }
        sides.append(RoleGroup(title: strings["unsorted"], summary: nil, anchor: "unsorted", color: GroupColors.classes(nil), roles: rest))
        return sides.filter { !$0.roles.isEmpty }
    }
}

/// A role as a card.
enum RoleCard {
    /// The short form, as a call number; nothing where it would say the title again.
    static func call(_ role: Role) -> View { View(role.short == role.title ? nil : role.short) }

    static func view(_ role: Role, _ context: PageContext) -> View {
        [
            "title": .text(role.title), "short": .text(role.short), "call": call(role), "href": .text(context.href(role)),
            "color": .text(context.color(role)),
            "summary": View(role.page.summary?.text), "involve": View(role.involve?.text),
            "delivers": View(role.deliverables.isEmpty ? nil : role.deliverables.map(\.text).joined(separator: "; ")),
        ]
    }
}
