import Testing

@testable import Diagnostics

/// The small algorithms that all modules share.
@Suite("Basics")
struct BasicsTests {
    @Test(
        "Edits are counted",
        arguments: [
            ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "acb", 1), ("abc", "bca", 2), ("abc", "axc", 1),
            ("abc", "abcd", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("żółw", "żołw", 1),
        ]
    )
    func distance(a: String, b: String, edits: Int) {
        var distance = EditDistance()
        let (a, b) = (EditDistance.letters(of: a), EditDistance.letters(of: b))
        #expect(distance.between(a, b, limit: 9) == edits)
        #expect(distance.between(a, b, limit: edits) == edits)
        #expect(edits == 0 || distance.between(a, b, limit: edits - 1) == nil)
    }

    @Test("FNV-1a gives the values of its authors' test suite")
    func fnv1a() {
        #expect(FNV1a.hash("".utf8) == 0xCBF2_9CE4_8422_2325)
        #expect(FNV1a.hash("a".utf8) == 0xAF63_DC4C_8601_EC8C)
        #expect(FNV1a.hash("foobar".utf8) == 0x8594_4171_F739_67E8)
    }

    @Test("Of elements with the same key the first stays, in its place")
    func uniqued() {
        #expect([3, 1, 3, 2, 1].uniqued() == [3, 1, 2])
        #expect(["b", "A", "B", "a"].uniqued { $0.lowercased() } == ["b", "A"])
        #expect([Int]().uniqued().isEmpty)
    }

    @Test("Groups come in the order of their first elements")
    func grouped() {
        let groups = ["pear", "apple", "plum", "avocado"].grouped(by: \.first)
        #expect(groups.map(\.key) == ["p", "a"])
        #expect(groups.map(\.elements) == [["pear", "plum"], ["apple", "avocado"]])
    }
}
