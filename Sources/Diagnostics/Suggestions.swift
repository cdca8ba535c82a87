/// Many known words, prepared once, to find the nearest to each of many unknown ones: a handbook of thousands of roles
/// with a slip in every relation is still checked in seconds. Gives what `NearMiss.best` gives.
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
            let letters = Self.letters(of: word)
            return Entry(word: word, letters: letters, mask: Self.mask(of: letters))
        }
        byLength = Dictionary(grouping: entries) { $0.letters.count }
    }

    /// The word with the fewest edits from `word`, if it is near enough; see `NearMiss.best`.
    public func best(for word: String) -> String? { nearest(to: word).min() }

    /// All words that have as few edits from `word` as the best.
    public func nearest(to word: String) -> [String] {
        let wanted = Self.letters(of: word)
        let mask = Self.mask(of: wanted)
        var best: (edits: Int, words: [String])?
        var rows = Rows()
        // A candidate of half as many letters more is the longest that a third of its own letters can lead to.
        for length in max(0, wanted.count - max(1, wanted.count / 3))...wanted.count + wanted.count / 2 + 1 {
            var limit = min(max(1, max(length, wanted.count) / 3), best?.edits ?? .max)
            for entry in byLength[length] ?? [] where abs(length - wanted.count) <= limit {
                guard (entry.mask ^ mask).nonzeroBitCount <= 2 * limit,
                    let edits = rows.distance(wanted, entry.letters, limit: limit)
                else { continue }
                if let found = best?.edits, found < edits { continue }
                if best?.edits == edits { best?.words.append(entry.word) } else { best = (edits, [entry.word]) }
                limit = edits
            }
        }
        return best?.words ?? []
    }

    private static func letters(of word: String) -> [UInt32] { word.lowercased().unicodeScalars.map(\.value) }

    private static func mask(of letters: [UInt32]) -> UInt64 { letters.reduce(0) { $0 | (1 << UInt64($1 % 64)) } }

    /// The rows of the table of edits, kept between words.
    private struct Rows {
        private var before: [Int] = []
        private var last: [Int] = []
        private var row: [Int] = []

        /// Edits between two words as `NearMiss.distance` counts them; `nil` when they are more than `limit`.
        mutating func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
            let far = limit + 1
            last = (0...b.count).map { min($0, far) }
            before = Array(repeating: far, count: b.count + 1)
            row = before
            for i in a.indices {
                // Cells farther from the diagonal than the limit cost more than it.
                let start = max(0, i - limit)
                let end = min(b.count, i + limit + 1)
                guard start < end else { return nil }
                row[start] = start == 0 ? min(i + 1, far) : far
                var least = row[start]
                for j in start..<end {
                    var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                    if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                    row[j + 1] = min(cost, far)
                    least = min(least, cost)
                }
                if end < b.count { row[end + 1] = far }
                if least > limit { return nil }
                (before, last, row) = (last, row, before)
            }
            return last[b.count] <= limit ? last[b.count] : nil
        }
    }
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
