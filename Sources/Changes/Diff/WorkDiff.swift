import Diagnostics
import Handbook
import Markdown

extension HandbookDiff {
    static func compareStages(_ old: Stage, _ new: Stage, _ changes: inout PageChanges) {
        let both = changes.correspondence
        let before = [("drives", old.drives.map(both.role)), ("key", old.key.map(both.role)), ("takes part", old.takesPart.map(both.role))]
        let after = [("drives", new.drives), ("key", new.key), ("takes part", new.takesPart)]
        changes.compare(.stage, parts(before, after, weighty: ["drives"], both))
        changes.compare(.outputs, old.outputs, new.outputs)
        changes.compareProse(old.page, old.body, new.page, new.body)
    }

    static func compareTeams(_ old: Team, _ new: Team, _ changes: inout PageChanges) {
        let both = changes.correspondence
        changes.compare(.era, both.category(old.era, of: \.eras), both.title(new.era, of: \.eras))
        func entry(_ member: Team.Member, _ key: String, _ citation: (Citation) -> String) -> ListEntry {
            let words = [member.note?.text, member.isOptional ? "optional" : nil].compactMap(\.self)
            return ListEntry(
                name: both.holder(key).title,
                detail: words.joined(separator: ", "),
                sources: (member.note?.citations ?? []).map(citation)
            )
        }
        let before = old.cast.map { (key: both.role($0.role), member: $0) }
        let slugs = (before.map(\.key) + new.cast.map(\.role)).map { (both.holder($0).title, both.slug($0)) }
        let roles = Dictionary(slugs) { first, _ in first }
        changes.compare(
            .members,
            before.map { entry($0.member, $0.key) { both.citation(old: $0) } },
            new.cast.map { entry($0, $0.role) { both.citation(new: $0) } }
        ) { change in change.names.compactMap { roles[$0] } }
        changes.compare(
            .people,
            old.people.map { person(titles: $0.roles.map { both.holder(both.role($0)).title }, $0.note) { both.citation(old: $0) } },
            new.people.map { person(titles: $0.roles.map { both.holder($0).title }, $0.note) { both.citation(new: $0) } }
        )
        changes.compare(
            .follows,
            old.follows.map { ListEntry(name: both.title(both.key(PageID(.team, $0)), .team) ?? $0) },
            new.follows.map { ListEntry(name: both.title($0, .team) ?? $0) }
        )
        changes.compareProse(old.page, old.body, new.page, new.body)
    }

    /// One person's roles, in whatever order the page has them.
    private static func person(titles: [String], _ note: CitedText?, _ citation: (Citation) -> String) -> ListEntry {
        ListEntry(
            name: titles.sorted().joined(separator: " and "),
            detail: note?.text ?? "",
            sources: (note?.citations ?? []).map(citation)
        )
    }

    static func compareSources(_ old: Source, _ new: Source, _ changes: inout PageChanges) {
        changes.compare(.short, old.page.record.text("short")?.value, new.page.record.text("short")?.value)
        changes.compare(.author, old.author, new.author)
        changes.compare(.type, old.type, new.type)
        changes.compare(.url, old.url, new.url)
        changes.compare(.published, old.page.record.text("published")?.value, new.page.record.text("published")?.value)
        changes.compare(.retrieved, old.page.record.text("retrieved")?.value, new.page.record.text("retrieved")?.value)
        changes.compareProse(old.page, old.body, new.page, new.body)
    }

    static func comparePlainPages(_ old: PlainPage, _ new: PlainPage, _ changes: inout PageChanges) {
        changes.compareProse(old.page, old.body, new.page, new.body)
    }

    /// Compares lists of roles, each under the name of a part.
    static func parts(
        _ old: [(String, [String])],
        _ new: [(String, [String])],
        weighty: Set<String>,
        _ both: Correspondence
    ) -> [PartChange] {
        func byRole(_ lists: [(String, [String])]) -> [String: PartDiff.Parts] {
            var parts: [String: PartDiff.Parts] = [:]
            for (name, roles) in lists {
                for role in roles where parts[role]?.names.contains(name) != true { parts[role, default: .init()].names.append(name) }
            }
            return parts.mapValues { PartDiff.Parts(names: $0.names, shown: $0.names.joined(separator: " and ")) }
        }
        let holders = (new + old).flatMap(\.1).uniqued().map { ($0, both.holder($0)) }
        let parts = PartDiff(parts: (new + old).map(\.0).uniqued(), weighty: weighty, holders: holders)
        return parts.changes(from: byRole(old), to: byRole(new))
    }
}

extension ItemChange {
    /// The names it mentions.
    var names: [String] {
        switch self {
        case .added(let name, _), .gone(let name, _), .changed(let name, _, _), .sources(let name, _, _): [name]
        case .became(let old, let new): [old, new]
        }
    }
}
