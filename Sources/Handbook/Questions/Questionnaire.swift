import Diagnostics
import Markdown

/// Questions whose answers say which roles are needed, as a section of a plain page has them.
///
/// The section bears one of the headings that the settings give to `questions`. Each heading in it is a question, each
/// item of the lists under that an answer: its lead, then what follows from it. An answer asks for the roles that it
/// links to.
public struct Questionnaire: Sendable {
    /// A question.
    public struct Question: Sendable {
        /// Its heading.
        public let heading: Heading
        /// The heading's block.
        public let headingBlock: Block
        /// What stands between the heading and the first answer.
        public let opening: [Block]
        /// The answers, in order.
        public let answers: [Answer]
        /// What stands behind the first answer and is none itself.
        public let closing: [Block]

        /// Whether there is nothing to choose: its one answer holds for everyone.
        public var isSettled: Bool { answers.count == 1 }
    }

    /// An answer, and what follows from it.
    public struct Answer: Sendable {
        /// Its words.
        public let name: String
        /// Its name in addresses, unique among the question's answers.
        public let id: String
        /// All of it.
        public let item: Item
        /// Slugs of the roles it links to, in order, each once.
        public let roles: [String]
    }

    /// When a role comes in.
    public struct Entry: Sendable {
        /// The role's slug.
        public let role: String
        /// What the page says of it.
        public let item: Item
    }

    /// The section's heading.
    public let section: Section
    /// The page's blocks before the section.
    public let before: [Block]
    /// What stands between the section's heading and the first question.
    public let opening: [Block]
    /// The questions, in order.
    public let questions: [Question]
    /// The page's blocks behind the section.
    public let after: [Block]
    /// The roles in the order in which they come in, as the page's section `sequence` lists them.
    public let sequence: [Entry]

    /// Slugs of every role that an answer asks for: in the order of the sequence; those that are not in it follow, as
    /// the answers name them.
    public var roles: [String] {
        let named = questions.flatMap(\.answers).flatMap(\.roles)
        let asked = Set(named)
        return (sequence.map(\.role).filter(asked.contains) + named).uniqued()
    }

    /// The answers that ask for a role, each with its question.
    public func reasons(for role: String) -> [(question: Question, answer: Answer)] {
        questions.flatMap { question in question.answers.filter { $0.roles.contains(role) }.map { (question, $0) } }
    }
}
