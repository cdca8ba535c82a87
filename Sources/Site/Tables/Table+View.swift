import Handbook
import Markdown

extension Table {
    /// The path of its file, when the page at an address shows it.
    func path(from address: String) -> String { "\(home ?? address)\(name).csv" }

    /// What templates are given, and what the build writes the file from.
    func view(_ context: PageContext) -> View {
        guard !isEmpty else { return .none }
        return .table(
            self,
            [
                "name": .text(name), "caption": .text(caption), "style": .text(style), "fits": .flag(fits),
                "csv_href": .text(context.addresses.file(path(from: context.addresses.from))),
                "grouping": View(grouping), "width": View(columns.count),
                "columns": .each(columns, Self.view),
                "groups": .each(groups) { group in
                    [
                        "heading": View(group.html ?? group.heading.map(HTMLText.escape)), "id": View(group.id), "color": View(group.color),
                        "rows": .each(group.rows) { row in
                            var view = row.view
                            view["style"] = View(row.style)
                            view["id"] = View(row.id)
                            view["cells"] = .each(zip(columns, row.cells)) { Self.view($1, in: $0) }
                            return .record(view)
                        },
                    ]
                },
            ]
        )
    }

    private static func view(_ column: Column) -> View {
        let none: [String: View] = ["id": .none, "href": .none, "full": .none, "note": .none, "mark": .none, "role": .none]
        let shown: [String: View] = ["title": .text(column.title), "is_aside": .flag(column.isAside)]
        return .record(none.merging(column.view) { _, own in own }.merging(shown) { own, _ in own })
    }

    private static func view(_ cell: Cell, in column: Column) -> View {
        var view = cell.view
        view["is_header"] = .flag(column.headsRows)
        view["is_aside"] = .flag(column.isAside)
        view["mark"] = View(cell.mark)
        view["template"] = .text(cell.template)
        return .record(view)
    }
}

extension Table.Column {
    static func text(_ title: String) -> Self { Self(title: title) }

    /// A column whose cells head their rows, when it is not the first.
    static func heading(_ title: String) -> Self { Self(title: title, headsRows: true) }

    static func number(_ title: String) -> Self { Self(title: title, view: ["mark": "number"]) }

    /// A column of remarks beside the facts.
    static func aside(_ title: String, mark: String? = nil) -> Self { Self(title: title, view: ["mark": View(mark)], isAside: true) }

    /// A role's column, under its short form.
    static func role(_ slug: String, _ context: PageContext) -> Self {
        guard let role = context.handbook.role(slug) else { return .text(slug) }
        return Self(
            title: role.short,
            view: [
                "full": .text(role.title), "href": .text(context.href(role)), "mark": .text(context.color(role)), "role": .text(slug),
            ]
        )
    }

    /// A column that a page heads; the note is no part of the file.
    static func link(_ described: any Described, note: String? = nil, _ context: PageContext) -> Self {
        Self(title: described.title, view: ["href": .text(context.href(described)), "note": View(note)])
    }
}
