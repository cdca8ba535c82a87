import Formats
import Handbook
import Markdown
import Templates

/// Every skill and piece of knowledge, and the roles that have it.
struct SkillsPage: ListPage {
    let site: SiteContent
    var area: Area { .skills }
    static let templates = ["skills"]
    static let sheets: Set<StyleSheet> = [.gaps]
    static let shape: ViewShape.Fields = .opening.adding(["shared": Table.shape, "own": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let skills = Skill.gather(context.handbook, likenesses: site.analysis.likenesses)
        let strings = context.strings
        let shared = Table(
            "shared",
            strings["shared_skills"],
            style: "rows skills",
            columns: [.text(strings["skill"]), .text(strings["roles"])],
            groups: [
                Table.Group(
                    rows: SharedSkill.all(skills).map { shared in
                        let holders = shared.skill.holders.map { holder($0, of: shared.skill, context) }
                        return Table.Row([.text(shared.skill.name), .list(holders, style: "inline-list", none: "")], id: shared.anchor)
                    }
                )
            ]
        )
        values.show(shared, as: "shared")
        let own = Dictionary(grouping: skills.filter(\.isOneRolesOwn)) { $0.holders.first?.role ?? "" }
        let ownTable = Table(
            "own",
            strings["own_skills"],
            style: "rows skills",
            columns: [.text(strings["role"]), .text(strings["skills"])],
            rows: context.handbook.roles.compactMap { role in
                own[role.slug].map {
                    [.role(role.slug, context.site), .list($0.map { Phrase.text($0.name) }, style: "inline-list", none: "")]
                }
            }
        )
        values.show(ownTable, as: "own")
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        [
            OutlineEntry(title: context.strings["shared_skills"], anchor: "_shared"),
            OutlineEntry(title: context.strings["own_skills"], anchor: "_own"),
        ]
    }

    /// A role, with what the skill is to it, and what it is called there.
    private func holder(_ holder: (role: String, kind: Skill.Kind, name: String), of skill: Skill, _ context: PageContext) -> Phrase {
        let name = holder.name == skill.name ? "" : ", “\(holder.name)”"
        let kind = context.strings["kind_\(holder.kind.rawValue)"]
        return Phrase([
            .role(holder.role, in: context.handbook), .text(" "), .span([.text("(\(kind)\(name))")], style: "holder-kind"),
        ])
    }
}
