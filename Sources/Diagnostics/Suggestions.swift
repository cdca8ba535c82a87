/// Many known words, to find the nearest to each of many unknown ones: a handbook of thousands of roles with a slip in every
/// relation is still checked in seconds. They are prepared once, when the first word is looked for.
public struct Suggestions: Sendable {
    private let index: OnDemand<SuggestionIndex>

    /// Takes the known words.
    public init(_ words: some Sequence<String>) {
        let words = Array(words)
        index = OnDemand { SuggestionIndex(words) }
    }

    /// The word with the fewest edits from `word`, without regard to case, if it is near enough: at most a third of the
    /// longer word's length, and at least one edit allowed. Ties go to the first in alphabetical order.
    public func best(for word: String) -> String? { nearest(to: word).min() }

    /// All words that have as few edits from `word` as the best.
    public func nearest(to word: String) -> [String] {
        var looks = 0
        return index.value.nearest(to: word, looks: &looks)
    }

    /// The same, and adds to `looks` how many known words were compared with it.
    func nearest(to word: String, looks: inout Int) -> [String] { index.value.nearest(to: word, looks: &looks) }
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
