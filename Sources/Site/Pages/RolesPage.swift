import Handbook
import Markdown

/// Every role in one table.
struct RolesPage: ListPage {
    let site: Site
    var area: Area { .roles }
    let template = "roles"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["groups"] = .each(RoleGroup.groups(context.handbook, context.strings)) { group in
            [
                "title": .text(group.title), "color": .text(group.color), "id": .text(group.anchor),
                "roles": .each(group.roles) { role in
                    [
                        "title": .text(role.title), "short": .text(role.short), "call": RoleCard.call(role),
                        "href": .text(context.href(role)),
                        "summary": context.html(role.page.summary),
                        "core_skills": context.html(role.coreSkills), "delivers": context.html(role.deliverables),
                        "involve": context.html(role.involve), "kpis": context.html(role.kpis),
                    ]
                },
            ]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        RoleGroup.groups(context.handbook, context.strings).map { OutlineEntry(title: $0.title, anchor: $0.anchor) }
    }
}
