import Handbook
import Markdown

/// Where a role appears in the work: rows of matrices, activities, stages, teams.
struct RoleWork {
    let role: Role
    let context: PageContext

    struct ActivityEntry {
        let activity: Activity
        let part: Part
        let sources: [String]
    }

    /// Its cells with letters, the accountable ones first, then the responsible ones, then as the matrices have them.
    var rows: [Places.Cell] {
        func rank(_ cell: Places.Cell) -> Int { cell.isAccountable ? 0 : cell.isResponsible ? 1 : 2 }
        return context.site.places.cells(of: role.slug).enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    /// Its parts in activities, each with the sources that say so, the weightiest first.
    var activities: [ActivityEntry] {
        var entries: [ActivityEntry] = []
        for activity in context.site.places.activities(of: role.slug) {
            let positions = context.site.positions[activity.slug] ?? []
            for part in Part.allCases {
                let sources = positions.filter { $0.parts[part]?.contains(role.slug) == true }.compactMap(\.source)
                guard !sources.isEmpty else { continue }
                var unique: [String] = []
                for source in sources where !unique.contains(source) { unique.append(source) }
                entries.append(ActivityEntry(activity: activity, part: part, sources: unique))
            }
        }
        return entries.enumerated().sorted { ($0.element.part, $0.offset) < ($1.element.part, $1.offset) }.map(\.element)
    }

    var stages: [(stage: Stage, part: String)] {
        context.site.places.stages(of: role.slug).compactMap { stage in
            if stage.drives.contains(role.slug) { return (stage, context.strings["drives"]) }
            if stage.key.contains(role.slug) { return (stage, context.strings["key_roles"]) }
            return stage.takesPart.contains(role.slug) ? (stage, context.strings["takes_part"]) : nil
        }
    }

    var teams: [(team: Team, member: Team.Member)] {
        context.site.places.teams(of: role.slug).compactMap { team in team.cast.first { $0.role == role.slug }.map { (team, $0) } }
    }

    func values(_ anchor: (String) -> String) -> [String: View] {
        [
            "rows": rowsTable.view(context),
            "rows_id": .text(anchor("matrices")),
            "activities": activitiesTable.view(context),
            "activities_id": .text(anchor("activities")),
            "stages": .each(stages) { entry in
                ["title": .text(entry.stage.title), "href": .text(context.href(entry.stage)), "part": .text(entry.part)]
            },
            "stages_id": .text(anchor("stages")),
            "teams": .each(teams) { entry in
                [
                    "title": .text(entry.team.title), "href": .text(context.href(entry.team)), "note": context.html(entry.member.note),
                    "optional": .flag(entry.member.isOptional),
                ]
            },
            "teams_id": .text(anchor("teams")),
        ]
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
                    .letters(entry.cell, entry.matrix.scheme, context), .html(context.inner(entry.row.block, of: entry.matrix.page)),
                    .link(entry.matrix, context),
                ]
            }
        )
    }

    private var activitiesTable: Table {
        let strings = context.strings
        let flag = #" <span class="flag" data-aside>\#(RichText.escape(strings["differs_flag"]))</span>"#
        return Table(
            "activities",
            strings["in_activities"],
            style: "rows role-activities",
            columns: [.text(strings["part"]), .heading(strings["activity"]), .text(strings["cites"])],
            rows: activities.map { entry in
                let differs = Verdict(context.site.positions[entry.activity.slug] ?? []) == .differ
                return [
                    .text(strings[entry.part.rawValue]), .html(context.anchor(entry.activity) + (differs ? flag : "")),
                    .cites(entry.sources, context),
                ]
            }
        )
    }
}
