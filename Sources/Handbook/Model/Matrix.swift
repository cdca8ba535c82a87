import Diagnostics
import Markdown

/// A responsibility matrix.
public struct Matrix: Described {
    /// Its page.
    public let page: Page
    /// Its letters.
    public let scheme: Scheme
    /// How it came about.
    public let basis: Basis
    /// Its tables, in order.
    public let tables: [Table]
    /// Its prose: every block that is none of the tables.
    public let prose: [Block]

    /// Every row with a task, over all tables, with its table.
    public var tasks: [(table: Table, row: Row)] {
        tables.flatMap { table in table.rows.filter { !$0.isHeading && !$0.task.isEmpty }.map { (table, $0) } }
    }

    /// A table of a matrix.
    public struct Table: Sendable {
        /// The heading above it, if there is one.
        public let heading: String?
        /// The heading of its first column.
        public let taskHeading: String
        /// Footnotes that this heading refers to, and those of headings that are not columns here, as in a table of roles by
        /// letter.
        public let taskFootnotes: [FootnoteReference]
        /// Its roles.
        public let columns: [Column]
        /// Its columns of prose, beside the roles.
        public let asides: [Aside]
        /// Its rows.
        public let rows: [Row]
        /// What its author counted by hand, in rows and columns of their own that are none of the above.
        public let totals: [Totals]
        /// Its header row.
        public let location: Location
    }

    /// A column: a role.
    public struct Column: Sendable {
        /// The role's slug; `nil` when the header names none.
        public let role: String?
        /// The header's words.
        public let header: String
        /// What follows the name in brackets, or is said of the role beside its letters.
        public internal(set) var note: String?
        /// Where the header stands.
        public let location: Location
        /// Footnotes that the header refers to.
        public var footnotes: [FootnoteReference] = []
        /// Whether the header names no role, and is no slip in the name of one: the column may be something else.
        var isUnlikely = false
    }

    /// A column of prose beside the roles.
    public struct Aside: Sendable {
        /// The header's words.
        public let heading: String
        /// Where the header stands.
        public let location: Location
        /// Footnotes that the header refers to.
        public var footnotes: [FootnoteReference] = []
    }

    /// A row: a task, or a heading over the rows below it.
    public struct Row: Sendable {
        /// The task's words.
        public let task: String
        /// The activity of that name, if there is one.
        public let activity: String?
        /// One cell for each column.
        public let cells: [Cell]
        /// One cell for each column of prose.
        public let asides: [Block]
        /// Whether it is a heading over the rows below it.
        public let isHeading: Bool
        /// Whether all of it could be read. What is missing from a row that could not be read is not a finding of its own.
        public let isComplete: Bool
        /// The row's line, with the task underlined.
        public let location: Location
        /// The first cell's block, for its HTML; where several columns label the rows, their cells as one.
        public let block: Block
    }

    /// A cell: what a role is to a task.
    public struct Cell: Sendable, Hashable {
        /// Its letters as written.
        public let letters: [Character]
        /// Those that count: of letters that do not go together, the stronger. See `Scheme.meant`.
        public let meant: [Character]
        /// What follows the letters.
        public let note: String?
        /// Whether its letter is in brackets: a weak part.
        public let isWeak: Bool
        /// Where it stands.
        public let location: Location
        /// Footnotes that it refers to.
        public var footnotes: [FootnoteReference] = []

        /// The cell as an author would write it: `A/R`, `(C)`, `R (drafts)`; empty for a blank cell.
        package var text: String { Self.text(of: letters, isWeak: isWeak, note: note) }

        /// Letters as an author would write them.
        package static func text(of letters: [Character], isWeak: Bool, note: String?) -> String {
            let letters = letters.map(String.init).joined(separator: "/")
            return [isWeak ? "(\(letters))" : letters, note.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}

extension Matrix.Row {
    /// The columns whose cell holds a letter that counts, with the cell.
    public func holders(of letter: Character, in table: Matrix.Table) -> [(column: Matrix.Column, cell: Matrix.Cell)] {
        zip(table.columns, cells).filter { $0.1.meant.contains(letter) }.map { ($0.0, $0.1) }
    }
}
