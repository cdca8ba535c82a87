import Handbook
import Markdown

/// The kinds of cells. Each has its template, `cell-….mustache`.
extension Table.Cell {
    /// Plain words; nothing shows as a blank that is read out as `none`.
    static func text(_ text: String?, none: String = "") -> Self {
        guard let text, !text.isEmpty else { return .blank(none) }
        return Self(text: [text], template: "cell-html", view: ["html": .text(HTMLText.escape(text))])
    }

    static func number(_ number: Int, isStrong: Bool = false) -> Self {
        let html = number == 0 ? #"<span class="zero">0</span>"# : isStrong ? "<strong>\(number)</strong>" : String(number)
        return .html(html, mark: "number")
    }

    /// HTML. Marks of citations, and what is marked as an aside, are no part of the file.
    static func html(_ html: String?, none: String = "", mark: String? = nil) -> Self {
        guard let html, !html.isEmpty else { return .blank(none) }
        return Self(text: [PlainText.of(html)], template: "cell-html", view: ["html": .text(html)], mark: mark)
    }

    /// Nothing: a sign for the eye, words for the ear, an empty field in the file.
    static func blank(_ words: String, sign: String = "–") -> Self {
        Self(text: [], template: "cell-blank", view: ["sign": .text(sign), "words": .text(words)])
    }

    /// Nothing, and nothing to say of it.
    static let nothing = Self(text: [], template: "cell-html", view: ["html": ""])

    /// Nothing, said in words that all can see.
    static func nobody(_ words: String) -> Self { Self(text: [], template: "cell-nobody", view: ["words": .text(words)]) }

    /// A list of entries, each HTML and perhaps a class.
    static func list(_ items: [(html: String, style: String?)], style: String? = nil, none: Self) -> Self {
        guard !items.isEmpty else { return none }
        return Self(
            text: items.map { PlainText.of($0.html) },
            template: "cell-list",
            view: [
                "style": View(style), "items": .each(items) { ["html": .text($0.html), "style": View($0.style)] },
            ]
        )
    }

    static func list(_ items: [String], style: String? = nil, none: String) -> Self {
        .list(items.map { ($0, nil) }, style: style, none: .blank(none))
    }

    /// Texts of front matter, with their citations.
    static func list(_ texts: [CitedText], _ context: PageContext) -> Self {
        .list(texts.map(context.html), none: context.strings["not_given"])
    }

    /// Roles in their groups' colours.
    static func roles(_ slugs: [String], none: Self? = nil, _ context: PageContext) -> Self {
        .list(
            slugs.map { slug in
                let role = context.handbook.role(slug)
                return (role.map { context.anchor($0) } ?? HTMLText.escape(slug), role.map(context.color) ?? "g0")
            },
            style: "role-list",
            none: none ?? .nobody(context.strings["none_named"])
        )
    }

    /// A role that a row is about.
    static func role(_ slug: String, _ context: PageContext) -> Self {
        guard let role = context.handbook.role(slug) else { return .text(slug) }
        return .html(context.anchor(role), mark: context.color(role))
    }

    static func link(_ described: (any Described)?, none: String = "", _ context: PageContext) -> Self {
        .html(described.map { context.anchor($0) }, none: none)
    }

    /// A place on a team, filled or open; the sign is read out as `words`.
    static func tick(_ words: String, isOpen: Bool = false, note: String? = nil) -> Self {
        Self(
            text: [words] + [note].compactMap(\.self),
            template: "cell-tick",
            view: ["words": .text(words), "is_open": .flag(isOpen), "note": View(note)]
        )
    }

    /// What was found on the row, which its template asks the row for.
    static let findings = Self(text: [], template: "cell-findings", view: [:], mark: "margin")

    /// A bar of parts that are so many each, under the names of letters' shapes; `most` fills the cell.
    static func bar(_ parts: [(shape: String, count: Int)], most: Int) -> Self {
        var start = 0
        let bars = parts.filter { $0.count > 0 }.map { shape, count -> View in
            defer { start += count }
            return ["shape": .text(shape), "start": View(start), "count": View(count)]
        }
        return Self(text: [], template: "cell-bar", view: ["most": View(most), "bars": .list(bars)])
    }

    /// Sources as the marks of citations; the file has their titles.
    static func cites(_ keys: [String], _ context: PageContext) -> Self {
        let titles = keys.compactMap { context.handbook.source($0)?.title }
        return Self(
            text: titles,
            template: "cell-cites",
            view: ["titles": .text(titles.joined(separator: "; ")), "cites": context.cites(keys)]
        )
    }

    /// The letters of a matrix.
    static func letters(_ cell: Matrix.Cell, _ scheme: Scheme, _ context: PageContext) -> Self {
        Self(text: MatrixView.text(cell), template: "letters", view: MatrixView.cell(cell, scheme, context))
    }
}
