import Diagnostics
import Markdown

/// A skill or a piece of knowledge, and the roles that have it.
public struct Skill: Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Sendable, CaseIterable {
        case coreSkill, skill, knowledge
    }

    /// Its name, as the first role has it.
    public let name: String
    /// The slugs of the roles that have it, with what each calls it and on which list, in the roles' order.
    public let holders: [(role: String, kind: Kind, name: String)]

    /// Whether one role alone has it.
    public var isOneRolesOwn: Bool { Set(holders.map(\.role)).count == 1 }

    /// Every skill and piece of knowledge of a handbook, by name. Names that are the same or synonyms are one; names
    /// that are only similar stay apart.
    public static func gather(_ handbook: Handbook, likenesses: Likenesses) -> [Skill] {
        let holders = handbook.roles.flatMap { role in
            let own =
                role.coreSkills.map { (Kind.coreSkill, $0.text) } + role.skills.compactMap { item in item.lead.map { (.skill, $0) } }
                + role.knowledge.compactMap { item in item.lead.map { (.knowledge, $0) } }
            return own.map { (role: role.slug, kind: $0, name: $1) }
        }
        return holders.grouped { likenesses.keys($0.name).last ?? $0.name }
            .map { Skill(name: $0.elements[0].name, holders: $0.elements) }
            .sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    }
}
