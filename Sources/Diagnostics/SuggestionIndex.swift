/// Known words by their length and letters, and by what is left of them without one letter.
struct SuggestionIndex: Sendable {
    private struct Entry {
        let word: String
        let letters: [UInt32]
        /// A bit for each letter in the word, many letters sharing one: an edit changes at most two bits.
        let mask: UInt64
    }

    private let entries: [Entry]
    /// Places in `entries`, in alphabetical order.
    private var byLength: [Int: [Int]] = [:]
    /// Places by the hashes of the word and of what is left of it without one letter. Two words with at most one edit
    /// between them share one of these (Garbe's symmetric deletion).
    private var byRest: [UInt64: [Int]] = [:]

    /// So few words are compared one by one.
    private static let few = 32

    init(_ words: [String]) {
        entries = Set(words).subtracting([""]).sorted().map { word in
            let letters = EditDistance.letters(of: word)
            return Entry(word: word, letters: letters, mask: Self.mask(of: letters))
        }
        for (place, entry) in entries.enumerated() { byLength[entry.letters.count, default: []].append(place) }
        guard entries.count > Self.few else { return }
        for (place, entry) in entries.enumerated() {
            for rest in Self.rests(of: entry.letters) { byRest[rest, default: []].append(place) }
        }
    }

    /// All words that have as few edits from `word` as the best, of those that are near enough.
    func nearest(to word: String, looks: inout Int) -> [String] {
        let wanted = EditDistance.letters(of: word)
        if entries.count > Self.few {
            let places = Set(Self.rests(of: wanted).flatMap { byRest[$0] ?? [] }).sorted()
            let found = nearest(to: wanted, among: [places], &looks) { _ in 1 }
            if !found.isEmpty { return found }
        }
        // A candidate of half as many letters more is the longest that a third of its own letters can lead to.
        let lengths = max(0, wanted.count - max(1, wanted.count / 3))...wanted.count + wanted.count / 2 + 1
        return nearest(to: wanted, among: lengths.map { byLength[$0] ?? [] }, &looks) { max(1, max($0, wanted.count) / 3) }
    }

    /// - Parameter most: the most edits for a known word of so many letters.
    private func nearest(to wanted: [UInt32], among lists: [[Int]], _ looks: inout Int, most: (Int) -> Int) -> [String] {
        let mask = Self.mask(of: wanted)
        var best: (edits: Int, words: [String])?
        var distance = EditDistance()
        for place in lists.joined() {
            let entry = entries[place]
            let limit = min(most(entry.letters.count), best?.edits ?? .max)
            guard abs(entry.letters.count - wanted.count) <= limit, (entry.mask ^ mask).nonzeroBitCount <= 2 * limit else { continue }
            looks += 1
            guard let edits = distance.between(wanted, entry.letters, limit: limit) else { continue }
            if best?.edits == edits { best?.words.append(entry.word) } else { best = (edits, [entry.word]) }
        }
        return best?.words ?? []
    }

    private static func mask(of letters: [UInt32]) -> UInt64 { letters.reduce(0) { $0 | (1 << UInt64($1 % 64)) } }

    /// Hashes of a word, and of what is left of it without one letter, each once.
    private static func rests(of letters: [UInt32]) -> [UInt64] {
        var rests: [UInt64] = []
        rests.reserveCapacity(letters.count + 1)
        var whole = FNV1a.start
        for (index, letter) in letters.enumerated() {
            // Without one of two equal letters in a row, the same is left.
            if index == 0 || letters[index - 1] != letter {
                rests.append(letters[(index + 1)...].reduce(whole) { FNV1a.adding(UInt64($1), to: $0) })
            }
            whole = FNV1a.adding(UInt64(letter), to: whole)
        }
        return rests + [whole]
    }
}
