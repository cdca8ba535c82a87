import Handbook
import Markdown

extension Table {
    package struct Cell: Sendable {
        /// What is in it. Each case has its template, `cell-….mustache`.
        package enum Content: Sendable {
            case phrase(Phrase)
            /// Nothing: a sign for the eye, words for the ear.
            case blank(words: String, sign: String)
            /// Nothing, said in words that all can see.
            case nobody(String)
            case list([Item], style: String?)
            /// Lists and the blocks around them, in an author's order.
            case passages([Passage])
            /// A place on a team, filled or open.
            case tick(words: String, isOpen: Bool, note: String?)
            /// The task of a row of a matrix, with the findings on the row.
            case task(Phrase)
            /// The findings on the row alone.
            case findings
            case bar([Bar], most: Int)
            /// The marks of sources, by their keys; a file has their titles.
            case cites([String], titles: [String])
            case letters(MatrixLetters)
        }

        /// An entry of a list, and its class.
        package struct Item: Sendable {
            package let phrase: Phrase
            package var style: String?

            package init(_ phrase: Phrase, style: String? = nil) { (self.phrase, self.style) = (phrase, style) }
        }

        /// A list, or blocks between lists.
        package enum Passage: Sendable {
            case prose([Block], of: Page)
            case list([Item])
        }

        /// A part of a bar.
        package struct Bar: Sendable {
            package let shape: String
            package let start: Int
            package let count: Int
        }

        package let content: Content
        /// The class of the cell's element: `number`, or the colour of a role's group.
        package var mark: String?

        /// What a CSV file says: the entries of a list each for itself.
        package func text(_ site: SiteContent) -> [String] {
            let texts: [String] =
                switch content {
                case .phrase(let phrase), .task(let phrase): [site.text(of: phrase)]
                case .list(let items, _): items.map { site.text(of: $0.phrase) }
                case .passages(let passages): passages.flatMap { $0.text(site) }
                case .tick(let words, _, let note): [words] + [note].compactMap(\.self)
                case .cites(_, let titles): titles
                case .letters(let letters): [letters.text]
                case .blank, .nobody, .findings, .bar: []
                }
            return texts.filter { !$0.isEmpty }
        }
    }
}

extension Table.Cell.Passage {
    fileprivate func text(_ site: SiteContent) -> [String] {
        switch self {
        case .prose(let blocks, _): [site.text(of: blocks)]
        case .list(let items): items.map { site.text(of: $0.phrase) }
        }
    }
}

// MARK: - The kinds of cells

extension Table.Cell {
    /// Plain words; nothing shows as a blank that is read out as `none`.
    package static func text(_ text: String?, none: String = "") -> Self { .phrase(text.map(Phrase.text), none: none) }

    package static func number(_ number: Int, isStrong: Bool = false) -> Self {
        let digits = String(number)
        let piece: Phrase.Piece = number == 0 ? .span([.text(digits)], style: "zero") : isStrong ? .strong(digits) : .text(digits)
        return Self(content: .phrase(Phrase([piece])), mark: "number")
    }

    package static func phrase(_ phrase: Phrase?, none: String = "", mark: String? = nil) -> Self {
        guard let phrase, !phrase.isEmpty else { return .blank(none) }
        return Self(content: .phrase(phrase), mark: mark)
    }

    /// Nothing: a sign for the eye, words for the ear, an empty field in the file.
    package static func blank(_ words: String, sign: String = "–") -> Self { Self(content: .blank(words: words, sign: sign)) }

    /// Nothing, and nothing to say of it.
    package static let nothing = Self(content: .phrase(Phrase([])))

    /// Nothing, said in words that all can see.
    package static func nobody(_ words: String) -> Self { Self(content: .nobody(words)) }

    /// A list; an empty one is the cell `none`.
    package static func list(_ items: [Item], style: String? = nil, none: Self) -> Self {
        items.isEmpty ? none : Self(content: .list(items, style: style))
    }

    package static func list(_ items: [Phrase], style: String? = nil, none: String) -> Self {
        .list(items.map { Item($0) }, style: style, none: .blank(none))
    }

    package static func passages(_ passages: [Passage], none: String) -> Self {
        passages.isEmpty ? .blank(none) : Self(content: .passages(passages))
    }

    /// Texts of front matter, with their citations.
    package static func list(_ texts: [CitedText], _ site: SiteContent) -> Self {
        .list(texts.map(Phrase.cited), none: site.strings["not_given"])
    }

    /// Roles in their groups' colours.
    package static func roles(_ slugs: [String], none: Self? = nil, _ site: SiteContent) -> Self {
        .list(
            slugs.map { slug in
                Item(Phrase([.role(slug, in: site.handbook)]), style: site.handbook.role(slug).map(site.color) ?? "g0")
            },
            style: "role-list",
            none: none ?? .nobody(site.strings["none_named"])
        )
    }

    /// A role that a row is about.
    package static func role(_ slug: String, _ site: SiteContent) -> Self {
        .phrase(Phrase([.role(slug, in: site.handbook)]), mark: site.handbook.role(slug).map(site.color))
    }

    package static func link(_ described: (any Described)?, none: String = "") -> Self {
        .phrase(described.map { Phrase.link($0) }, none: none)
    }

    /// A place on a team, filled or open; the sign is read out as `words`.
    package static func tick(_ words: String, isOpen: Bool = false, note: String? = nil) -> Self {
        Self(content: .tick(words: words, isOpen: isOpen, note: note))
    }

    /// The task of a row of a matrix.
    package static func task(_ phrase: Phrase) -> Self { Self(content: .task(phrase)) }

    /// The findings on the row.
    package static let findings = Self(content: .findings, mark: "margin")

    /// A bar of parts that are so many each, under the names of letters' shapes; `most` fills the cell.
    package static func bar(_ parts: [(shape: String, count: Int)], most: Int) -> Self {
        var start = 0
        let bars = parts.filter { $0.count > 0 }.map { shape, count in
            defer { start += count }
            return Bar(shape: shape, start: start, count: count)
        }
        return Self(content: .bar(bars, most: most))
    }

    /// Sources as the marks of citations; the file has their titles.
    package static func cites(_ keys: [String], _ site: SiteContent) -> Self {
        Self(content: .cites(keys, titles: keys.compactMap { site.handbook.source($0)?.title }))
    }

    /// The letters of a matrix.
    package static func letters(_ cell: Matrix.Cell, in matrix: Matrix, _ site: SiteContent) -> Self {
        .letters(MatrixLetters(cell, in: matrix, site.strings))
    }

    package static func letters(_ letters: MatrixLetters) -> Self { Self(content: .letters(letters)) }
}
