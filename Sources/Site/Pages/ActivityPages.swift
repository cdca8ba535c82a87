import Formats
import Handbook
import Markdown
import Templates

/// All activities, with who has the last word and who does the work.
struct ActivitiesPage: ListPage {
    let site: SiteContent
    var area: Area { .activities }
    static let templates = ["activities"]
    static let sheets: Set<StyleSheet> = []
    static let shape: ViewShape.Fields = .opening.adding(["activities": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let strings = context.strings
        let table = Table(
            "activities",
            title,
            style: "rows activities",
            fits: true,
            columns: [
                strings["activity"], strings["stage"], "\(strings["accountable"]) / \(strings["decides"])", strings["responsible"],
                strings["sources"],
            ].map { .text($0) },
            rows: context.handbook.activities.map { activity in
                let tally = context.analysis.tally(of: activity)
                let flag = Phrase([.span([.text(strings["differs_flag"])], style: "flag")])
                return [
                    .link(activity),
                    .link(activity.stage.flatMap { context.handbook.stage($0) }, none: strings["not_given"]),
                    .roles(tally.lastWord.map(\.role), context.site),
                    .roles(tally[.responsible].map(\.role), context.site),
                    tally.verdict == .differ ? .phrase(flag) : .nothing,
                ]
            }
        )
        values.show(table, as: "activities")
        return values
    }
}

/// One piece of work: who does it and who decides, by source.
struct ActivityPage: DescribedPage {
    let subject: Activity
    var area: Area { .activities }
    static let templates = ["activity"]
    static let sheets: Set<StyleSheet> = [.accounts]
    static let shape: ViewShape.Fields = .opening.adding([
        "stage": .link, "also": .text, "sections": .list(.section), "positions": .list(position), "positions_table": Table.shape,
        "positions_id": .text, "differ": .flag, "agree": .flag, "single": .flag, "apart": .flag, "nobody_accountable": .flag,
        "tally": .list(["name": .text, "roles": .list(["role": .role, "cites": .html])]),
    ])
    private static let position: ViewShape = [
        "source": ["number": .text, "title": .text, "href": .text], "matrix": .link, "says": .html,
        "parts": .list(["name": .text, "key": .text, "roles": .roles, "strong": .flag]),
    ]

    func values(_ context: PageContext) -> PageValues {
        let tally = context.analysis.tally(of: subject)
        let (positions, verdict) = (tally.positions, tally.verdict)
        var values = PageValues(
            context,
            [
                "summary": context.html(subject.page.summary),
                "stage": subject.stage.flatMap { context.handbook.stage($0) }.map { context.link($0) } ?? .none,
                "also": View(subject.also.isEmpty ? nil : subject.also.map(\.value).joined(separator: ", ")),
                "opening": context.html(subject.body.opening, of: subject.page), "sections": sections(subject.body.sections, context),
                "positions": .each(positions) { position(of: $0, context) },
                "positions_id": context.id(anchor("who-does-it")),
                "differ": .flag(verdict == .differ), "agree": .flag(verdict == .agree),
                "single": .flag(verdict == .single && tally.hasSource),
                "apart": .flag(verdict == .apart),
                "nobody_accountable": .flag(tally[.accountable].isEmpty), "tally": view(of: tally, context),
            ]
        )
        values.show(table(positions, context), as: "positions_table")
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        [OutlineEntry(title: context.strings["who_does_it"], anchor: anchor("who-does-it"))] + outline(of: subject.body.sections)
    }

    /// Who has the last word and who does the work over all sources, a role with the sources that name it.
    private func view(of tally: Tally, _ context: PageContext) -> View {
        .each([Part.accountable, .decides, .responsible].filter { !tally[$0].isEmpty }) { part in
            [
                "name": .text(context.strings[part.rawValue]),
                "roles": .each(tally[part]) { ["role": context.role($0.role), "cites": context.cites($0.sources)] },
            ]
        }
    }

    /// The positions for a spreadsheet: a line for each, a column for each part that one of them names.
    private func table(_ positions: [Position], _ context: PageContext) -> Table {
        let strings = context.strings
        let parts = Part.allCases.filter { part in positions.contains { $0.parts[part] != nil } }
        return Table(
            "positions",
            strings["who_does_it"],
            columns: [.text(strings["source"]), .text(strings["matrix"])] + parts.map { .text(strings[$0.rawValue]) } + [
                .text(strings["says"])
            ],
            rows: positions.map { position in
                [
                    .link(position.source.flatMap { context.handbook.source($0) }),
                    .link(position.matrix.flatMap { context.handbook.matrix($0) }),
                ] + parts.map { .roles(position.parts[$0] ?? [], context.site) } + [.text(position.says?.text)]
            }
        )
    }

    private func position(of position: Position, _ context: PageContext) -> View {
        let source = position.source.flatMap { context.handbook.source($0) }
        let matrix = position.matrix.flatMap { context.handbook.matrix($0) }
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
