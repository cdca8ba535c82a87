/// Many known words, prepared once, to find the nearest to each of many unknown ones: a handbook of thousands of roles
/// with a slip in every relation is still checked in seconds.
public struct Suggestions: Sendable {
    private struct Entry {
        let word: String
        let letters: [UInt32]
        /// A bit for each letter in the word, many letters sharing one: an edit changes at most two bits.
        let mask: UInt64
    }

    private let byLength: [Int: [Entry]]

    /// Prepares the known words.
    public init(_ words: some Sequence<String>) {
        let entries = Set(words).subtracting([""]).sorted().map { word in
            let letters = EditDistance.letters(of: word)
            return Entry(word: word, letters: letters, mask: Self.mask(of: letters))
        }
        byLength = Dictionary(grouping: entries) { $0.letters.count }
    }

    /// The word with the fewest edits from `word`, without regard to case, if it is near enough: at most a third of the
    /// longer word's length, and at least one edit allowed. Ties go to the first in alphabetical order.
    public func best(for word: String) -> String? { nearest(to: word).min() }

    /// All words that have as few edits from `word` as the best.
    public func nearest(to word: String) -> [String] {
        let wanted = EditDistance.letters(of: word)
        let mask = Self.mask(of: wanted)
        var best: (edits: Int, words: [String])?
        var distance = EditDistance()
        // A candidate of half as many letters more is the longest that a third of its own letters can lead to.
        for length in max(0, wanted.count - max(1, wanted.count / 3))...wanted.count + wanted.count / 2 + 1 {
            var limit = min(max(1, max(length, wanted.count) / 3), best?.edits ?? .max)
            for entry in byLength[length] ?? [] where abs(length - wanted.count) <= limit {
                guard (entry.mask ^ mask).nonzeroBitCount <= 2 * limit,
                    let edits = distance.between(wanted, entry.letters, limit: limit)
                else { continue }
                if let found = best?.edits, found < edits { continue }
                if best?.edits == edits { best?.words.append(entry.word) } else { best = (edits, [entry.word]) }
                limit = edits
            }
        }
        return best?.words ?? []
    }

    private static func mask(of letters: [UInt32]) -> UInt64 { letters.reduce(0) { $0 | (1 << UInt64($1 % 64)) } }
}

extension Suggestions {
    /// The one known word that `word` is a slip of; `nil` where another one is as near and means something else.
    ///
    /// - Parameter meaning: what a known word means; `nil` where that is not one thing.
    public func meant<Meaning: Hashable>(by word: String, meaning: (String) -> Meaning?) -> String? {
        Self.meant(by: word, among: nearest(to: word), meaning: meaning)
    }

    /// The same, of the words that are nearest.
    public static func meant<Meaning: Hashable>(by word: String, among near: [String], meaning: (String) -> Meaning?) -> String? {
        guard let best = near.min(), NearMiss.isSlip(word, of: best), let meant = meaning(best) else { return nil }
        return near.allSatisfy { meaning($0) == meant } ? best : nil
    }

    /// The one known word that `word` is a slip of.
    public func meant(by word: String) -> String? { meant(by: word) { $0 } }
}
