import Formats
import Handbook
import Markdown
import Templates

/// The stages, and which role has which part in each.
struct LifecyclePage: ListPage {
    let site: SiteContent
    var area: Area { .lifecycle }
    var isInFullText: Bool { true }
    static let templates = ["lifecycle"]
    static let sheets: Set<StyleSheet> = [.teams]
    static let shape: ViewShape.Fields = .opening.adding(["stages": .list(.stage), "table": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let stages = context.handbook.stages
        values["stages"] = .each(Array(stages.enumerated())) { index, stage in
            StageView.view(stage, number: index + 1, context)
        }
        let roles = context.handbook.roles.filter { role in
            !context.analysis.work(of: role.slug).stages.isEmpty
        }
        let table = Table(
            "stages",
            context.strings["in_stages"],
            style: "grid stage-table",
            fits: true,
            columns: [.text(context.strings["role"])] + stages.map { .link($0) },
            rows: roles.map { role in [.role(role.slug, context.site)] + stages.map { part(of: role, in: $0, context) } }
        )
        values.show(table, as: "table")
        return values
    }

    private func part(of role: Role, in stage: Stage, _ context: PageContext) -> Table.Cell {
        let parts = [
            (stage.drives, "drives", "mark is-strong"), (stage.key, "key_role", "mark is-key"), (stage.takesPart, "takes_part", "mark"),
        ]
        let own = parts.filter { $0.0.contains(role.slug) }
        return .list(
            own.map { Table.Cell.Item(.text(context.strings[$0.1]), style: $0.2) },
            style: "marks",
            none: .blank(context.strings["no_part"], sign: "·")
        )
    }
}

/// One stage.
struct StagePage: DescribedPage {
    let subject: Stage
    var area: Area { .lifecycle }
    static let templates = ["stage"]
    static let sheets: Set<StyleSheet> = [.accounts]
    static let shape: ViewShape.Fields = [
        "stage": .stage, "opening": .html, "sections": .list(.section), "count": .text,
        "activities": .list(["title": .text, "href": .text, "summary": .html, "differs": .flag]), "activities_id": .text,
        "hand_off": HandOffView.shape, "hand_off_id": .text,
    ]

    func values(_ context: PageContext) -> PageValues {
        let stages = context.handbook.stages
        let number = (stages.firstIndex { $0.slug == subject.slug } ?? 0) + 1
        let activities = context.analysis.work(ofStage: subject.slug).activities
        var values = PageValues(
            context,
            [
                "stage": StageView.view(subject, number: number, context), "opening": context.html(subject.body.opening, of: subject.page),
                "sections": sections(subject.body.sections, context), "count": View(stages.count),
                "activities": .each(activities) { activity in
                    [
                        "title": .text(activity.title), "href": .text(context.href(activity)),
                        "summary": context.html(activity.page.summary),
                        "differs": .flag(context.analysis.tally(of: activity).verdict == .differ),
                    ]
                },
                "activities_id": context.id(anchor("activities")),
                "hand_off_id": context.id(anchor("hand-off")),
            ]
        )
        values["hand_off"] = handOff(context)?.view(&values) ?? .none
        return values
    }

    /// What passes to the next stage; nothing in the last.
    private func handOff(_ context: PageContext) -> HandOffView? {
        let stages = context.handbook.stages
        guard let place = stages.firstIndex(where: { $0.slug == subject.slug }), place + 1 < stages.count else { return nil }
        let handOff = StageHandOff(from: subject, to: stages[place + 1], context.analysis)
        return HandOffView(handOff: handOff, context: context)
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        var added: [OutlineEntry] = []
        if !context.analysis.work(ofStage: subject.slug).activities.isEmpty {
            added.append(OutlineEntry(title: context.strings["activities"], anchor: anchor("activities")))
        }
        if let handOff = handOff(context) {
            added.append(OutlineEntry(title: handOff.heading, anchor: anchor("hand-off")))
        }
        return outline(of: subject.body.sections) + added
    }
}

enum StageView {
    static func view(_ stage: Stage, number: Int, _ context: PageContext) -> View {
        [
            "number": View(number), "title": .text(stage.title), "href": .text(context.href(stage)),
            "id": context.id(context.anchor(stage.slug, in: .lifecycle)),
            "summary": context.html(stage.page.summary), "drives": context.roles(stage.drives),
            "takes_part": context.roles(stage.takesPart), "key": context.roles(stage.key), "outputs": context.html(stage.outputs),
        ]
    }
}
