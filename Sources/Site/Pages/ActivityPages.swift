import Handbook
import Markdown

/// All activities, with who has the last word and who does the work.
struct ActivitiesPage: ListPage {
    let site: Site
    var area: Area { .activities }
    let template = "activities"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["activities"] = .each(context.handbook.activities) { activity in
            let positions = context.site.positions[activity.slug] ?? []
            return [
                "title": .text(activity.title), "href": .text(context.href(activity)), "summary": context.html(activity.page.summary),
                "stage": activity.stage.flatMap { context.handbook.stage($0) }.map { context.link($0) } ?? .none,
                "accountable": context.roles(Self.roles(positions, [.accountable, .decides])),
                "responsible": context.roles(Self.roles(positions, [.responsible])),
                "differs": .flag(Verdict(positions) == .differ),
            ]
        }
        return values
    }

    /// Every role that a source gives one of the parts, once.
    static func roles(_ positions: [Position], _ parts: [Part]) -> [String] {
        var roles: [String] = []
        for position in positions {
            for part in parts {
                for role in position.parts[part] ?? [] where !roles.contains(role) { roles.append(role) }
            }
        }
        return roles
    }
}

/// One piece of work: who does it and who decides, by source.
struct ActivityPage: DescribedPage {
    let subject: Activity
    var area: Area { .activities }
    let template = "activity"

    func values(_ context: PageContext) -> [String: View] {
        let positions = context.site.positions[subject.slug] ?? []
        let verdict = Verdict(positions)
        return [
            "summary": context.html(subject.page.summary),
            "stage": subject.stage.flatMap { context.handbook.stage($0) }.map { context.link($0) } ?? .none,
            "also": View(subject.also.isEmpty ? nil : subject.also.map(\.value).joined(separator: ", ")),
            "opening": context.html(subject.body.opening, of: subject.page), "sections": sections(subject.body.sections, context),
            "positions": .each(positions) { position(of: $0, context) }, "positions_id": .text(anchor("who-does-it")),
            "differ": .flag(verdict == .differ), "agree": .flag(verdict == .agree), "single": .flag(verdict == .single),
            "apart": .flag(verdict == .apart),
            "nobody_accountable": .flag(ActivitiesPage.roles(positions, [.accountable]).isEmpty), "tally": tally(positions, context),
        ]
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        [OutlineEntry(title: context.strings["who_does_it"], anchor: anchor("who-does-it"))] + outline(of: subject.body.sections)
    }

    /// Who has the last word and who does the work over all sources, a role with the sources that name it.
    private func tally(_ positions: [Position], _ context: PageContext) -> View {
        let parts = [Part.accountable, .decides, .responsible].filter { !ActivitiesPage.roles(positions, [$0]).isEmpty }
        return .each(parts) { part in
            [
                "name": .text(context.strings[part.rawValue]),
                "roles": .each(ActivitiesPage.roles(positions, [part])) { slug in
                    var sources: [String] = []
                    for position in positions where position.parts[part]?.contains(slug) == true {
                        if let source = position.source, !sources.contains(source) { sources.append(source) }
                    }
                    return ["role": context.role(slug), "cites": context.cites(sources)]
                },
            ]
        }
    }

    private func position(of position: Position, _ context: PageContext) -> View {
        let source = position.source.flatMap { context.handbook.source($0) }
        let matrix = position.matrix.flatMap { slug in context.handbook.matrices.first { $0.slug == slug } }
        return [
            "source": source.map { ["number": View($0.number), "title": .text($0.title), "href": .text(context.href($0))] } ?? .none,
            "matrix": matrix.map { context.link($0) } ?? .none, "says": context.html(position.says),
            "parts": .each(Part.allCases.filter { position.parts[$0] != nil }) { part in
                [
                    "name": .text(context.strings[part.rawValue]), "key": .text(part.rawValue),
                    "roles": context.roles(position.parts[part] ?? []), "strong": .flag(part <= .responsible),
                ]
            },
        ]
    }
}
