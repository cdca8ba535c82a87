import Testing

@testable import Handbook

/// Names are prepared by bytes where they are ASCII, and compared in a shorter way than their meaning is put here.
@Suite struct NameComparisonTests {
    /// Numbers that are the same in every run.
    private struct Numbers {
        var state: UInt64 = 7

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let pieces = [
        "a", "Z", "deploy", "Deployment", "models", "MODEL", "data", "Data", "é", "Straße", "e\u{301}tudes", "9", "C++", "-", "/", " ",
        "  ",
        "\t", "\n", "\r\n", ".", "_", "日本", "\u{A0}", "@[`{", "evaluation", "evaluate",
    ]

    private static func text(_ numbers: inout Numbers) -> String {
        (0..<numbers.below(9)).map { _ in pieces[numbers.below(pieces.count)] + (numbers.below(3) == 0 ? "" : " ") }.joined()
    }

    private static func significant(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }

    private static func key(_ name: String) -> String {
        name.uppercased().lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func likeness(_ a: String, _ b: String, synonyms: Set<String>) -> Likeness? {
        if key(a) == key(b) { return .same }
        if synonyms.isSuperset(of: [key(a), key(b)]) { return .synonym }
        let (words, others) = (significant(a), significant(b))
        let shared = words.intersection(others).count
        return shared > 0 && shared * 2 > words.union(others).count ? .similar : nil
    }

    @Test func wordsAndKeysByBytesAreThoseByCharacters() {
        var numbers = Numbers()
        for _ in 0..<4_000 {
            let text = Self.text(&numbers)
            #expect(Words.significant(text) == Self.significant(text), "\(text)")
            #expect(Words.all(text) == text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init), "\(text)")
            #expect(NameIndex.key(text) == Self.key(text), "\(text)")
        }
    }

    @Test func preparedNamesAreAsAlikeAsTheirWordsAre() {
        var numbers = Numbers()
        let names = (0..<90).map { _ in Self.text(&numbers) }
        let likenesses = Likenesses(synonyms: [[names[0], names[1], names[2]]]) { Array(names.prefix(40)) }
        let synonyms = Set(names.prefix(3).map(Self.key))
        for a in names {
            for b in names {
                #expect(likenesses.likeness(a, b) == Self.likeness(a, b, synonyms: synonyms), "\(a), \(b)")
                #expect(likenesses.matches([a], [b]).first?.how == Self.likeness(a, b, synonyms: synonyms), "\(a), \(b)")
            }
        }
    }

    @Test func wordsThatBeginAlikeAreFoundByTheirStart() {
        var numbers = Numbers()
        let words = Array(Set((0..<60).flatMap { _ in Words.all(Self.text(&numbers)) }))
        for word in words + ["deploys", "modelling", "datum"] {
            let others = words.filter { $0 != word }
            #expect(WordSet(others).hasLike(word) == others.contains { Words.areAlike(word, $0) }, "\(word)")
        }
    }
}
