import Formats
import Handbook
import Markdown
import Templates

/// Every role in one table.
struct RolesPage: ListPage {
    let site: SiteContent
    var area: Area { .roles }
    static let templates = ["roles"]
    static let sheets: Set<StyleSheet> = []
    static let shape: ViewShape.Fields = .opening.adding(["table": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values.show(table(context), as: "table")
        return values
    }

    private func table(_ context: PageContext) -> Table {
        let strings = context.strings
        return Table(
            "roles",
            strings["quick_reference"],
            style: "quick",
            fits: true,
            grouping: strings["group"],
            columns: ["role", "core_skills", "delivers", "involve", "kpis"].map { .text(strings[$0]) },
            groups: RoleGroup.groups(context.handbook, strings).map { group in
                Table.Group(
                    heading: .text(group.title),
                    id: context.anchor(group.anchor, in: area),
                    color: group.color,
                    rows: group.roles.map { row($0, context) }
                )
            }
        )
    }

    private func row(_ role: Role, _ context: PageContext) -> Table.Row {
        let call = Phrase([.text(" "), .span([.text(role.short)], style: "call", isAside: true)])
        return Table.Row([
            .phrase(role.short == role.title ? .link(role) : .link(role) + call), .list(role.coreSkills, context.site),
            .list(role.deliverables, context.site),
            .phrase(role.involve.map(Phrase.cited), none: context.strings["not_given"]), .list(role.kpis, context.site),
        ])
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        RoleGroup.groups(context.handbook, context.strings).map {
            OutlineEntry(title: $0.title, anchor: context.anchor($0.anchor, in: area))
        }
    }
}
