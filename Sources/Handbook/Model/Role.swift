import Diagnostics
import Markdown

/// One role on a team.
///
/// It is passed around a lot, so its many values are behind one reference. None of them changes.
public final class Role: Described {
    /// Its page.
    public let page: Page
    /// How matrices head its column; the title when none is given.
    public let short: String
    /// Other names that lead here.
    public let aliases: [Located<String>]
    /// The id of its group.
    public let group: String?
    /// The id of its side: a second way to group.
    public let side: String?
    /// When to involve it.
    public let involve: CitedText?
    /// How one knows that it does well.
    public let kpis: [CitedText]
    /// What it delivers.
    public let deliverables: [CitedText]
    /// The few skills at its core.
    public let coreSkills: [CitedText]
    /// Whether it can answer for nothing: an AI agent, a vendor.
    public let isNeverAccountable: Bool
    /// Its body.
    public let body: Body
    /// What it does.
    public let responsibilities: [Item]
    /// What it knows.
    public let knowledge: [Item]
    /// What it can do.
    public let skills: [Item]
    /// What it does in each era.
    public let eras: [EraPart]
    /// What each source says of it.
    public let accounts: [Item]
    /// Where sources differ about it: each item a difference, its children the claims.
    public let differences: [Item]

    init(
        page: Page,
        short: String,
        aliases: [Located<String>],
        group: String?,
        side: String?,
        involve: CitedText?,
        kpis: [CitedText],
        deliverables: [CitedText],
        coreSkills: [CitedText],
        isNeverAccountable: Bool,
        body: Body,
        responsibilities: [Item],
        knowledge: [Item],
        skills: [Item],
        eras: [EraPart],
        accounts: [Item],
        differences: [Item]
    ) {
        self.page = page
        self.short = short
        self.aliases = aliases
        self.group = group
        self.side = side
        self.involve = involve
        self.kpis = kpis
        self.deliverables = deliverables
        self.coreSkills = coreSkills
        self.isNeverAccountable = isNeverAccountable
        self.body = body
        self.responsibilities = responsibilities
        self.knowledge = knowledge
        self.skills = skills
        self.eras = eras
        self.accounts = accounts
        self.differences = differences
    }

    /// The sections that a role's page shows in places of their own.
    public static let sections: Set<SectionName> = [.responsibilities, .knowledge, .skills, .eras, .accounts, .differences]
}

extension Role {
    /// All that is compared with what other roles have.
    var comparedNames: [String] {
        (responsibilities + knowledge + skills).map(\.name)
            + (coreSkills + kpis + deliverables + [involve].compactMap(\.self)).map(\.text)
    }
}

/// A role in one era.
public struct EraPart: Sendable {
    /// The era's id in the settings.
    public let era: String
    /// The heading's anchor.
    public let anchor: String
    /// The footnotes that the heading refers to.
    public let footnotes: [FootnoteReference]
    /// All that is under the heading, in order.
    public let passages: [Passage]

    /// What the role does then.
    public var items: [Item] { passages.flatMap(\.items) }
}

/// How a page came by what it says.
public enum Basis: String, Sendable, CaseIterable {
    /// A source says so.
    case stated
    /// Concluded from what sources say of each side.
    case inferred
    /// Drawn up from what a source says in prose.
    case derived
}

/// Two roles: their overlap and collaboration.
public struct Relation: Described {
    /// Its page.
    public let page: Page
    /// The slugs of the two roles, in the author's order.
    public let between: [String]
    /// How it came about.
    public let basis: Basis
    /// Its body.
    public let body: Body
    /// What both have a part in.
    public let overlap: [Item]
    /// How they work together.
    public let collaboration: [Item]

    /// The sections that a relation's page shows in places of their own.
    public static let sections: Set<SectionName> = [.overlap, .collaboration]

    /// The other role of the two.
    public func partner(of role: String) -> String? {
        between.contains(role) ? between.first { $0 != role } : nil
    }
}
