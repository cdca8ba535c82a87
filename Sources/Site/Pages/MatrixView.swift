import Diagnostics
import Handbook
import Markdown
import Templates

/// The letters of matrices, as templates and files have them.
enum MatrixView {
    /// A cell as an author would write it: `A/R`, `(C)`, `R (drafts)`.
    static func text(_ cell: Matrix.Cell) -> [String] { text(cell.letters, isWeak: cell.isWeak, note: cell.note) }

    private static func text(_ letters: [Character], isWeak: Bool, note: String?) -> [String] {
        let letters = letters.map(String.init).joined(separator: "/")
        let whole = [isWeak ? "(\(letters))" : letters, note.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }
        return whole.isEmpty ? [] : [whole.joined(separator: " ")]
    }

    /// The letters of a cell, as `letters.mustache` shows them.
    struct Letters: Sendable {
        struct Letter: Sendable {
            let letter: Character
            let shape: String
            let name: String
        }

        let letters: [Letter]
        var note: String?
        var isWeak = false
        /// The marks of the footnotes that the cell refers to.
        var footnotes: Phrase?

        static let shape: ViewShape.Fields = [
            "letters": .list(["letter": .text, "shape": .text, "name": .text, "joined": .flag]), "note": .text, "weak": .flag,
            "empty": .flag, "footnotes": .html,
        ]

        /// The letters as an author would write them: `A/R`, `(C)`, `R (drafts)`; nothing for an empty cell.
        var text: [String] { MatrixView.text(letters.map(\.letter), isWeak: isWeak, note: note) }

        func fields(_ context: PageContext) -> [(String, View)] {
            [
                (
                    "letters",
                    .each(letters.enumerated()) { index, entry in
                        [
                            "letter": .text(String(entry.letter)), "shape": .text(entry.shape), "name": .text(entry.name),
                            "joined": .flag(index > 0),
                        ]
                    }
                ), ("note", View(note)), ("weak", .flag(isWeak)), ("empty", .flag(letters.isEmpty)),
                ("footnotes", View(footnotes.map(context.html))),
            ]
        }
    }

    static func letters(of cell: Matrix.Cell, in matrix: Matrix, _ context: PageContext) -> Letters {
        Letters(
            letters: cell.letters.map { letter($0, matrix.scheme, from: nil, context) },
            note: cell.note,
            isWeak: cell.isWeak,
            footnotes: cell.footnotes.isEmpty ? nil : Phrase([.footnotes(cell.footnotes, of: matrix.page)])
        )
    }

    /// A letter, which may say where it comes from.
    static func letter(_ letter: Character, _ scheme: Scheme, from: String?, _ context: PageContext) -> Letters.Letter {
        let name = context.strings[nameKey(letter, scheme)]
        return Letters.Letter(letter: letter, shape: shape(letter, scheme), name: from.map { "\(name): \($0)" } ?? name)
    }

    static func legend(_ scheme: Scheme, _ context: PageContext) -> View {
        .each(scheme.letters) { letter in
            let key = nameKey(letter, scheme) + "_note"
            let note = context.strings[key]
            return [
                "letter": .text(String(letter)), "name": .text(context.strings[nameKey(letter, scheme)]),
                "shape": .text(shape(letter, scheme)), "note": note == key ? .none : .text(note),
            ]
        }
    }

    /// The class of a letter's shape. The form says whose part it is: a square has the last word, a circle works or is
    /// asked about the work, a diamond helps with it. Filled shapes act, open ones look on; who is only informed has a dot.
    static func shape(_ letter: Character, _ scheme: Scheme) -> String {
        switch scheme.meaning(of: letter) {
        case .lastWord: "square"
        case .signOff: "pane"
        case .work: "disc"
        case .advice: "ring"
        case .help: "diamond"
        case .check: "lozenge"
        case .news: "dot"
        }
    }

    /// The key of a letter's name among the theme's words.
    static func nameKey(_ letter: Character, _ scheme: Scheme) -> String { scheme.name(of: letter).rawValue }
}
