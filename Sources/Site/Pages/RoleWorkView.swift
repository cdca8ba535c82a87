import Formats
import Handbook
import Markdown
import Templates

/// Where a role appears in the work, as its page shows it: rows of matrices, activities, stages, teams.
struct RoleWorkView {
    let context: PageContext
    private let work: RoleWork

    init(role: Role, context: PageContext) {
        self.context = context
        work = context.analysis.work(of: role.slug)
    }

    /// Its cells with letters, the accountable ones first, then the responsible ones, then as the matrices have them.
    var rows: [RoleWork.Cell] {
        func rank(_ cell: RoleWork.Cell) -> Int { cell.isAccountable ? 0 : cell.isResponsible ? 1 : 2 }
        return work.cells.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    /// Its parts in activities, each with the sources that say so, the weightiest first.
    var activities: [RoleWork.ActivityPart] { work.parts }

    var stages: [(stage: Stage, part: String)] {
        work.stages.map { place in
            (place.stage, context.strings[place.drives ? "drives" : place.isKey ? "key_roles" : "takes_part"])
        }
    }

    var teams: [(team: Team, member: Team.Member)] { work.teams }

    static let shape: ViewShape.Fields = [
        "rows": Table.shape, "rows_id": .text, "activities": Table.shape, "activities_id": .text,
        "stages": .list(["title": .text, "href": .text, "part": .text]), "stages_id": .text,
        "teams": .list(["title": .text, "href": .text, "note": .html]), "teams_id": .text,
    ]

    func add(to values: inout PageValues, _ anchor: (String) -> String) {
        values.show(rowsTable, as: "rows")
        values.show(activitiesTable, as: "activities")
        values.add([
            "rows_id": context.id(anchor("matrices")),
            "activities_id": context.id(anchor("activities")),
            "stages": .each(stages) { entry in
                ["title": .text(entry.stage.title), "href": .text(context.href(entry.stage)), "part": .text(entry.part)]
            },
            "stages_id": context.id(anchor("stages")),
            "teams": .each(teams) { entry in
                [
                    "title": .text(entry.team.title), "href": .text(context.href(entry.team)), "note": context.html(entry.member.note),
                ]
            },
            "teams_id": context.id(anchor("teams")),
        ])
    }

    private var rowsTable: Table {
        let strings = context.strings
        return Table(
            "matrices",
            strings["in_matrices"],
            style: "rows role-rows",
            columns: [.text(strings["letter"]), .heading(strings["task"]), .text(strings["matrix"])],
            rows: rows.map { entry in
                [
                    .letters(entry.cell, in: entry.matrix, context.site), .phrase(.contents(entry.row.block, of: entry.matrix.page)),
                    .link(entry.matrix),
                ]
            }
        )
    }

    private var activitiesTable: Table {
        let strings = context.strings
        let flag = Phrase([.text(" "), .span([.text(strings["differs_flag"])], style: "flag", isAside: true)])
        return Table(
            "activities",
            strings["in_activities"],
            style: "rows role-activities",
            columns: [.text(strings["part"]), .heading(strings["activity"]), .text(strings["cites"])],
            rows: activities.map { entry in
                let differs = context.analysis.tally(of: entry.activity).verdict == .differ
                return [
                    .text(strings[entry.part.rawValue]), .phrase(differs ? .link(entry.activity) + flag : .link(entry.activity)),
                    .cites(entry.sources, context.site),
                ]
            }
        )
    }
}
