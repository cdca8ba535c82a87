import Diagnostics
import Handbook
import Markdown

/// The letters of matrices, as templates and files have them.
enum MatrixView {
    /// A cell as an author would write it: `A/R`, `(C)`, `R (drafts)`.
    static func text(_ cell: Matrix.Cell) -> [String] {
        let letters = cell.letters.map(String.init).joined(separator: "/")
        let whole = [cell.isWeak ? "(\(letters))" : letters, cell.note.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }
        return whole.isEmpty ? [] : [whole.joined(separator: " ")]
    }

    static func cell(_ cell: Matrix.Cell, _ scheme: Scheme, _ context: PageContext) -> [String: View] {
        [
            "letters": letters(cell.letters.map { ($0, scheme, nil) }, context), "note": View(cell.note), "weak": .flag(cell.isWeak),
            "empty": .flag(cell.letters.isEmpty),
        ]
    }

    /// Letters side by side; each may say where it comes from.
    static func letters(_ letters: [(letter: Character, scheme: Scheme, from: String?)], _ context: PageContext) -> View {
        .each(Array(letters.enumerated())) { index, entry in
            let name = context.strings[nameKey(entry.letter, entry.scheme)]
            return [
                "letter": .text(String(entry.letter)), "shape": .text(shape(entry.letter, entry.scheme)),
                "name": .text(entry.from.map { "\(name): \($0)" } ?? name), "joined": .flag(index > 0),
            ]
        }
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
    /// asked about the work, a diamond has a hand in it. Filled shapes act, open ones look on; who is only told has a dot.
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
