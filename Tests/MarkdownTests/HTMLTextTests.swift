import Testing

@testable import Markdown

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"), ("é", "é"), ("", ""),
        ("&&", "&amp;&amp;"), ("日本 & <", "日本 &amp; &lt;"),
    ])
    func escapes(text: String, expected: String) {
        #expect(HTMLText.escape(text) == expected)
    }
}
