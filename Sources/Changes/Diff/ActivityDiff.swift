import Handbook
import Markdown

extension HandbookDiff {
    static func compareActivities(_ old: Activity, _ new: Activity, _ changes: inout PageChanges) {
        let both = changes.correspondence
        changes.compareAliases(of: old, old.also, and: new, new.also)
        let stage = old.stage.map { both.key(PageID(.stage, $0)) }
        if stage != new.stage { changes.compare(.stage, both.title(stage, .stage), both.title(new.stage, .stage)) }
        comparePositions(old, new, &changes)
        changes.compareProse(old.page, old.body, new.page, new.body)
    }

    /// A source's positions are compared in their order: mostly it has one.
    private static func comparePositions(_ old: Activity, _ new: Activity, _ changes: inout PageChanges) {
        let both = changes.correspondence
        func numbered(_ positions: [Position], _ key: (String) -> String) -> [(key: String, position: Position)] {
            var counts: [String: Int] = [:]
            return positions.map { position in
                let source = position.source.map(key) ?? ""
                counts[source, default: 0] += 1
                return ("\(source)\n\(counts[source] ?? 0)", position)
            }
        }
        let before = numbered(old.positions) { both.key(PageID(.source, $0)) }
        let after = numbered(new.positions) { $0 }
        func title(_ key: String) -> String { both.title(String(key.prefix { $0 != "\n" }), .source) ?? key }
        for (key, position) in after {
            guard let other = before.first(where: { $0.key == key })?.position else {
                changes.add(.item(.positions, .added(title(key), detail: summary(position, both) { $0 })), roles: roles(of: position))
                continue
            }
            let roles = Part.allCases.map { part in (part.words, (other.parts[part] ?? []).map(both.role)) }
            let parts = parts(
                roles,
                Part.allCases.map { ($0.words, position.parts[$0] ?? []) },
                weighty: Set([Part.accountable, .decides, .responsible].map(\.words)),
                both
            )
            changes.compare(.position(source: title(key)), parts)
            if other.says?.text != position.says?.text {
                changes.add(
                    .item(.positions, .changed(title(key), from: other.says?.text ?? "", to: position.says?.text ?? "")),
                    roles: Self.roles(of: position)
                )
            }
        }
        for (key, position) in before where !after.contains(where: { $0.key == key }) {
            changes.add(
                .item(.positions, .gone(title(key), detail: summary(position, both, both.role))),
                roles: roles(of: position).map { both.slug(both.role($0)) }
            )
        }
    }

    private static func roles(of position: Position) -> [String] {
        var roles: [String] = []
        for part in Part.allCases { roles += (position.parts[part] ?? []).filter { !roles.contains($0) } }
        return roles
    }

    /// "responsible: DevOps Engineer; decides: AI Engineer".
    private static func summary(_ position: Position, _ both: Correspondence, _ key: (String) -> String) -> String {
        Part.allCases.compactMap { part in
            guard let roles = position.parts[part], !roles.isEmpty else { return nil }
            return "\(part.words): \(roles.map { both.holder(key($0)).title }.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
