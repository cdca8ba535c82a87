import Handbook
import Markdown
import Templates

extension Table {
    struct Cell: Sendable {
        /// What a page shows in it. Each case has its template, `cell-….mustache`.
        enum Content: Sendable {
            case html(HTML)
            /// Nothing: a sign for the eye, words for the ear.
            case blank(words: String, sign: String)
            /// Nothing, said in words that all can see.
            case nobody(String)
            case list([Item], style: String?)
            /// A place on a team, filled or open.
            case tick(words: String, isOpen: Bool, note: String?)
            /// The task of a row of a matrix, with the findings on the row.
            case task(HTML)
            /// The findings on the row alone.
            case findings
            case bar([Bar], most: Int)
            /// The marks of citations.
            case cites(HTML, titles: [String])
            case letters(MatrixView.Letters)
        }

        /// An entry of a list, and its class.
        struct Item: Sendable {
            let html: HTML
            var style: String?

            init(_ html: HTML, style: String? = nil) { (self.html, self.style) = (html, style) }
        }

        /// A part of a bar.
        struct Bar: Sendable {
            let shape: String
            let start: Int
            let count: Int
        }

        /// What the file says: the entries of a list each for itself.
        let text: [String]
        let content: Content
        /// The class of the cell's element: `number`, or the colour of a role's group.
        var mark: String?
    }
}

// MARK: - The kinds of cells

extension Table.Cell {
    /// Plain words; nothing shows as a blank that is read out as `none`.
    static func text(_ text: String?, none: String = "") -> Self {
        guard let text, !text.isEmpty else { return .blank(none) }
        return Self(text: [text], content: .html(.text(text)))
    }

    static func number(_ number: Int, isStrong: Bool = false) -> Self {
        let digits = String(number)
        let html: HTML = number == 0 ? .span(digits, class: "zero") : HTML(isStrong ? "<strong>\(digits)</strong>" : digits)
        return Self(text: [digits], content: .html(html), mark: "number")
    }

    /// HTML. Marks of citations, and what is marked as an aside, are not part of the file.
    static func html(_ html: HTML?, none: String = "", mark: String? = nil) -> Self {
        guard let html, !html.isEmpty else { return .blank(none) }
        return Self(text: [PlainText.of(html.text)], content: .html(html), mark: mark)
    }

    /// Nothing: a sign for the eye, words for the ear, an empty field in the file.
    static func blank(_ words: String, sign: String = "–") -> Self { Self(text: [], content: .blank(words: words, sign: sign)) }

    /// Nothing, and nothing to say of it.
    static let nothing = Self(text: [], content: .html(.nothing))

    /// Nothing, said in words that all can see.
    static func nobody(_ words: String) -> Self { Self(text: [], content: .nobody(words)) }

    /// A list; an empty one is the cell `none`.
    static func list(_ items: [Item], style: String? = nil, none: Self) -> Self {
        guard !items.isEmpty else { return none }
        return Self(text: items.map { PlainText.of($0.html.text) }, content: .list(items, style: style))
    }

    static func list(_ items: [HTML], style: String? = nil, none: String) -> Self {
        .list(items.map { Item($0) }, style: style, none: .blank(none))
    }

    /// Texts of front matter, with their citations.
    static func list(_ texts: [CitedText], _ context: PageContext) -> Self {
        .list(texts.map { HTML(context.html($0)) }, none: context.strings["not_given"])
    }

    /// Roles in their groups' colours.
    static func roles(_ slugs: [String], none: Self? = nil, _ context: PageContext) -> Self {
        .list(
            slugs.map { slug in
                let role = context.handbook.role(slug)
                return Item(role.map { context.anchor($0) } ?? .text(slug), style: role.map(context.color) ?? "g0")
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
        Self(text: [words] + [note].compactMap(\.self), content: .tick(words: words, isOpen: isOpen, note: note))
    }

    /// The task of a row of a matrix.
    static func task(_ html: HTML) -> Self { Self(text: [PlainText.of(html.text)], content: .task(html)) }

    /// The findings on the row.
    static let findings = Self(text: [], content: .findings, mark: "margin")

    /// A bar of parts that are so many each, under the names of letters' shapes; `most` fills the cell.
    static func bar(_ parts: [(shape: String, count: Int)], most: Int) -> Self {
        var start = 0
        let bars = parts.filter { $0.count > 0 }.map { shape, count in
            defer { start += count }
            return Bar(shape: shape, start: start, count: count)
        }
        return Self(text: [], content: .bar(bars, most: most))
    }

    /// Sources as the marks of citations; the file has their titles.
    static func cites(_ keys: [String], _ context: PageContext) -> Self {
        let titles = keys.compactMap { context.handbook.source($0)?.title }
        return Self(text: titles, content: .cites(context.marks(keys), titles: titles))
    }

    /// The letters of a matrix.
    static func letters(_ cell: Matrix.Cell, in matrix: Matrix, _ context: PageContext) -> Self {
        Self(text: MatrixView.text(cell), content: .letters(MatrixView.letters(of: cell, in: matrix, context)))
    }
}
