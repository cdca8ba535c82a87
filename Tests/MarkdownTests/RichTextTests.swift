import Testing

@testable import Markdown

@Suite("HTML with gaps")
struct RichTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"), ("é", "é"), ("", ""),
    ])
    func escapes(text: String, expected: String) {
        #expect(RichText.escape(text) == expected)
    }

    @Test func isFilledAndJoined() {
        let a = RichText(segments: [.html("<p>"), .slot(.mention("A", key: "a")), .html("</p>")])
        #expect(RichText.joined([a, .empty, a]).html { if case .mention(let words, _) = $0 { words } else { "" } } == "<p>A</p><p>A</p>")
        #expect(RichText.empty.isEmpty)
        #expect(!a.isEmpty)
    }

    private static let slot = RichText.Segment.slot(.footnotePrefix)
    private static let contents: [(segments: [RichText.Segment], contents: [RichText.Segment])] = [
        ([.html("<p>a</p>\n")], [.html("a")]), ([.html("<p></p>\n")], []), ([.html("<h2 id=\"a\">\na\n</h2>\n\n")], [.html("a")]),
        ([.html("<td align=\"left\">"), slot, .html("</td>\n")], [slot]),
        ([.html("<p><b>a</b> "), slot, .html(" <b>c</b></p>\n")], [.html("<b>a</b> "), slot, .html(" <b>c</b>")]),
        ([], []), ([slot], [slot]), ([.html("text")], [.html("text")]),
    ]

    @Test(arguments: contents)
    func contentsAreWithoutTheOutermostElement(segments: [RichText.Segment], contents: [RichText.Segment]) {
        #expect(RichText(segments: segments).contents.segments == contents)
    }
}
