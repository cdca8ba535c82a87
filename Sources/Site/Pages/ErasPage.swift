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
                    return ["html": part.map { context.html($0.blocks, of: role.page) } ?? .none]
                },
            ]
        }
        return values
    }
}
