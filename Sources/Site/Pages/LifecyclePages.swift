import Handbook
import Markdown

/// The stages, and which role has which part in each.
struct LifecyclePage: ListPage {
    let site: Site
    var area: Area { .lifecycle }
    let template = "lifecycle"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        let stages = context.handbook.stages
        values["stages"] = .each(Array(stages.enumerated())) { index, stage in
            StageView.view(stage, number: index + 1, context)
        }
        let roles = context.handbook.roles.filter { role in
            stages.contains { ($0.drives + $0.takesPart + $0.key).contains(role.slug) }
        }
        values["roles"] = .each(roles) { role in
            [
                "role": context.role(role.slug),
                "cells": .each(stages) { stage in
                    let drives = stage.drives.contains(role.slug)
                    let key = stage.key.contains(role.slug)
                    return [
                        "drives": .flag(drives), "key": .flag(key), "takes_part": .flag(stage.takesPart.contains(role.slug)),
                        "any": .flag(drives || key || stage.takesPart.contains(role.slug)),
                    ]
                },
            ]
        }
        return values
    }
}

/// One stage.
struct StagePage: DescribedPage {
    let subject: Stage
    var area: Area { .lifecycle }
    let template = "stage"

    func values(_ context: PageContext) -> [String: View] {
        let stages = context.handbook.stages
        let number = (stages.firstIndex { $0.slug == subject.slug } ?? 0) + 1
        let activities = context.handbook.activities.filter { $0.stage == subject.slug }
        return [
            "stage": StageView.view(subject, number: number, context), "opening": context.html(subject.body.opening, of: subject.page),
            "sections": sections(subject.body.sections, context), "count": View(stages.count),
            "activities": .each(activities) { activity in
                [
                    "title": .text(activity.title), "href": .text(context.href(activity)), "summary": context.html(activity.page.summary),
                    "differs": .flag(Verdict(context.site.positions[activity.slug] ?? []) == .differ),
                ]
            },
            "activities_id": .text(anchor("activities")),
        ]
    }

    func outline(_ context: PageContext) -> [OutlineEntry] { outline(of: subject.body.sections) }
}

enum StageView {
    static func view(_ stage: Stage, number: Int, _ context: PageContext) -> View {
        [
            "number": View(number), "title": .text(stage.title), "href": .text(context.href(stage)), "id": .text(stage.slug),
            "summary": context.html(stage.page.summary), "drives": context.roles(stage.drives),
            "takes_part": context.roles(stage.takesPart), "key": context.roles(stage.key), "outputs": context.html(stage.outputs),
        ]
    }
}
