import Testing

@testable import Markdown

@Suite("Citations and wiki links in running text")
struct InlinePieceTests {
    private static func cite(_ raw: String, _ citations: (String, String?)...) -> InlinePiece {
        .citations(citations.map { Citation(key: $0.0, locator: $0.1) }, raw: raw)
    }

    private static func wiki(_ raw: String, _ target: String, _ fragment: String? = nil, _ label: String? = nil) -> InlinePiece {
        .wikiLink(WikiLink(target: target, fragment: fragment, label: label), raw: raw)
    }

    private static let found: [(text: String, pieces: [InlinePiece])] = [
        ("a [@b] c", [.text("a "), cite("[@b]", ("b", nil)), .text(" c")]),
        ("[@a; @b, p. 3]", [cite("[@a; @b, p. 3]", ("a", nil), ("b", "p. 3"))]),
        ("[@a, ch. 1, p. 3]", [cite("[@a, ch. 1, p. 3]", ("a", "ch. 1, p. 3"))]),
        ("[@a-b_c.d:e/1]", [cite("[@a-b_c.d:e/1]", ("a-b_c.d:e/1", nil))]),
        ("[@a,]", [cite("[@a,]", ("a", nil))]),
        ("[@a;\n@b,\np. 3]", [cite("[@a;\n@b,\np. 3]", ("a", nil), ("b", "p. 3"))]),
        ("[@größe][@b]", [cite("[@größe]", ("größe", nil)), cite("[@b]", ("b", nil))]),
        ("[[A]]", [wiki("[[A]]", "A")]),
        ("[[A|b c]]", [wiki("[[A|b c]]", "A", nil, "b c")]),
        ("[[A#x]]", [wiki("[[A#x]]", "A", "x")]),
        ("[[ A # x | b ]]", [wiki("[[ A # x | b ]]", "A", "x", "b")]),
        ("[[A\nB]]", [wiki("[[A\nB]]", "A B")]),
        ("[[A|b|c]]", [wiki("[[A|b|c]]", "A", nil, "b|c")]),
        ("[[[A]]]", [.text("["), wiki("[[A]]", "A"), .text("]")]),
        ("[[a [@b] [[C]]", [.text("[[a "), cite("[@b]", ("b", nil)), .text(" "), wiki("[[C]]", "C")]),
    ]

    @Test(arguments: found)
    func areFound(text: String, pieces: [InlinePiece]) {
        #expect(InlinePiece.split(text) == pieces)
    }

    @Test(
        "Other brackets stay text",
        arguments: [
            "", "plain", "[a]", "[a](b)", "a[0][1]", "[@]", "[@a b]", "[a@b]", "[@a; b]", "[@a;]", "[see @a]", "[@a", "[@a[@", "[[]]",
            "[[ ]]",
            "[[A]", "[[A", "[[A[B]]", "]]A[[", "[ @a]", "[@@a]", "[", "]", "[[", "[@", "[^1]", "[x]", "[@a\u{301}",
            "[[" + String(repeating: "x", count: 2_000) + "]]", "[@" + String(repeating: "x", count: 2_000) + "]",
        ]
    )
    func stayText(text: String) {
        #expect(InlinePiece.split(text) == [.text(text)])
    }

    @Test(
        "A text of front matter is words and citations",
        arguments: [
            ("Plain.", "Plain.", []), ("Early. [@a]", "Early.", ["a"]), ("ETL [@a; @b]", "ETL", ["a", "b"]),
            ("One [@a] two [@b].", "One two.", ["a", "b"]),
            ("[@a] first", "first", ["a"]), ("Keeps  two spaces", "Keeps  two spaces", []), ("See [[A|the a]] [@b]", "See the a", ["b"]),
            ("a [0] b", "a [0] b", []), ("", "", []), ("[@a]", "", ["a"]),
        ]
    )
    func citedText(raw: String, text: String, keys: [String]) {
        let cited = CitedText(raw)
        #expect(cited.text == text)
        #expect(cited.citations.map(\.key) == keys)
    }

    @Test(
        "Plain text leaves no trace of what is left out",
        arguments: [
            ("a [@b] c", "a c"), ("a [@b], c", "a, c"), ("a [@b].", "a."), ("a[@b] c", "a c"), ("a [@b] [@c] d", "a d"),
            ("*a* [@b] **c**", "a c"),
            ("a [ b ](c)d", "a  b d"), ("`a  b` c", "a  b c"), ("a\nb", "a b"), ("a  \nb", "a b"), ("![alt](i) b", "alt b"),
            ("<b>a</b> c", "a c"),
            ("~~a~~ [[B]] [[C|d]]", "a B d"), ("a[^1] b\n\n[^1]: n", "a b"), ("a&amp;b \\* c", "a&b * c"),
        ]
    )
    func plainText(markdown: String, expected: String) {
        #expect(ReadPage(markdown).document.blocks.first?.plainText == expected)
    }
}
