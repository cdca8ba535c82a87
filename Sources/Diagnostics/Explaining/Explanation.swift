/// What a rule means to an author: why it exists, how to fix what it finds, and an example.
///
/// Every rule has one. A module lists those of its rules in groups, and these lists together are all rules there are.
public struct Explanation: Sendable {
    /// The rule.
    public let rule: Rule
    /// What it looks at and why, in a few sentences of Markdown.
    public let why: String
    /// How to fix what it finds, in a few sentences of Markdown.
    public let fix: String
    /// What it finds.
    public let example: Example

    /// A rule that an example project shows: one that breaks the rule, and the same one fixed.
    public init(_ rule: Rule, _ why: String, _ fix: String, wrong: String, right: String) {
        (self.rule, self.why, self.fix) = (rule, why, fix)
        example = .project(wrong: wrong, right: right)
    }

    /// A rule about what is not in a project's text: the disk, git, the command line.
    public init(_ rule: Rule, _ why: String, _ fix: String, shown: String) {
        (self.rule, self.why, self.fix) = (rule, why, fix)
        example = .shown(shown)
    }

    /// What a rule finds.
    public enum Example: Sendable {
        /// Files of a project, each after a line `-- path --`: those that break the rule, and the same ones fixed.
        case project(wrong: String, right: String)
        /// A picture of it, such as what a terminal shows.
        case shown(String)
    }
}

/// Rules that belong together; on the command line they can be named together.
public struct RuleGroup: Sendable {
    /// A word.
    public let id: String
    /// As a heading.
    public let title: String
    /// Its rules, explained.
    public let explanations: [Explanation]

    /// A group of rules.
    public init(_ id: String, _ title: String, _ explanations: [Explanation]) {
        self.id = id
        self.title = title
        self.explanations = explanations
    }
}
