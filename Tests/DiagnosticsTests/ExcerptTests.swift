import Testing

@testable import Diagnostics

@Suite("A line with carets")
struct ExcerptTests {
    @Test(
        arguments: [
            ("plain text", [7..<11], "plain text", "      ^^^^"),
            ("two places", [1..<4, 5..<6], "two places", "^^^ ^"),
            ("end", [4..<5], "end", "   ^"),
            ("", [1..<2], "", "^"),
            ("no mark", [], "no mark", ""),
            ("a\tb", [3..<4], "a b", "  ^"),
            ("trailing  ", [9..<11], "trailing", "        ^^"),
            ("empty range", [3..<3], "empty range", "  ^"),
            ("a\u{1B}b", [2..<3], "a·b", " ^"),
            ("日本 x", [4..<5], "日本 x", "     ^"),
            ("日本 x", [2..<3], "日本 x", "  ^^"),
            ("é x", [3..<4], "é x", "  ^"),
            ("e\u{301} x", [4..<5], "e\u{301} x", "  ^"),
            ("👍 x", [3..<4], "👍 x", "   ^"),
            ("✅ x", [3..<4], "✅ x", "   ^"),
        ] as [(Substring, [Range<Int>], String, String)]
    )
    func marksStandUnderTheirColumns(line: Substring, columns: [Range<Int>], text: String, marks: String) {
        let excerpt = Excerpt(line: line, columns: columns)
        #expect(excerpt.text == text)
        #expect(excerpt.marks == marks)
    }

    @Test func longLineIsCutBehindTheWindow() {
        let excerpt = Excerpt(line: Substring(String(repeating: "a", count: 500)), columns: [3..<4])
        #expect(excerpt.text == String(repeating: "a", count: 160) + "…")
        #expect(excerpt.marks == "  ^")
    }

    @Test func longLineIsCutAroundAFarMark() {
        let line = String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
        let excerpt = Excerpt(line: Substring(line), columns: [301..<302])
        #expect(excerpt.text == "…" + String(repeating: "a", count: 40) + "X" + String(repeating: "b", count: 119) + "…")
        #expect(excerpt.marks == String(repeating: " ", count: 41) + "^")
    }

    @Test func lineOfTheWindowsLengthIsNotCut() {
        let line = String(repeating: "a", count: 160)
        #expect(Excerpt(line: Substring(line), columns: [160..<161]).text == line)
    }
}
