/// A question that a handbook answers: what is asked, what is right, what may be taken for it, and where the answer stands.
public struct Question: Sendable, Hashable {
    /// What is asked for.
    public enum Kind: String, Sendable, CaseIterable {
        /// Which role it is that something is said of.
        case purpose
        /// A fact of a role's.
        case involve, delivers, kpis
        case coreSkills = "core_skills"
        /// Which role has a part in a piece of work.
        case accountable, responsible
        /// Which role drives a stage.
        case drives
    }

    /// What it is about.
    public enum Subject: Sendable, Hashable {
        /// What is said of a role.
        case purpose(String)
        /// A role, by its slug.
        case role(String)
        /// A task as a matrix has it, and the letter that is asked for.
        case task(String, matrix: String, letter: Character)
        /// An activity, in the view of a source, or as all sources that speak of it have it.
        case activity(String, source: String?)
        /// A stage, by its slug.
        case stage(String)
    }

    /// Something that may be chosen as the answer.
    public enum Choice: Sendable, Hashable {
        /// A role, by its slug.
        case role(String)
        /// What is said of a role, a list as a whole.
        case facts([String])
    }

    /// Where on a page an answer stands.
    public enum Place: Sendable, Hashable {
        /// At its head.
        case head
        /// Among a role's facts.
        case facts
        /// Among the positions on an activity.
        case positions
        /// In a row of a matrix, counted over all tables from 0.
        case row(Int)
    }

    /// Names the question among all of the handbook's; the same as long as what it is about keeps its name.
    public let id: String
    /// What is asked for.
    public let kind: Kind
    /// What it is about.
    public let subject: Subject
    /// Each of these is right by itself.
    public let right: [Choice]
    /// At most three that are wrong, and differ from one another.
    public let wrong: [Choice]
    /// The role that one learns something about.
    public let role: String
    /// The page that proves it.
    public let page: PageID
    /// Where on that page.
    public let place: Place

    /// How many wrong choices a question has at most.
    static let choices = 3
}
