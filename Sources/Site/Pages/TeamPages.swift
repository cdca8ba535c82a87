import Formats
import Handbook
import Markdown
import Templates

/// Shapes of a team side by side.
struct TeamsPage: ListPage {
    let site: SiteContent
    var area: Area { .teams }
    var isInFullText: Bool { true }
    static let templates = ["teams"]
    static let sheets: Set<StyleSheet> = [.teams]
    static let shape: ViewShape.Fields = .opening.adding(["shapes": TeamShapes.shape, "table": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let teams = context.handbook.teams
        values["shapes"] = TeamShapes(context: context).view
        let table = Table(
            "teams",
            title,
            style: "grid teams",
            fits: true,
            columns: [.text(context.strings["role"])] + teams.map { .link($0, note: String($0.cast.count)) },
            rows: context.handbook.roles.filter { role in !context.analysis.work(of: role.slug).teams.isEmpty }.map { role in
                [.role(role.slug, context.site)] + teams.map { place(of: role, on: $0, context) }
            }
        )
        values.show(table, as: "table")
        return values
    }

    private func place(of role: Role, on team: Team, _ context: PageContext) -> Table.Cell {
        guard let member = team.cast.first(where: { $0.role == role.slug }) else {
            return .blank(context.strings["not_on_team"], sign: "·")
        }
        return .tick(context.strings[member.isOptional ? "optional" : "on_team"], isOpen: member.isOptional, note: member.note?.text)
    }
}

/// One shape of a team.
struct TeamPage: DescribedPage {
    let subject: Team
    var area: Area { .teams }
    static let templates = ["team"]
    static let sheets: Set<StyleSheet> = [.teams]
    static let shape: ViewShape.Fields = .opening.adding([
        "era": .text, "era_href": .text, "sections": .list(.section), "absent": .roles, "uncovered": Table.shape,
        "cast": .list(["card": .card, "note": .html, "optional": .flag, "doubles": .html]),
        "undriven": .list(["title": .text, "href": .text, "drives": .roles]), "uncovered_id": .text, "absent_id": .text,
    ]).adding(TeamDoubles.shape)

    func values(_ context: PageContext) -> PageValues {
        let era = context.handbook.settings.eras.first { $0.id == subject.era }
        let cast = Set(subject.cast.map(\.role))
        let coverage = Coverage(cast: cast, in: context.handbook)
        var values = PageValues(
            context,
            [
                "summary": context.html(subject.page.summary), "era": View(era?.title),
                "era_href": era.map { .text(context.href("eras/", Anchors.slug($0.id))) } ?? .none,
                "cast": .each(subject.cast) { member in
                    [
                        "card": context.handbook.role(member.role).map { RoleCard.view($0, context) } ?? .none,
                        "note": context.html(member.note), "optional": .flag(member.isOptional),
                        "doubles": context.running(subject.doubles(of: member.role)),
                    ]
                },
                "opening": context.html(subject.body.opening, of: subject.page), "sections": sections(subject.body.sections, context),
                "absent": context.roles(context.handbook.roles.map(\.slug).filter { !cast.contains($0) }),
                "undriven": .each(coverage.stages) { stage in
                    ["title": .text(stage.title), "href": .text(context.href(stage)), "drives": context.roles(stage.drives)]
                },
                "uncovered_id": context.id(anchor("uncovered")),
                "absent_id": context.id(anchor("not-on-this-team")),
            ]
        )
        values.add(TeamDoubles(subject, context).values(anchor))
        values.show(uncovered(coverage, context), as: "uncovered")
        return values
    }

    /// The tasks whose accountable or responsible role is not on the team, and who that would be.
    private func uncovered(_ coverage: Coverage, _ context: PageContext) -> Table {
        let strings = context.strings
        func needed(_ roles: [String], _ isNamed: Bool) -> Table.Cell {
            .roles(roles, none: isNamed ? .tick(strings["on_team"]) : nil, context.site)
        }
        return Table(
            "uncovered",
            strings["uncovered"],
            columns: ["task", "accountable", "responsible", "matrix"].map { .text(strings[$0]) },
            rows: coverage.tasks.map { task in
                [
                    .phrase(.contents(task.row.block, of: task.matrix.page)), needed(task.accountable, task.isOwned),
                    needed(task.responsible, task.isDone), .link(task.matrix),
                ]
            }
        )
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        var added: [OutlineEntry] = []
        func add(_ key: String, _ name: String) { added.append(OutlineEntry(title: context.strings[key], anchor: anchor(name))) }
        if !subject.people.isEmpty { add("doubled", "roles-on-one-person") }
        if !TeamDoubles(subject, context).separations.isEmpty { add("keep_apart", "keep-on-two-people") }
        add("uncovered", "uncovered")
        add("not_on_team", "not-on-this-team")
        return outline(of: subject.body.sections) + added
    }
}
