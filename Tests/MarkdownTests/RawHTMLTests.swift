import Testing

@testable import Markdown

@Suite("Raw HTML that is not allowed leaves its text")
struct RawHTMLTests {
    @Test(
        "in a line of text",
        arguments: [
            ("Bake<br>Sell", "Bake<br />Sell", "Bake Sell"), ("Bake<BR />Sell", "Bake<br />Sell", "Bake Sell"),
            ("Bake <br/> Sell", "Bake <br /> Sell", "Bake Sell"), ("Bake</br>Sell", "Bake<br />Sell", "Bake Sell"),
            ("a<br class=\"x\">b", "a<br />b", "a b"), ("a <b>c</b> d", "a c d", "a c d"), ("a<brand>b", "ab", "ab"),
            ("a <!-- c --> d", "a  d", "a d"), ("a<br>", "a<br />", "a"), ("a<br>.", "a<br />.", "a."),
        ]
    )
    func inline(markdown: String, expected: String, plain: String) {
        #expect(html(markdown) == "<p>\(expected)</p>\n")
        #expect(html("## \(markdown) {#x}") == "<h2 id=\"x\">\n\(expected)\n</h2>\n")
        #expect(html("| \(markdown) |\n|---|\n").contains("<th>\(expected)</th>"))
        let blocks = ReadPage("\(markdown)\n\n## \(markdown)\n\n| \(markdown) |\n|---|\n").document.blocks
        #expect(blocks.map(\.plainText) == [plain, plain, plain])
    }

    @Test(
        "as a block",
        arguments: [
            ("<div class=\"note\">Do not skip this.</div>", "Do not skip this.", "Do not skip this."),
            ("<ul><li>one</li><li>two <b>th</b>ree</li></ul>", "one two three", "one two three"),
            ("<div>\n  a\n  b\n</div>", "a b", "a b"),
            ("<div>A &amp; B &lt; &foo; & c</div>", "A &amp; B &lt; &foo; &amp; c", "A & B < &foo; & c"),
            ("<div>a < b \"c\"</div>", "a &lt; b &quot;c&quot;", "a < b \"c\""), ("<div title=\"a > b\">c</div>", "c", "c"),
            ("<div>x<script>y()</script>z<STYLE>p{}</STYLE> w</div>", "x z w", "x z w"),
            ("<p>caf&#233; &mdash; &#x41;</p>", "caf&#233; &mdash; &#x41;", "café — A"),
        ]
    )
    func block(markdown: String, expected: String, plain: String) {
        #expect(html(markdown) == "<p>\(expected)</p>\n")
        #expect(ReadPage(markdown).document.blocks.map(\.plainText) == [plain])
    }

    @Test(
        "and nothing where it has none",
        arguments: [
            "<div>", "</div>", "<!-- a\n\nb -->", "<script>\na\n</script>", "<style>p{}</style>", "<?php a ?>", "<!DOCTYPE html>", "<hr>",
            "<script>\nnever closed", "<!-- never closed",
        ]
    )
    func empty(markdown: String) {
        #expect(html(markdown).isEmpty)
        #expect(ReadPage(markdown).document.blocks.map(\.plainText) == [""])
    }

    @Test func aScriptIsEscapedWhereHTMLIsAllowed() {
        let options = HTMLOptions(allowsHTML: true)
        #expect(html("<div><script>a</script></div>", options) == "<div>&lt;script>a&lt;/script></div>\n")
        #expect(html("a <iframe src=x> b", options) == "<p>a &lt;iframe src=x> b</p>\n")
    }
}
