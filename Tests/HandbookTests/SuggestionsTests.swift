import Testing

@testable import Diagnostics

@Suite("Near misses among many names")
struct SuggestionsTests {
    @Test("A prepared list finds what a plain search finds")
    func sameAsNearMiss() {
        let words = [
            "Data Engineer", "data-engineer", "Data Eng", "ML Engineer", "MLOps Engineer", "PM", "UX", "Ux Designer", "a", "b", "Ärztin",
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
            #expect(suggestions.best(for: text) == NearMiss.best(for: text, among: words), "\(text)")
        }
    }

    @Test("Nothing is near where nothing is known")
    func empty() {
        #expect(Suggestions([String]()).best(for: "x") == nil)
    }
}
