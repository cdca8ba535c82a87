import Testing

@testable import Diagnostics

@Suite("Did you mean")
struct NearMissTests {
    private static let keys = ["title", "aliases", "summary", "order", "sources", "group"]

    @Test(
        "A word near to a known one finds it",
        arguments: [
            ("titel", "title"), ("tilte", "title"), ("ttile", "title"), ("titl", "title"), ("titles", "title"), ("Title", "title"),
            ("TITLE", "title"), ("alias", "aliases"), ("sumary", "summary"), ("source", "sources"), ("gruop", "group"), ("ordre", "order"),
            ("title", "title"),
        ]
    )
    func hits(word: String, expected: String) {
        #expect(NearMiss.best(for: word, among: Self.keys) == expected)
    }

    @Test("A word far from all finds none", arguments: ["", "colour", "xyz", "tit", "abbreviations", "o"])
    func misses(word: String) {
        #expect(NearMiss.best(for: word, among: Self.keys) == nil)
    }

    @Test func tiesGoToTheFirstInTheAlphabet() {
        #expect(NearMiss.best(for: "cat", among: ["rat", "bat", "hat"]) == "bat")
        #expect(NearMiss.best(for: "cat", among: ["hat", "rat", "bat"]) == "bat")
    }

    @Test func keepsTheCaseOfTheCandidate() {
        #expect(NearMiss.best(for: "data enginer", among: ["Data Engineer", "Data Analyst"]) == "Data Engineer")
    }

    @Test(
        "The help names the near word, or what is known",
        arguments: [
            ("titel", ["title"], "did you mean 'title'?"), ("xyz", ["title", "order"], "known keys: order, title"), ("xyz", [], nil),
            (
                "xyz", ["k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"],
                "known keys: k1, k2, k3, k4, k5, k6, k7, k8, and 1 more"
            ),
        ] as [(String, [String], String?)]
    )
    func help(word: String, known: [String], expected: String?) {
        #expect(NearMiss.help(for: word, among: known, called: "keys") == expected)
    }
}
