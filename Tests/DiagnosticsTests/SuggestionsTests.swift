import Foundation
import Testing

@testable import Diagnostics

@Suite("Near misses among many names")
struct SuggestionsTests {
    /// The same search without an index and without a bound: the whole table of edits for every word.
    private static func plainSearch(for word: String, among words: [String]) -> String? {
        let wanted = EditDistance.letters(of: word)
        let found = words.sorted().map { known -> (word: String, edits: Int, limit: Int) in
            let letters = EditDistance.letters(of: known)
            return (known, edits(wanted, letters), max(1, max(wanted.count, letters.count) / 3))
        }
        return found.filter { $0.edits <= $0.limit }.min { ($0.edits, $0.word) < ($1.edits, $1.word) }?.word
    }

    private static func edits(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var table = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
        for i in 1..<max(1, a.count + 1) {
            for j in 1..<max(1, b.count + 1) {
                var cost = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, table[i - 2][j - 2] + 1) }
                table[i][j] = cost
            }
        }
        return table[a.count][b.count]
    }

    @Test("A prepared list finds what a plain search finds", arguments: [0, 60])
    func sameAsPlainSearch(others: Int) {
        let words =
            (0..<others).map { "Engineer \($0)" } + [
                "Data Engineer", "data-engineer", "Data Eng", "ML Engineer", "MLOps Engineer", "PM", "UX", "Ux Designer", "a", "b",
                "Ärztin",
                "データ",
            ]
        let suggestions = Suggestions(words)
        let letters = Array("adegimnrtux-E Ä")
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<3_000 {
            var word = Array(words[round % words.count])
            for _ in 0..<next(5) {
                let at = next(word.count + 1)
                switch next(4) {
                case 0: word.insert(letters[next(letters.count)], at: at)
                case 1 where at < word.count: word.remove(at: at)
                case 2 where at + 1 < word.count: word.swapAt(at, at + 1)
                default: if at < word.count { word[at] = letters[next(letters.count)] }
                }
            }
            let text = String(word)
            #expect(suggestions.best(for: text) == Self.plainSearch(for: text, among: words), "\(text)")
        }
    }

    @Test("Among many words, those with one edit are found without a look at the others")
    func oneEditAmongMany() {
        for count in [250, 500, 1_000] {
            let words = (0..<count).map { "page-\(10_000 + $0).md" }
            let suggestions = Suggestions(words)
            var looks = 0
            for word in words {
                #expect(suggestions.nearest(to: word.replacingOccurrences(of: "page", with: "pgae"), looks: &looks) == [word])
            }
            #expect(looks == count)
            #expect(suggestions.best(for: "page-1000.md") == Self.plainSearch(for: "page-1000.md", among: words))
            #expect(suggestions.best(for: "pagg-99999.md") == Self.plainSearch(for: "pagg-99999.md", among: words))
        }
    }

    @Test("Nothing is near where nothing is known")
    func empty() {
        #expect(Suggestions([String]()).best(for: "x") == nil)
    }
}
