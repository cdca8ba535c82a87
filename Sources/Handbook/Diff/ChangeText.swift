import Markdown

/// Changes in words: the one place where their texts are made.
public struct ChangeText: Sendable, Hashable {
    /// What has changed: "Deploy to production".
    public let subject: String
    /// How: "A moved from MLOps Engineer to AI Engineer".
    public let words: String

    /// The longest name of an entry that is told whole, in characters.
    private static let limit = 100

    /// A change in words.
    public init(_ change: HandbookChange) {
        let title = change.subject.title
        let kind = change.subject.page?.kind.rawValue ?? "settings"
        switch change.event {
        case .added: self.init(title, "\(kind) added")
        case .gone: self.init(title, "\(kind) gone")
        case .renamed(let old): self.init(old, "\(kind) renamed to '\(title)'")
        case .moved(let old): self.init(title, "slug '\(old)' became '\(change.subject.page?.slug ?? "")'")
        case .text: self.init(title, "text changed")
        case .fact(let fact, let old, let new): self.init(change.subject.name, Self.words(fact.rawValue, old, new))
        case .item(let list, let item): self.init(change.subject.name, Self.words(list, item))
        case .part(.row(let task, let isShared), let part): self.init(task, Self.words(part) + (isShared ? " in \(title)" : ""))
        case .part(.position(let source), let part): self.init(title, "\(Self.words(part)) in the view of \(source)")
        case .part(.stage, let part): self.init(title, Self.words(part))
        }
    }

    private init(_ subject: String, _ words: String) {
        self.subject = TerminalText.line(subject)
        self.words = TerminalText.line(words)
    }

    /// "Deploy to production: A moved from MLOps Engineer to AI Engineer".
    public var line: String { "\(subject): \(words)" }

    // MARK: - Facts and entries

    private static func words(_ name: String, _ old: String?, _ new: String?) -> String {
        switch (old, new) {
        case (let old?, let new?): "\(name) '\(old)' became '\(new)'"
        case (nil, let new?): "\(name) added: \(new)"
        case (let old?, nil): "\(name) gone: \(old)"
        case (nil, nil): "\(name) changed"
        }
    }

    private static func words(_ list: ChangedList, _ change: ItemChange) -> String {
        let noun = list.noun
        switch change {
        case .added(let name, let detail): return "\(noun) added: \(cut(name))\(tail(list, detail))"
        case .gone(let name, let detail): return "\(noun) gone: \(cut(name))\(tail(list, detail))"
        case .became(let old, let new): return "\(noun) '\(cut(old))' became '\(cut(new))'"
        case .changed(let name, _, _): return "\(noun) changed: \(cut(name))"
        case .sources(let name, let old, let new):
            let what = list == .sources ? name : "\(noun) '\(cut(name))'"
            return "sources of \(what) changed: \(listed(old)) became \(listed(new))"
        }
    }

    /// What a row or a column holds, and what a position says, are worth telling; the rest of other entries is long.
    private static func tail(_ list: ChangedList, _ detail: String) -> String {
        [.rows, .columns, .positions, .members].contains(list) && !detail.isEmpty ? " (\(detail))" : ""
    }

    private static func listed(_ sources: [String]) -> String { sources.isEmpty ? "none" : sources.joined(separator: "; ") }

    private static func cut(_ name: String) -> String {
        name.count > limit ? "\(String(name.prefix(limit)).trimmingWhitespace)…" : name
    }

    // MARK: - Parts

    private static func words(_ change: PartChange) -> String {
        switch change {
        case .moved(let part, let from, let to, let after, let before):
            let left = after.isEmpty ? "" : ", who has \(all(after)) now,"
            let had = before.isEmpty ? "" : ", who had \(all(before))"
            return "\(quoted(part)) moved from \(from.title)\(left) to \(to.title)\(had)"
        case .became(let holder, let old, let new): return "\(quoted(old)) of \(holder.title) became \(quoted(new))"
        case .added(let part, let holder): return "\(quoted(part)) added for \(holder.title)"
        case .gone(let part, let holder): return "\(quoted(part)) gone from \(holder.title)"
        }
    }

    private static func all(_ parts: [String]) -> String { parts.map(quoted).joined(separator: " and ") }

    /// Letters stand for themselves; words are quoted: 'takes part'.
    private static func quoted(_ part: String) -> String { part.contains(where: \.isLowercase) && !part.contains("(") ? "'\(part)'" : part }
}

extension HandbookChange.Subject {
    /// How a line names it.
    fileprivate var name: String { page == nil ? path : title }
}

extension ChangedList {
    /// What one entry of it is called.
    var noun: String {
        switch self {
        case .aliases: "alias"
        case .kpis: "KPI"
        case .deliverables: "deliverable"
        case .coreSkills: "core skill"
        case .responsibilities: "responsibility"
        case .knowledge: "knowledge"
        case .skills: "skill"
        case .accounts: "account"
        case .differences: "difference"
        case .era(let title): "item of the era '\(title)'"
        case .overlap: "overlap"
        case .collaboration: "collaboration"
        case .rows: "row"
        case .columns: "column"
        case .exemptions: "exemption"
        case .positions: "position"
        case .outputs: "output"
        case .members: "member"
        case .people: "person in several roles"
        case .follows: "team followed"
        case .sources: "source"
        case .groups: "group"
        case .sides: "side"
        case .eras: "era"
        }
    }

    /// How programs know it; stable.
    var id: String {
        switch self {
        case .aliases: "aliases"
        case .kpis: "kpis"
        case .deliverables: "deliverables"
        case .coreSkills: "core_skills"
        case .responsibilities: "responsibilities"
        case .knowledge: "knowledge"
        case .skills: "skills"
        case .accounts: "accounts"
        case .differences: "differences"
        case .era: "era"
        case .overlap: "overlap"
        case .collaboration: "collaboration"
        case .rows: "rows"
        case .columns: "columns"
        case .exemptions: "exempt"
        case .positions: "positions"
        case .outputs: "outputs"
        case .members: "cast"
        case .people: "same_person"
        case .follows: "follows"
        case .sources: "sources"
        case .groups: "groups"
        case .sides: "sides"
        case .eras: "eras"
        }
    }
}
