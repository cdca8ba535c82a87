import Markdown

/// How two names were found to mean the same.
public enum Likeness: String, Sendable, Comparable {
    /// They are the same name, but for case and white space.
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

/// Tells whether names mean the same, by the settings' synonyms.
public struct Likenesses: Sendable {
    private let synonyms: [String: Int]

    /// - Parameter synonyms: lists of names that mean the same.
    public init(synonyms: [[String]] = []) {
        var groups: [String: Int] = [:]
        for (index, names) in synonyms.enumerated() {
            for name in names { groups[NameIndex.key(name)] = index }
        }
        self.synonyms = groups
    }

    /// How two names are alike, or `nil`.
    public func likeness(_ a: String, _ b: String) -> Likeness? {
        let (first, second) = (NameIndex.key(a), NameIndex.key(b))
        if first == second { return .same }
        if let group = synonyms[first], group == synonyms[second] { return .synonym }
        let (words, others) = (Words.significant(a), Words.significant(b))
        let shared = words.intersection(others).count
        guard shared > 0, shared * 2 > words.union(others).count else { return nil }
        return .similar
    }

    /// The best partner of each name of one list in another: each name is used once, the surest matches first.
    public func matches(_ first: [String], _ second: [String]) -> [(first: Int, second: Int, how: Likeness)] {
        var found: [(first: Int, second: Int, how: Likeness)] = []
        for (i, a) in first.enumerated() {
            for (j, b) in second.enumerated() {
                if let how = likeness(a, b) { found.append((i, j, how)) }
            }
        }
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
}

/// Words that carry meaning, for telling whether two texts speak of the same work.
enum Words {
    /// The words of at least four letters, cut to their first five, so that forms of a word meet: deploy, deployment.
    static func significant(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }
}
