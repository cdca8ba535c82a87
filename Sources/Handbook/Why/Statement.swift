import Diagnostics

/// Something in a handbook that says what a role has to do with a piece of work.
public struct Statement: Sendable {
    /// What it is.
    public enum Content: Sendable {
        /// A matrix's cell: the letters as written, empty for a cell that gives the role no part.
        case cell(matrix: String, task: String, letters: String)
        /// A position on the activity's page.
        case position(part: Part, says: String?)
        /// An item of the role's card, in the part of that name.
        case card(String, words: String, WordMatch)
        /// An item of a relation of the role, in the part of that name.
        case relation(title: String, String, words: String, WordMatch)
    }

    /// What it says.
    public let content: Content
    /// Where.
    public let location: Location
    /// The titles of the sources it rests on.
    public let sources: [String]

    /// Whether it says something: a blank cell does not.
    public var saysSomething: Bool {
        if case .cell(_, _, let letters) = content { !letters.isEmpty } else { true }
    }
}
