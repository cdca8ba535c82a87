import Diagnostics
import Handbook
import Markdown

extension HandbookDiff {
    static func compareRoles(_ old: Role, _ new: Role, _ changes: inout PageChanges) {
        let both = changes.correspondence
        // Without `short` the title stands in its place: that it has changed is told already.
        changes.compare(.short, old.page.record.text("short")?.value, new.page.record.text("short")?.value)
        changes.compareAliases(of: old, old.aliases, and: new, new.aliases)
        changes.compare(.group, both.category(old.group, of: \.groups), both.title(new.group, of: \.groups))
        changes.compare(.side, both.category(old.side, of: \.sides), both.title(new.side, of: \.sides))
        changes.compare(.involve, old.involve, new.involve)
        changes.compare(.kpis, old.kpis, new.kpis)
        changes.compare(.deliverables, old.deliverables, new.deliverables)
        changes.compare(.coreSkills, old.coreSkills, new.coreSkills)
        changes.compare(.responsibilities, old.responsibilities, new.responsibilities)
        changes.compare(.knowledge, old.knowledge, new.knowledge)
        changes.compare(.skills, old.skills, new.skills)
        compareEras(old, new, &changes)
        changes.compare(.accounts, old.accounts, new.accounts)
        changes.compare(.differences, old.differences, new.differences)
        changes.compareProse(old.page, old.body, new.page, new.body, without: Role.sections)
    }

    private static func compareEras(_ old: Role, _ new: Role, _ changes: inout PageChanges) {
        let both = changes.correspondence
        let before = old.eras.map { (title: both.category($0.era, of: \.eras) ?? $0.era, items: $0.items) }
        let after = new.eras.map { (title: both.title($0.era, of: \.eras) ?? $0.era, items: $0.items) }
        for title in (after + before).map(\.title).uniqued() {
            func items(_ parts: [(title: String, items: [Item])]) -> [Item] { parts.filter { $0.title == title }.flatMap(\.items) }
            changes.compare(.era(title), items(before), items(after))
        }
    }
}
