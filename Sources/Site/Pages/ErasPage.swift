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
        values["table"] = Table(
            "eras",
            title,
            style: "grid eras-table",
            fits: true,
            columns: [.text(context.strings["role"])]
                + eras.map { era in
                    Table.Column(title: era.title, view: ["id": .text(Anchors.slug(era.id)), "note": View(era.summary)])
                },
            rows: context.handbook.roles.filter { !$0.eras.isEmpty }.map { role in
                [.role(role.slug, context)] + eras.map { era in cell(role.eras.first { $0.era == era.id }, of: role, context) }
            }
        ).view(context)
        return values
    }

    /// What the role does in an era, each item marked against the era before it, and what is gone since.
    private func cell(_ part: EraPart?, of role: Role, _ context: PageContext) -> Table.Cell {
        let none = context.strings["not_given"]
        guard let part else { return .blank(none) }
        guard !part.items.isEmpty else { return .html(context.text(part.blocks, of: role.page), none: none) }
        let before = role.eras.firstIndex { $0.era == part.era }.flatMap { $0 > 0 ? role.eras[$0 - 1].items : nil }
        let marked = EraChange.marked(part.items, after: before, likenesses: site.likenesses)
        func mark(_ change: EraChange) -> String {
            // The colon is for those who read or copy it: the eye has the frame.
            #"<span class="era-mark">\#(RichText.escape(context.strings["era_\(change.rawValue)"]))</span><span class="sr">:</span> "#
        }
        let items = marked.items.map { item, change in
            (html: (change.map(mark) ?? "") + context.inner(item.block, of: role.page), style: change.map { "is-\($0.rawValue)" })
        }
        let gone = marked.gone.map { item in (html: mark(.gone) + "<s>\(RichText.escape(item.name))</s>", style: Optional("is-gone")) }
        return .list(items + gone, style: "era-items", none: .blank(none))
    }
}
