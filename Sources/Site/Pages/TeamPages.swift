import Handbook
import Markdown

/// Shapes of a team side by side.
struct TeamsPage: ListPage {
    let site: Site
    var area: Area { .teams }
    let template = "teams"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        let teams = context.handbook.teams
        values["teams"] = .each(teams) { team in
            [
                "title": .text(team.title), "href": .text(context.href(team)), "summary": context.html(team.page.summary),
                "count": View(team.cast.count),
            ]
        }
        let roles = context.handbook.roles.filter { role in teams.contains { $0.cast.contains { $0.role == role.slug } } }
        values["roles"] = .each(roles) { role in
            [
                "role": context.role(role.slug),
                "cells": .each(teams) { team in
                    let member = team.cast.first { $0.role == role.slug }
                    return [
                        "is_on": .flag(member != nil), "note": View(member?.note?.text), "optional": .flag(member?.isOptional ?? false),
                    ]
                },
            ]
        }
        return values
    }
}

/// One shape of a team.
struct TeamPage: DescribedPage {
    let subject: Team
    var area: Area { .teams }
    let template = "team"

    func values(_ context: PageContext) -> [String: View] {
        let era = context.handbook.settings.eras.first { $0.id == subject.era }
        let cast = Set(subject.cast.map(\.role))
        let coverage = Coverage(cast: cast, in: context.handbook)
        return [
            "summary": context.html(subject.page.summary), "era": View(era?.title),
            "era_href": era.map { .text(context.href("eras/", Anchors.slug($0.id))) } ?? .none,
            "cast": .each(subject.cast) { member in
                [
                    "card": context.handbook.role(member.role).map { RoleCard.view($0, context) } ?? .none,
                    "note": context.html(member.note), "optional": .flag(member.isOptional),
                ]
            },
            "opening": context.html(subject.body.opening, of: subject.page), "sections": sections(subject.body.sections, context),
            "absent": context.roles(context.handbook.roles.map(\.slug).filter { !cast.contains($0) }),
            "uncovered": .each(coverage.tasks) { task in
                [
                    "task": .text(context.inner(task.row.block, of: task.matrix.page)), "matrix": context.link(task.matrix),
                    "accountable": context.roles(task.accountable), "responsible": context.roles(task.responsible),
                    "is_owned": .flag(task.isOwned), "is_done": .flag(task.isDone),
                ]
            },
            "undriven": .each(coverage.stages) { stage in
                ["title": .text(stage.title), "href": .text(context.href(stage)), "drives": context.roles(stage.drives)]
            },
            "uncovered_id": .text(anchor("uncovered")),
            "absent_id": .text(anchor("not-on-this-team")),
        ]
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        outline(of: subject.body.sections) + [
            OutlineEntry(title: context.strings["uncovered"], anchor: anchor("uncovered")),
            OutlineEntry(title: context.strings["not_on_team"], anchor: anchor("not-on-this-team")),
        ]
    }
}
