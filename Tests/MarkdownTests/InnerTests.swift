import Testing

@testable import Markdown

@Suite("What is inside a block")
struct InnerTests {
    private func items(_ markdown: String, allowHTML: Bool = false) -> [String] {
        let page = ReadPage(markdown)
        return page.everyBlock.filter { if case .item = $0.kind { true } else { false } }
            .map { page.contents(of: $0, HTMLOptions(allowsHTML: allowHTML)) }
    }

    @Test(
        "An item is given without the lists inside it",
        arguments: [
            ("tight", "- **A**: b [@c]\n- d", ["<strong>A</strong>: b{cite c}", "d"]),
            ("loose", "- **A**: b [@c]\n\n- d", ["<strong>A</strong>: b{cite c}", "d"]),
            ("nested, tight", "- a\n  - b\n    - c", ["a", "b", "c"]),
            ("nested, loose", "- a\n\n  - b\n\n  - c\n\n- d", ["a", "b", "c", "d"]),
            ("only a list", "- - a", ["", "a"]),
            ("empty", "-\n- a", ["", "a"]),
            ("two paragraphs", "- a\n\n  b", ["<p>a</p>\n<p>b</p>\n"]),
            ("list between paragraphs", "- a\n\n  - b\n\n  c", ["<p>a</p>\n<p>c</p>\n", "b"]),
            ("code", "- a\n  ```\n  b\n  ```", ["a<pre><code>b\n</code></pre>\n"]),
            ("only code", "-     a", ["<pre><code>a\n</code></pre>\n"]),
            ("quote", "- > a", ["<blockquote>\n<p>a</p>\n</blockquote>\n"]),
            ("task", "- [x] a", ["a"]),
            ("begins with a link", "- [a](b) c", ["<a {link b}>a</a> c"]),
            ("ends with a link, loose", "- a\n\n- [b](c)", ["a", "<a {link c}>b</a>"]),
            ("only a citation", "- [@a]\n\n- [@b]", ["{cite a}", "{cite b}"]),
            ("begins and ends with emphasis", "- *a* b *c*", ["<em>a</em> b <em>c</em>"]),
            ("over lines", "- a\n  b\nc", ["a\nb\nc"]),
            ("raw HTML", "- a\n\n  <div>x</div>", ["<p>a</p>\n<p>x</p>\n"]),
        ]
    )
    func item(name: String, markdown: String, expected: [String]) {
        #expect(items(markdown) == expected)
    }

    @Test func rawHTMLInAnItemIsKeptWhenAllowed() {
        #expect(items("- a\n\n  <div>x</div>", allowHTML: true) == ["<p>a</p>\n<div>x</div>\n"])
        #expect(items("- <b>a</b> c <b>d</b>", allowHTML: true) == ["<b>a</b> c <b>d</b>"])
    }

    @Test func headingsParagraphsAndCellsAreGivenWithoutTheirElement() {
        let page = ReadPage("# *A* [b](c)\n\nd [@e]\n\n*f*\n\n| [[G]] | `h` | |\n|:-:|---|---|\n| i | [@j] | <b>k</b> |\n")
        let kinds: (Block) -> Bool = { block in
            switch block.kind {
            case .heading, .paragraph, .cell: true
            default: false
            }
        }
        let inner = page.everyBlock.filter(kinds).map { page.contents(of: $0) }
        #expect(
            inner == [
                "<em>A</em> <a {link c}>b</a>", "d{cite e}", "<em>f</em>", "{wiki G}", "<code>h</code>", "", "i", "{cite j}", "k",
            ]
        )
    }

    @Test func blocksAreWrittenOnTheirOwn() {
        let page = ReadPage("# A\n\nb\n\n- c\n\n> d\n\n| e |\n|---|\n\n```\nf\n```\n\n***\n")
        #expect(page.document.blocks.allSatisfy { !CollectionOfOne($0).html().isEmpty })
        #expect(page.document.blocks.map { CollectionOfOne($0).html() }.joined() == page.html())
        #expect(page.document.blocks.dropFirst(2).prefix(1).html() == "<ul>\n<li>c</li>\n</ul>\n")
        #expect([Block]().html().isEmpty)
    }
}
