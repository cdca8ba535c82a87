import Diagnostics
import Testing

@testable import Markdown

@Suite struct LinkRewriterTests {
    private func rewritten(_ text: String) -> String {
        var findings = Findings()
        let source = SourceText(path: "a.md", text: text)
        let page = SplitPage(source, into: &findings)
        let document = DocumentReader.read(page, in: source, into: &findings)
        return LinkRewriter(
            document,
            link: { $0 == "gone.md" ? .nowhere : .to("new/" + $0) },
            citations: { "<\($0.map(\.key).joined(separator: " "))>" },
            wikiLink: { "{\($0.target)}" }
        ).rewrite(text)
    }

    @Test(arguments: [
        ("[a](b.md)", "[a](new/b.md)"), ("![a](b.png 'x')", "![a](new/b.png 'x')"), ("[a](<b c.md>)", "[a](new/b c.md)"),
        ("[a](b(c).md)", "[a](new/b(c).md)"), ("[a](gone.md \"t (x)\") b", "[a] b"), ("[a](gone.md)", "[a]"),
        ("[a][b]\n\n[b]: c.md\n", "[a][b]\n\n[b]: new/c.md\n"), ("[a][b]\n\n[b]: gone.md 'x'\nc", "[a][b]\n\n\nc"),
        ("[^1] a\n\n[^1]: b.md", "[^1] a\n\n[^1]: b.md"),
        ("`[a](b.md)`", "`[a](b.md)`"), ("`` ` [a](b.md) `` [c](d)", "`` ` [a](b.md) `` [c](new/d)"), ("` [a](b.md)", "` [a](new/b.md)"),
        ("`\n\n[a](b.md) `", "`\n\n[a](new/b.md) `"), ("\\[a](b.md)", "\\[a](b.md)"), ("a](b.md)", "a](b.md)"),
        ("a [@x; @y, 3]", "a <x y>"), ("[[A b#c|d]] [e]", "{A b} [e]"), ("[a](b&amp;c)", "[a](new/b&c)"), ("[a](b\\_c)", "[a](new/b_c)"),
        ("é [ü](ä.md)", "é [ü](new/ä.md)"),
    ])
    func onlyWhatLinksIsChanged(text: String, expected: String) { #expect(rewritten(text) == expected) }
}
