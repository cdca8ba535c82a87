import Handbook
import Markdown

/// An entry of a list, as far as it is compared.
struct ListEntry: Sendable, Equatable {
    /// What it is called; entries of one name are the same entry.
    let name: String
    /// What it says beyond its name.
    var detail = ""
    /// The titles of the sources it rests on.
    var sources: [String] = []
}

extension ListEntry {
    init(_ text: CitedText, _ citation: (Citation) -> String) {
        self.init(name: Prose.spaced(text.text), sources: text.citations.map(citation))
    }

    init(_ item: Item, _ citation: (Citation) -> String) {
        let inner = item.children.map { ListEntry($0, citation).line }
        self.init(
            name: Prose.spaced(item.name),
            detail: ([item.lead == nil ? "" : Prose.spaced(item.text)] + inner).filter { !$0.isEmpty }.joined(separator: "\n"),
            sources: item.citations.map(citation)
        )
    }

    /// All of an inner entry, on one line.
    private var line: String {
        let words = [name, detail].filter { !$0.isEmpty }.joined(separator: ": ")
        return sources.isEmpty ? words : "\(words) [\(sources.joined(separator: "; "))]"
    }
}

/// Compares two lists by the names of their entries; their order means nothing.
enum ListDiff {
    /// How much of two entries' words must be the same for one to be the other under a new name.
    static let similarity = 0.6

    /// What has changed. With `byNameAlone`, an entry with another name is another entry: for names of something.
    static func changes(from old: [ListEntry], to new: [ListEntry], byNameAlone: Bool = false) -> [ItemChange] {
        if old == new { return [] }
        let matches = match(old, new, byNameAlone)
        let back = Dictionary(matches.map { ($1, $0) }) { first, _ in first }
        var changes: [ItemChange] = []
        for (place, entry) in new.enumerated() {
            if let other = back[place] {
                changes += Self.changes(from: old[other], to: entry)
            } else {
                changes.append(.added(entry.name, detail: entry.detail))
            }
        }
        for (place, entry) in old.enumerated() where matches[place] == nil { changes.append(.gone(entry.name, detail: entry.detail)) }
        return changes
    }

    private static func changes(from old: ListEntry, to new: ListEntry) -> [ItemChange] {
        var changes: [ItemChange] = []
        if old.name != new.name { changes.append(.became(from: old.name, to: new.name)) }
        if old.detail != new.detail { changes.append(.changed(new.name, from: old.detail, to: new.detail)) }
        if old.sources != new.sources { changes.append(.sources(new.name, from: old.sources, to: new.sources)) }
        return changes
    }

    /// Places in the new list by places in the old one: the same entry, the same name, the same words under another
    /// name, and last similar words.
    private static func match(_ old: [ListEntry], _ new: [ListEntry], _ byNameAlone: Bool) -> [Int: Int] {
        var matches: [Int: Int] = [:]
        var freeOld = Array(old.indices)
        var freeNew = Array(new.indices)
        func take(_ key: (ListEntry) -> String?) {
            var places: [String: [Int]] = [:]
            for place in freeNew.reversed() {
                if let key = key(new[place]) { places[key, default: []].append(place) }
            }
            for place in freeOld {
                guard let key = key(old[place]), let other = places[key]?.popLast() else { continue }
                matches[place] = other
            }
            let taken = Set(matches.values)
            freeOld.removeAll { matches[$0] != nil }
            freeNew.removeAll(where: taken.contains)
        }
        take { "\($0.name)\n\($0.detail)" }
        take { NameIndex.key($0.name) }
        if byNameAlone { return matches }
        take { $0.detail.isEmpty ? nil : $0.detail }
        guard !freeOld.isEmpty, !freeNew.isEmpty, freeOld.count * freeNew.count <= PageMatcher.limit else { return matches }
        let words = freeNew.map { (place: $0, words: Similarity(words: "\(new[$0].name) \(new[$0].detail)")) }
        var scored: [(score: Double, old: Int, new: Int)] = []
        for place in freeOld {
            let own = Similarity(words: "\(old[place].name) \(old[place].detail)")
            for other in words {
                let score = own.shared(with: other.words)
                if score >= similarity { scored.append((score, place, other.place)) }
            }
        }
        var taken: Set<Int> = []
        for pair in scored.sorted(by: { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }) {
            guard matches[pair.old] == nil, taken.insert(pair.new).inserted else { continue }
            matches[pair.old] = pair.new
        }
        return matches
    }
}
