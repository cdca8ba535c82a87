import Templates

extension Table.Cell {
    /// What `table-cell.mustache` and the template of the cell's kind are given; a cell has the names of its own kind.
    static let shape: ViewShape = .record(
        ViewShape.Fields([
            ("is_header", .flag), ("is_aside", .flag), ("mark", .text),
            (
                "template",
                .template([
                    "cell-html", "cell-blank", "cell-nobody", "cell-list", "cell-tick", "cell-task", "cell-findings", "cell-bar",
                    "cell-cites",
                    "letters",
                ])
            ),
            ("html", .html), ("sign", .text), ("words", .text), ("style", .text),
            ("items", .list(["html": .html, "style": .text])), ("is_open", .flag), ("note", .text), ("most", .text),
            ("bars", .list(["shape": .text, "start": .text, "count": .text])), ("titles", .text), ("cites", .html),
        ]).adding(MatrixView.Letters.shape)
    )

    func view(in column: Table.Column) -> View {
        let (template, own) = parts
        return .record(
            View.Record(
                [
                    ("is_header", .flag(column.headsRows)), ("is_aside", .flag(column.isAside)), ("mark", View(mark)),
                    ("template", .text(template)),
                ] + own
            )
        )
    }

    /// The template, and what it is given beside what every cell has.
    private var parts: (template: String, own: [(String, View)]) {
        switch content {
        case .html(let html): ("cell-html", [("html", .html(html))])
        case .blank(let words, let sign): ("cell-blank", [("sign", .text(sign)), ("words", .text(words))])
        case .nobody(let words): ("cell-nobody", [("words", .text(words))])
        case .list(let items, let style):
            ("cell-list", [("style", View(style)), ("items", .each(items) { ["html": .html($0.html), "style": View($0.style)] })])
        case .tick(let words, let isOpen, let note):
            ("cell-tick", [("words", .text(words)), ("is_open", .flag(isOpen)), ("note", View(note))])
        case .task(let html): ("cell-task", [("html", .html(html))])
        case .findings: ("cell-findings", [])
        case .bar(let bars, let most):
            (
                "cell-bar",
                [
                    ("most", View(most)),
                    ("bars", .each(bars) { ["shape": .text($0.shape), "start": View($0.start), "count": View($0.count)] }),
                ]
            )
        case .cites(let html, let titles): ("cell-cites", [("titles", .text(titles.joined(separator: "; "))), ("cites", .html(html))])
        case .letters(let letters): ("letters", letters.fields)
        }
    }
}
