import Diagnostics
import Markdown

/// How two names were found to mean the same.
public enum Likeness: String, Sendable, Comparable {
    /// They are the same name, except for case and white space.
    case same
    /// The settings list them as synonyms.
    case synonym
    /// More than half of their words are the same.
    case similar

    /// Orders by certainty.
    public static func < (a: Likeness, b: Likeness) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .same: 0
        case .synonym: 1
        case .similar: 2
        }
    }
}

/// A name, and what of it is compared. It is computed once for each name, however many others it is compared with.
struct ComparedName: Sendable {
    /// The name without regard to case and white space.
    let key: String
    /// The list of synonyms that it is in.
    let group: Int?
    /// Its significant words, each once.
    let words: [String]
    /// A bit for each word, many words sharing one: names without a common bit have no common word.
    let mask: UInt64

    fileprivate init(_ name: String, synonyms: [String: Int]) {
        key = NameIndex.key(name)
        group = synonyms.isEmpty ? nil : synonyms[key]
        words = Words.list(name).uniqued()
        mask = words.reduce(0) { $0 | Self.bit(of: $1) }
    }

    /// All bits for a word with letters outside ASCII: the same word may be other bytes.
    private static func bit(of word: String) -> UInt64 {
        word.utf8.contains { $0 >= 0x80 } ? .max : 1 << (FNV1a.hash(word.utf8) % 64)
    }
}

/// Decides whether names mean the same, by the settings' synonyms.
public struct Likenesses: Sendable {
    private let synonyms: [String: Int]
    /// Names that are compared with many others, by themselves. They are prepared when the first two lists are compared.
    private let known: OnDemand<[String: ComparedName]>

    /// - Parameters:
    ///   - synonyms: lists of names that mean the same.
    ///   - names: names that will be compared with many others. All others can be compared too.
    public init(synonyms: [[String]] = [], preparing names: @escaping @Sendable () -> [String] = { [] }) {
        var groups: [String: Int] = [:]
        for (index, names) in synonyms.enumerated() {
            for name in names { groups[NameIndex.key(name)] = index }
        }
        self.synonyms = groups
        known = OnDemand { [groups] in
            var known: [String: ComparedName] = [:]
            for name in names() where known[name] == nil { known[name] = ComparedName(name, synonyms: groups) }
            return known
        }
    }

    /// How two names are alike, or `nil`.
    public func likeness(_ a: String, _ b: String) -> Likeness? { likeness(compared(a), compared(b)) }

    /// A name, ready to be compared.
    func compared(_ name: String) -> ComparedName { ComparedName(name, synonyms: synonyms) }

    /// How two names are alike, or `nil`.
    func likeness(_ a: ComparedName, _ b: ComparedName) -> Likeness? {
        // Names that are the same have the same words.
        guard a.mask & b.mask != 0 || a.mask == b.mask || a.group != nil else { return nil }
        if a.key == b.key { return .same }
        if let group = a.group, group == b.group { return .synonym }
        let shared = a.words.count(where: b.words.contains)
        guard shared > 0, shared * 2 > a.words.count + b.words.count - shared else { return nil }
        return .similar
    }

    /// The best partner of each name of one list in another: each name is used once, the surest matches first.
    public func matches(_ first: [String], _ second: [String]) -> [(first: Int, second: Int, how: Likeness)] {
        guard !first.isEmpty, !second.isEmpty else { return [] }
        let known = known.value
        let others = second.map { known[$0] ?? compared($0) }
        var found: [(first: Int, second: Int, how: Likeness)] = []
        for (i, name) in first.enumerated() {
            let name = known[name] ?? compared(name)
            for j in others.indices {
                if let how = likeness(name, others[j]) { found.append((i, j, how)) }
            }
        }
        guard !found.isEmpty else { return [] }
        found.sort { ($0.how, $0.first, $0.second) < ($1.how, $1.first, $1.second) }
        var (usedFirst, usedSecond): (Set<Int>, Set<Int>) = ([], [])
        var kept: [(first: Int, second: Int, how: Likeness)] = []
        for match in found where !usedFirst.contains(match.first) && !usedSecond.contains(match.second) {
            usedFirst.insert(match.first)
            usedSecond.insert(match.second)
            kept.append(match)
        }
        return kept.sorted { $0.first < $1.first }
    }

    /// Keys under which a name is looked for: itself, and its synonyms' group.
    func keys(_ name: String) -> [String] {
        let key = NameIndex.key(name)
        return synonyms[key].map { [key, "synonym \($0)"] } ?? [key]
    }

    /// The same of a name that is ready to be compared.
    func keys(_ name: ComparedName) -> [String] { name.group.map { [name.key, "synonym \($0)"] } ?? [name.key] }
}
