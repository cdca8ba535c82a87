import Formats
import Handbook
import Markdown
import Templates

extension Table {
    /// What `table.mustache` and the templates of cells are given.
    static let shape: ViewShape = [
        "name": .text, "caption": .text, "style": .text, "fits": .flag, "csv_href": .text, "grouping": .text, "width": .text,
        "columns": .list([
            "title": .text, "id": .text, "href": .text, "full": .text, "note": .text, "own_note": .text, "footnotes": .html, "mark": .text,
            "role": .text,
            "is_aside": .flag,
        ]),
        "groups": .list([
            "heading": .html, "id": .text, "color": .text,
            "rows": .list([
                "style": .text, "id": .text, "cells": .list(Cell.shape),
                "findings": .list(["message": .text, "help": .text, "is_note": .flag]),
            ]),
        ]),
    ]

    func view(_ context: PageContext) -> View {
        [
            "name": .text(name), "caption": .text(caption), "style": .text(style), "fits": .flag(fits),
            "csv_href": .text(context.addresses.file(path(from: context.addresses.from))),
            "grouping": View(grouping), "width": View(columns.count), "columns": .each(columns) { Self.view($0, context) },
            "groups": .each(groups) { group in
                [
                    "heading": View(group.heading.map(context.html)), "id": context.id(group.id), "color": View(group.color),
                    "rows": .each(group.rows) { row in
                        [
                            "style": View(row.style), "id": context.id(row.id),
                            "cells": .each(zip(columns, row.cells)) { $1.view(in: $0, context) },
                            "findings": .each(row.findings) { finding in
                                [
                                    "message": .text(finding.message), "help": View(finding.help),
                                    "is_note": .flag(finding.severity == .note),
                                ]
                            },
                        ]
                    },
                ]
            },
        ]
    }

    private static func view(_ column: Column, _ context: PageContext) -> View {
        [
            "title": .text(column.title), "id": context.id(column.id), "href": View(column.address.map { context.href($0) }),
            "full": View(column.full), "note": View(column.isNoteInFile ? nil : column.note),
            "own_note": View(column.isNoteInFile ? column.note : nil), "footnotes": View(column.footnotes.map(context.html)),
            "mark": View(column.mark), "role": View(column.role),
            "is_aside": .flag(column.isAside),
        ]
    }
}
