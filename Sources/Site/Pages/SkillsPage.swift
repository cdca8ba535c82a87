import Handbook
import Markdown

/// Every skill and piece of knowledge, and the roles that have it.
struct SkillsPage: ListPage {
    let site: Site
    var area: Area { .skills }
    let template = "skills"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        let skills = Skill.gather(context.handbook, likenesses: site.likenesses)
        values["shared"] = .each(skills.filter { !$0.isOneRolesOwn }) { view($0, context) }
        values["own"] = .each(context.handbook.roles) { role in
            let own = skills.filter { $0.isOneRolesOwn && $0.holders.first?.role == role.slug }
            return ["role": context.role(role.slug), "skills": .each(own) { .text($0.name) }]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        [
            OutlineEntry(title: context.strings["shared_skills"], anchor: "shared"),
            OutlineEntry(title: context.strings["own_skills"], anchor: "own"),
        ]
    }

    private func view(_ skill: Skill, _ context: PageContext) -> View {
        [
            "name": .text(skill.name),
            "holders": .each(skill.holders) { holder in
                [
                    "role": context.role(holder.role), "kind": .text(context.strings["kind_\(holder.kind.rawValue)"]),
                    "name": holder.name == skill.name ? .none : .text(holder.name),
                ]
            },
        ]
    }
}
