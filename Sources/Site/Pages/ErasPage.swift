import Handbook
import Markdown

/// What each role does in each era.
struct ErasPage: ListPage {
    let site: Site
    var area: Area { .eras }
    let template = "eras"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        let eras = context.handbook.settings.eras
        values["eras"] = .each(eras) { era in
            ["title": .text(era.title), "id": .text(Anchors.slug(era.id)), "summary": View(era.summary)]
        }
        values["roles"] = .each(context.handbook.roles.filter { !$0.eras.isEmpty }) { role in
            [
                "role": context.role(role.slug),
                "cells": .each(eras) { era in
                    let part = role.eras.first { $0.era == era.id }
                    return cell(part, of: role, context)
                },
            ]
        }
        return values
    }

    /// What the role does in an era, each item marked against the era before it, and what is gone since.
    private func cell(_ part: EraPart?, of role: Role, _ context: PageContext) -> View {
        guard let part else { return ["html": .none, "items": [], "gone": []] }
        guard !part.items.isEmpty else { return ["html": context.html(part.blocks, of: role.page), "items": [], "gone": []] }
        let before = role.eras.firstIndex { $0.era == part.era }.flatMap { $0 > 0 ? role.eras[$0 - 1].items : nil }
        let marked = EraChange.marked(part.items, after: before, likenesses: site.likenesses)
        return [
            "html": .none,
            "items": .each(marked.items) { item, change in
                [
                    "html": .text(context.inner(item.block, of: role.page)), "change": View(change?.rawValue),
                    "word": View(change.map { context.strings["era_\($0.rawValue)"] }),
                ]
            },
            "gone": .each(marked.gone) { .text($0.name) },
        ]
    }
}
