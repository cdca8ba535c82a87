import Formats
import Handbook
import Markdown
import Templates

/// What each role does in each era.
struct ErasPage: ListPage {
    let site: SiteContent
    var area: Area { .eras }
    static let templates = ["eras"]
    static let sheets: Set<StyleSheet> = [.accounts]
    static let shape: ViewShape.Fields = .opening.adding(["table": Table.shape])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let eras = context.handbook.settings.eras
        let table = Table(
            "eras",
            title,
            style: "grid eras-table",
            fits: true,
            columns: [.text(context.strings["role"])]
                + eras.map { era in
                    Table.Column(title: era.title, id: Anchors.slug(era.id), note: era.summary)
                },
            rows: context.handbook.roles.filter { !$0.eras.isEmpty }.map { role in
                let history = EraHistory(of: role, eras: eras, likenesses: site.analysis.likenesses)
                return [.role(role.slug, context.site)]
                    + eras.map { era in
                        let part = history.parts.first { $0.era.id == era.id }
                        return .passages(part.map { EraView.passages($0, of: role, context) } ?? [], none: context.strings["not_given"])
                    }
            }
        )
        values.show(table, as: "table")
        return values
    }
}
