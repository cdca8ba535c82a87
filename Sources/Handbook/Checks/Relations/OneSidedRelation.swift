import Diagnostics
import Markdown

extension Rule {
    /// A relation of which one of the two says nothing.
    public static let oneSidedRelation = Rule("one-sided-relation", .note, "a relation is told from the side of both roles")
}

extension SettableCheck {
    /// A relation's page that says what the one role does and never names the other, or says nothing at all; a role's
    /// card that names another role whose page does not name it, where no page describes the two.
    static let oneSidedRelation = SettableCheck(rules: [.oneSidedRelation]) { context, found in
        let handbook = context.handbook
        let mentions = context.analysis.mentions
        for relation in handbook.relations {
            if let finding = OneSided.finding(relation, mentions, handbook) { found.add(finding, on: relation) }
        }
        let related = Set(handbook.relations.map { Set($0.between) })
        for role in handbook.roles {
            let named = mentions.named(by: role).sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            for (slug, place) in named where !related.contains([role.slug, slug]) {
                guard let other = handbook.role(slug), !mentions.names(other, role) else { continue }
                let task = context.tasks.shared(role.slug, slug)
                found.add(
                    Rule.oneSidedRelation(
                        "'\(role.title)' names '\(other.title)', whose page does not name it",
                        at: place,
                        help: "say it in \(other.page.path) too, or write \(handbook.relationPath(role, other))",
                        related: task.map { [Related("both have a part in '\($0.row.task)'", at: $0.row.location)] } ?? []
                    ),
                    on: role,
                    about: [other.title, other.short, slug]
                )
            }
        }
    }
}

extension Relation {
    /// Where a finding about the two roles points.
    var place: Location { page.record.keyLocation("between") ?? page.place }
}

extension Handbook {
    /// Where a page about two roles belongs.
    func relationPath(_ first: Role, _ second: Role) -> String {
        let folder = [contentRoot, Kind.relation.folder ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
        return "\(folder)/\(first.slug)-\(second.slug).md"
    }
}

private enum OneSided {
    /// What a relation's page leaves out. One of the two must be named in plain words, and not a word of the other's
    /// names be there: who writes "the one" and "the other" names neither.
    static func finding(_ relation: Relation, _ mentions: RoleMentions, _ handbook: Handbook) -> Diagnostic? {
        let pair = relation.between.compactMap { handbook.role($0) }
        guard pair.count == 2 else { return nil }
        let headings = [SectionName.overlap, .collaboration].map { "'\(handbook.settings.sections.heading(of: $0))'" }
        let blocks = (relation.body.sections(.overlap) + relation.body.sections(.collaboration)).flatMap(\.blocks)
        guard !blocks.isEmpty else {
            return Rule.oneSidedRelation(
                "'\(pair[0].title)' and '\(pair[1].title)' have nothing under \(headings.joined(separator: " or "))",
                at: relation.place,
                help: "say in \(relation.page.path) what each of the two does"
            )
        }
        let words = WordSet(Words.all(blocks.map(\.allText).joined(separator: " ")))
        let names = pair.map(mentions.words)
        let unnamed = [0, 1].filter { names[1 - $0].areIn(words) && names[$0].areFar(from: words, apartFrom: names[1 - $0]) }
        guard let missing = unnamed.first else { return nil }
        return Rule.oneSidedRelation(
            "'\(pair[missing].title)' is not named under \(headings.joined(separator: " or "))",
            at: relation.place,
            help: "say in \(relation.page.path) what it does where '\(pair[1 - missing].title)' does its part"
        )
    }
}
