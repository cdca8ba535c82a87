import Formats
import Templates

extension Table.Cell {
    /// What `table-cell.mustache` and the template of the cell's kind are given; a cell has the names of its own kind.
    static let shape: ViewShape = .record(
        ViewShape.Fields([
            ("is_header", .flag), ("is_aside", .flag), ("mark", .text),
            (
                "template",
                .template([
                    "cell-html", "cell-blank", "cell-nobody", "cell-list", "cell-passages", "cell-tick", "cell-task", "cell-findings",
                    "cell-bar",
                    "cell-cites",
                    "letters",
                ])
            ),
            ("html", .html), ("sign", .text), ("words", .text), ("style", .text),
            ("items", .list(items)), ("passages", .list(passage)), ("is_open", .flag), ("note", .text), ("most", .text),
            ("bars", .list(["shape": .text, "start": .text, "count": .text])), ("titles", .text), ("cites", .html),
        ]).adding(MatrixLetters.shape)
    )

    private static let items: ViewShape = ["html": .html, "style": .text]
    /// What `passages.mustache` shows.
    static let passage: ViewShape = ["prose": .html, "items": .list(items)]

    func view(in column: Table.Column, _ context: PageContext) -> View {
        let (template, own) = parts(context)
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
    private func parts(_ context: PageContext) -> (template: String, own: [(String, View)]) {
        switch content {
        case .phrase(let phrase): ("cell-html", [("html", .html(context.html(phrase)))])
        case .blank(let words, let sign): ("cell-blank", [("sign", .text(sign)), ("words", .text(words))])
        case .nobody(let words): ("cell-nobody", [("words", .text(words))])
        case .list(let items, let style):
            ("cell-list", [("style", View(style)), ("items", .each(items) { $0.view(context) })])
        case .passages(let passages): ("cell-passages", [("passages", .each(passages) { $0.view(context) })])
        case .tick(let words, let isOpen, let note):
            ("cell-tick", [("words", .text(words)), ("is_open", .flag(isOpen)), ("note", View(note))])
        case .task(let phrase): ("cell-task", [("html", .html(context.html(phrase)))])
        case .findings: ("cell-findings", [])
        case .bar(let bars, let most):
            (
                "cell-bar",
                [
                    ("most", View(most)),
                    ("bars", .each(bars) { ["shape": .text($0.shape), "start": View($0.start), "count": View($0.count)] }),
                ]
            )
        case .cites(let keys, let titles):
            ("cell-cites", [("titles", .text(titles.joined(separator: "; "))), ("cites", context.cites(keys))])
        case .letters(let letters): ("letters", letters.fields(context))
        }
    }
}

extension Table.Cell.Item {
    fileprivate func view(_ context: PageContext) -> View { ["html": .html(context.html(phrase)), "style": View(style)] }
}

extension Table.Cell.Passage {
    func view(_ context: PageContext) -> View {
        switch self {
        case .prose(let blocks, let page): ["prose": context.html(blocks, of: page), "items": []]
        case .list(let items): ["prose": .none, "items": .each(items) { $0.view(context) }]
        }
    }
}
