import Handbook
import Markdown

/// The letters of a cell of a matrix.
package struct MatrixLetters: Sendable {
    /// A letter.
    package struct Letter: Sendable {
        package let letter: Character
        /// The class of its shape.
        package let shape: String
        /// What it is called.
        package let name: String

        /// A letter of a scheme, which may say where it comes from.
        package init(_ letter: Character, _ scheme: Scheme, from origin: String? = nil, _ strings: Strings) {
            let name = strings[scheme.nameKey(of: letter)]
            self.letter = letter
            shape = scheme.shape(of: letter)
            self.name = origin.map { "\(name): \($0)" } ?? name
        }
    }

    package let letters: [Letter]
    package var note: String?
    package var isWeak = false
    /// The marks of the footnotes that the cell refers to.
    package var footnotes: Phrase?

    /// Letters without a note.
    package init(_ letters: [Letter]) { self.letters = letters }

    /// The letters of a matrix's cell.
    package init(_ cell: Matrix.Cell, in matrix: Matrix, _ strings: Strings) {
        letters = cell.letters.map { Letter($0, matrix.scheme, strings) }
        note = cell.note
        isWeak = cell.isWeak
        footnotes = cell.footnotes.isEmpty ? nil : Phrase([.footnotes(cell.footnotes, of: matrix.page)])
    }

    /// The letters as an author would write them: `A/R`, `(C)`, `R (drafts)`; empty for an empty cell.
    package var text: String { Matrix.Cell.text(of: letters.map(\.letter), isWeak: isWeak, note: note) }
}

extension Scheme {
    /// The class of a letter's shape. The form says whose part it is: a square has the last word, a circle works or is
    /// asked about the work, a diamond helps with it. Filled shapes act, open ones look on; who is only informed has a dot.
    package func shape(of letter: Character) -> String {
        switch meaning(of: letter) {
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
    package func nameKey(of letter: Character) -> String { name(of: letter).rawValue }
}
