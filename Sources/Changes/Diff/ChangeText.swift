import Handbook
import Markdown

/// Changes in words: the one place where their texts are made.
public struct ChangeText: Sendable, Hashable {
    /// What has changed: "Deploy to production".
    public let subject: String
    /// How: "A moved from MLOps Engineer to AI Engineer".
    public let words: String

    /// The longest name of an entry that is told whole, in characters.
    private static let limit = 100

    /// A change in words, in English unless others are given.
    public init(_ change: HandbookChange, _ words: ChangeWords = .english) {
        let title = change.subject.title
        let kind = change.subject.page.map { words.kind($0.kind) } ?? ""
        switch change.event {
        case .added: self.init(title, words.text("page_added", ["kind": kind]))
        case .gone: self.init(title, words.text("page_gone", ["kind": kind]))
        case .renamed(let old): self.init(old, words.text("page_renamed", ["kind": kind, "to": title]))
        case .moved(let old): self.init(title, words.text("page_moved", ["from": old, "to": change.subject.page?.slug ?? ""]))
        case .text: self.init(title, words.text("text_changed"))
        case .fact(let fact, let old, let new): self.init(change.subject.name, Self.words(words.fact(fact), old, new, words))
        case .item(let list, let item): self.init(change.subject.name, Self.words(list, item, words))
        case .part(.row(let task, let isShared), let part):
            let told = Self.words(part, words)
            self.init(task, isShared ? words.text("in_matrix", ["change": told, "matrix": title]) : told)
        case .part(.position(let source), let part):
            self.init(title, words.text("in_view", ["change": Self.words(part, words), "source": source]))
        case .part(.stage, let part): self.init(title, Self.words(part, words))
        }
    }

    private init(_ subject: String, _ words: String) {
        self.subject = TerminalText.line(subject)
        self.words = TerminalText.line(words)
    }

    /// "Deploy to production: A moved from MLOps Engineer to AI Engineer".
    public var line: String { "\(subject): \(words)" }

    // MARK: - Facts and entries

    private static func words(_ name: String, _ old: String?, _ new: String?, _ words: ChangeWords) -> String {
        let key = old == nil ? "value_added" : new == nil ? "value_gone" : "value_changed"
        return words.text(key, ["name": name, "from": old ?? "", "to": new ?? ""])
    }

    private static func words(_ list: ChangedList, _ change: ItemChange, _ words: ChangeWords) -> String {
        let noun = words.entry(of: list)
        switch change {
        case .added(let name, let detail):
            return words.text("entry_added", ["name": noun, "entry": cut(name) + tail(list, detail, words)])
        case .gone(let name, let detail):
            return words.text("entry_gone", ["name": noun, "entry": cut(name) + tail(list, detail, words)])
        case .became(let old, let new): return words.text("entry_renamed", ["name": noun, "from": cut(old), "to": cut(new)])
        case .changed(let name, _, _): return words.text("entry_changed", ["name": noun, "entry": cut(name)])
        case .sources(let name, let old, let new):
            let (from, to) = (listed(old, words), listed(new, words))
            guard list == .sources else {
                return words.text("entry_sources_changed", ["name": noun, "entry": cut(name), "from": from, "to": to])
            }
            // What rests on other sources is a fact, by its name.
            let fact = ChangedFact(rawValue: name).map(words.fact) ?? name
            return words.text("sources_changed", ["name": fact, "from": from, "to": to])
        }
    }

    /// What a row or a column holds, and what a position says, are worth telling; the rest of other entries is long.
    private static func tail(_ list: ChangedList, _ detail: String, _ words: ChangeWords) -> String {
        if detail.isEmpty { return "" }
        return switch list {
        case .rows, .columns: " (\(detail))"
        case .positions: " (\(words.position(detail)))"
        case .members: " (\(words.member(detail)))"
        default: ""
        }
    }

    private static func listed(_ sources: [String], _ words: ChangeWords) -> String {
        sources.isEmpty ? words.text("no_sources") : sources.joined(separator: "; ")
    }

    private static func cut(_ name: String) -> String {
        name.count > limit ? "\(String(name.prefix(limit)).trimmingWhitespace)…" : name
    }

    // MARK: - Parts

    private static func words(_ change: PartChange, _ words: ChangeWords) -> String {
        func all(_ parts: [String]) -> String { parts.map { quoted($0, words) }.joined(separator: " \(words.text("and")) ") }
        switch change {
        case .moved(let part, let from, let to, let after, let before):
            let left = after.isEmpty ? "" : words.text("part_moved_after", ["parts": all(after)])
            let had = before.isEmpty ? "" : words.text("part_moved_before", ["parts": all(before)])
            let values = ["part": quoted(part, words), "from": from.title, "after": left, "to": to.title, "before": had]
            return words.text("part_moved", values)
        case .became(let holder, let old, let new):
            return words.text("part_changed", ["from": quoted(old, words), "role": holder.title, "to": quoted(new, words)])
        case .added(let part, let holder): return words.text("part_added", ["part": quoted(part, words), "role": holder.title])
        case .gone(let part, let holder): return words.text("part_gone", ["part": quoted(part, words), "role": holder.title])
        }
    }

    /// Letters stand for themselves; words are quoted: 'takes part'.
    private static func quoted(_ part: String, _ words: ChangeWords) -> String {
        part.contains(where: \.isLowercase) && !part.contains("(") ? "'\(words.part(part))'" : part
    }
}

extension HandbookChange.Subject {
    /// How a line names it.
    fileprivate var name: String { page == nil ? path : title }
}

extension ChangedList {
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
