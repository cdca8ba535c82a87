import Diagnostics
import Testing

@Suite("A text by lines")
struct SourceTextTests {
    @Test(arguments: [("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("\n\nb", ["", "", "b"]), ("é\n👩‍🚀\n", ["é", "👩‍🚀", ""])])
    func isSplitAtLineEnds(text: String, lines: [Substring]) {
        let source = SourceText(path: "a.md", text: text)
        #expect(source.lines == lines)
        #expect(source.line(1) == lines.first)
        #expect(source.line(lines.count) == lines.last)
        #expect(source.line(0) == nil)
        #expect(source.line(lines.count + 1) == nil)
    }

    @Test(
        "Columns count Unicode scalars",
        arguments: [
            ("abcabc", "bc", [2..<4, 5..<7]), ("aaaa", "aa", [1..<3, 3..<5]), ("日本 x 日", "x", [4..<5]), ("日本 x 日", "日", [1..<2, 6..<7]),
            ("e\u{301}x", "x", [3..<4]), ("a", "aa", []), ("a", "", []), ("", "a", []), ("👩‍🚀 x", "x", [5..<6]),
        ] as [(String, String, [Range<Int>])]
    )
    func columns(line: String, needle: String, expected: [Range<Int>]) {
        #expect(SourceText(path: "a.md", text: "x\n" + line).columns(of: needle, inLine: 2) == expected)
    }

    @Test func locatesTheFirstPlaceElseTheFirstLine() {
        let source = SourceText(path: "a.md", text: "one\ntwo x\nx")
        #expect(source.locate("x", in: 1...3) == Location("a.md", line: 2, columns: [5..<6]))
        #expect(source.locate("y", in: 2...3) == Location("a.md", line: 2))
        #expect(source.locate("x", in: 9...9) == Location("a.md", line: 9))
    }
}
