import Markdown

/// Questions on what is said of each role.
struct FactQuestions {
    let handbook: Handbook
    let likenesses: Likenesses

    func all() -> [Question] {
        let kinds: [(Question.Kind, (Role) -> [CitedText])] = [
            (.purpose, { role in [role.page.summary].compactMap(\.self) }), (.involve, { role in [role.involve].compactMap(\.self) }),
            (.delivers, \.deliverables), (.kpis, \.kpis), (.coreSkills, \.coreSkills),
        ]
        return kinds.flatMap { kind, texts in questions(kind, texts) }
    }

    private func questions(_ kind: Question.Kind, _ texts: (Role) -> [CitedText]) -> [Question] {
        let facts = handbook.roles.compactMap { role in Fact(role, texts(role).map(\.text), likenesses) }
        let neighbours = Neighbourhood(facts.map(\.role.group))
        return facts.indices.compactMap { index in
            let fact = facts[index]
            // Nobody learns from a question that names its answer.
            if kind == .purpose, fact.namesItsRole { return nil }
            var wrong: [Fact] = []
            for other in neighbours.around(index) where wrong.count < Question.choices {
                let other = facts[other]
                if !([fact] + wrong).contains(where: { $0.isLike(other) }) { wrong.append(other) }
            }
            let asksForRole = kind == .purpose
            func choice(_ fact: Fact) -> Question.Choice { asksForRole ? .role(fact.role.slug) : .facts(fact.texts) }
            return Question(
                id: "\(kind.rawValue)-\(fact.role.slug)",
                kind: kind,
                subject: asksForRole ? .purpose(fact.texts.joined(separator: " ")) : .role(fact.role.slug),
                right: [choice(fact)],
                wrong: wrong.map(choice),
                role: fact.role.slug,
                page: fact.role.id,
                place: kind == .purpose ? .head : .facts
            )
        }
    }
}

/// What is said of a role under one heading, ready to be compared with what is said of another.
private struct Fact {
    let role: Role
    let texts: [String]

    private let keys: Set<String>
    private let words: [Set<String>]
    /// Each text up to its first sign, as words between blanks.
    private let openings: [String]

    /// `nil` when nothing is said.
    init?(_ role: Role, _ texts: [String], _ likenesses: Likenesses) {
        let texts = texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        self.role = role
        self.texts = texts
        keys = Set(texts.flatMap(likenesses.keys))
        words = texts.map(Words.significant)
        openings = texts.map { " \(Self.spaced(String($0.prefix { !",;:.–—(".contains($0) }))) " }
    }

    /// Whether something of the one might be said of the other: two entries are the same, synonyms or similar by the rule
    /// of comparisons, or one opens as the whole opening of the other does ("Early, because …", "Early in …").
    func isLike(_ other: Fact) -> Bool {
        if !keys.isDisjoint(with: other.keys) { return true }
        for first in words {
            for second in other.words {
                let shared = first.intersection(second).count
                if shared > 0, shared * 2 > first.union(second).count { return true }
            }
        }
        return openings.contains { a in other.openings.contains { b in a.count > 2 && b.count > 2 && (a.hasPrefix(b) || b.hasPrefix(a)) } }
    }

    /// Whether the role is called by its name: by title or alias in any case, by the short form as it is written.
    var namesItsRole: Bool {
        texts.contains { text in
            let (exact, folded) = (" \(Self.spaced(text)) ", " \(Self.spaced(text.lowercased())) ")
            return ([role.title] + role.aliases.map(\.value)).contains { folded.contains(" \(Self.spaced($0.lowercased())) ") }
                || exact.contains(" \(Self.spaced(role.short)) ")
        }
    }

    /// The words alone, a blank between two.
    private static func spaced(_ text: String) -> String {
        text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
