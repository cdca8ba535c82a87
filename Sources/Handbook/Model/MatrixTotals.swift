import Diagnostics

extension Matrix {
    /// A row or a column in which somebody counted by hand.
    public struct Totals: Sendable {
        /// Its heading.
        public let heading: String
        /// Its figures, blank cells left out.
        public let figures: [Figure]

        func mapFigures(_ change: (Figure) -> Figure) -> Totals { Totals(heading: heading, figures: figures.map(change)) }
    }

    /// A figure of totals.
    public struct Figure: Sendable {
        /// As it is written.
        public let text: String
        /// What it says; empty when it cannot be read.
        public let counts: [Count]
        /// The one letter that a heading says it counts.
        public internal(set) var letter: Character?
        /// The column it counts, by its place in the table; `nil` means all of them.
        public internal(set) var column: Int?
        /// The rows it may count, by their places in the table: a row of totals counts all rows above it, or those of
        /// its section.
        public let spans: [Range<Int>]
        /// Where it stands.
        public let location: Location
    }

    /// `3A`, or `3`.
    public struct Count: Sendable, Hashable {
        /// What is counted; `nil` means parts of any kind.
        public let letter: Character?
        /// How many.
        public let number: Int
    }
}
