import Formats
import Handbook
import Markdown

/// A skill that several roles have, and where its row is found on the page of skills.
struct SharedSkill: Sendable {
    let skill: Skill
    let anchor: String

    /// What other roles call it.
    var otherNames: [String] {
        var names: [String] = []
        for holder in skill.holders where holder.name.sortKey != skill.name.sortKey && !names.contains(holder.name) {
            names.append(holder.name)
        }
        return names
    }

    /// By name.
    static func all(_ site: SiteContent) -> [SharedSkill] { all(Skill.gather(site.handbook, likenesses: site.analysis.likenesses)) }

    static func all(_ skills: [Skill]) -> [SharedSkill] {
        var anchors = Anchors()
        return skills.filter { !$0.isOneRolesOwn }.map { SharedSkill(skill: $0, anchor: anchors.anchor(for: "skill \($0.name)")) }
    }
}
