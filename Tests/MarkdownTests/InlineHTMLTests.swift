import Testing

@testable import Markdown

/// Inline HTML that is allowed is written as it is, wherever text may stand.
@Suite struct InlineHTMLTests {
    @Test(
        arguments: [
            ("## Head <a name=\"x\"></a>", "<h2 id=\"head\">\nHead <a name=\"x\"></a>\n</h2>\n"),
            ("Head <a name=\"x\"></a>\n---", "<h2 id=\"head\">\nHead <a name=\"x\"></a>\n</h2>\n"),
            ("## <b>A</b> *<i>b</i>* {#c}", "<h2 id=\"c\">\n<b>A</b> <em><i>b</i></em>\n</h2>\n"),
            ("- <b>a</b> c <u>d</u>", "<ul>\n<li><b>a</b> c <u>d</u></li>\n</ul>\n"),
            (
                "> [!NOTE]\n> <b>a</b>",
                "<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\">Note</p>\n<p><b>a</b></p>\n</div>\n"
            ),
            ("*<b>a</b>* **<i>b</i>** ~~<u>c</u>~~", "<p><em><b>a</b></em> <strong><i>b</i></strong> <del><u>c</u></del></p>\n"),
            ("[<b>a</b>](x) <i>b</i>", "<p><a {link x}><b>a</b></a> <i>b</i></p>\n"),
        ]
    )
    func isKept(markdown: String, expected: String) {
        #expect(html(markdown, HTMLOptions(allowsHTML: true)) == expected)
    }

    @Test func isKeptInCells() {
        let found = html("| <b>a</b> | [<i>b</i>](x) |\n|---|---|\n| <u>c</u> d | *<s>e</s>* |\n", HTMLOptions(allowsHTML: true))
        for cell in ["<th><b>a</b></th>", "<th><a {link x}><i>b</i></a></th>", "<td><u>c</u> d</td>", "<td><em><s>e</s></em></td>"] {
            #expect(found.contains(cell))
        }
    }

    @Test func isKeptInManyHeadings() {
        let page = (0..<200).map { "## Heading number \($0) <a name=\"x\($0)\"></a> and [<b>link \($0)</b>](y)\n\ntext <i>\($0)</i>\n" }
        let found = html(page.joined(separator: "\n"), HTMLOptions(allowsHTML: true))
        for number in 0..<200 {
            #expect(found.contains("Heading number \(number) <a name=\"x\(number)\"></a> and <a {link y}><b>link \(number)</b></a>\n</h2>"))
        }
    }
}
