import Diagnostics
import Testing

@testable import Markdown

@Suite("Anchors are those that GitHub gives")
struct AnchorTests {
    @Test(
        arguments: [
            ("Data Engineer", "data-engineer"), ("What's new?", "whats-new"), ("A & B", "a--b"),
            ("snake_case-and-dash", "snake_case-and-dash"),
            ("1. First", "1-first"), ("C++ / C#", "c--c"), ("Größe", "größe"), ("ÉTÉ", "été"), ("日本語 テスト", "日本語-テスト"),
            ("Привет, мир!", "привет-мир"), ("x² + ½", "x--"), ("🎉 Party", "-party"), ("Party 🎉", "party-"), ("a\u{A0}b", "ab"),
            ("a\tb", "ab"),
            ("e\u{301}", "e\u{301}"), ("हिन्दी", "हिन्दी"), ("“Quoted”—dash", "quoteddash"), ("Ⅻ", "ⅻ"), ("", ""), ("!?", ""),
        ])
    func slug(text: String, expected: String) {
        #expect(Anchors.slug(text) == expected)
    }

    @Test func equalHeadingsAreNumbered() {
        var anchors = Anchors()
        #expect(["Foo", "Foo", "foo!", "Foo 1", "Foo"].map { anchors.anchor(for: $0) } == ["foo", "foo-1", "foo-2", "foo-1-1", "foo-3"])
    }

    @Test func aNumberedHeadingIsNotTakenTwice() {
        var anchors = Anchors()
        #expect(["Foo 1", "Foo", "Foo"].map { anchors.anchor(for: $0) } == ["foo-1", "foo", "foo-2"])
    }

    @Test func aHeadingOfSignsAloneHasAnAnchorToo() {
        var anchors = Anchors()
        #expect(["!?", "🎉", "…"].map { anchors.anchor(for: $0) } == ["section", "section-1", "section-2"])
    }

    @Test(
        "A heading's own id is taken off its text",
        arguments: [
            ("## Title {#my-id}", "Title", "my-id", "Title"), ("## Title {#my_own_id}", "Title", "my_own_id", "Title"),
            ("## Title {#_private_}", "Title", "_private_", "Title"), ("## Title {#__init__}", "Title", "__init__", "Title"),
            ("## Title {#a.b:c}", "Title", "a.b:c", "Title"), ("## Title{#id}", "Title", "id", "Title"),
            ("## `code` {#id}", "code", "id", "<code>code</code>"), ("## **a** b {#id}", "a b", "id", "<strong>a</strong> b"),
            ("## Title {#größe} ##", "Title", "größe", "Title"), ("Title {#id}\n=====", "Title", "id", "Title"),
            ("## Title {#}", "Title {#}", "title-", "Title {#}"), ("## Title {#a b}", "Title {#a b}", "title-a-b", "Title {#a b}"),
            ("## Title {#id} more", "Title {#id} more", "title-id-more", "Title {#id} more"),
            ("## Title {id}", "Title {id}", "title-id", "Title {id}"), ("## {#id}", "", "id", ""),
            ("## Title {#a} {#b}", "Title {#a}", "b", "Title {#a}"), ("## `{#id}`", "{#id}", "id", "<code>{#id}</code>"),
            ("## `x`", "x", "x", "<code>x</code>"), ("## `Foo.bar()`", "Foo.bar()", "foobar", "<code>Foo.bar()</code>"),
            ("## *a* `b` [c](d)", "a b c", "a-b-c", "<em>a</em> <code>b</code> <a {link d}>c</a>"),
            ("## ![alt](i) x", "alt x", "alt-x", "<img {image i} alt=\"alt\"> x"),
            ("## Cited [@a]", "Cited", "cited", "Cited{cite a}"), ("## See [[A|B]]", "See B", "see-b", "See {wiki A|B}"),
        ]
    )
    func heading(markdown: String, text: String, anchor: String, inner: String) throws {
        let page = ReadPage(markdown)
        let heading = try #require(page.document.headings.first)
        let block = try #require(page.document.blocks.first)
        #expect(heading.text == text)
        #expect(heading.anchor == anchor)
        #expect(block.plainText == text)
        #expect(page.contents(of: block) == inner)
        #expect(page.findings.isEmpty)
    }

    @Test func anIdThatAHeadingHasAlreadyIsToldAtTheSecond() {
        let page = ReadPage("## One {#x}\n\n## Two {#x}\n\n## Three\n\n## Four {#three}\n")
        #expect(page.told == ["duplicate-anchor 3:8-11", "duplicate-anchor 7:9-16"])
    }

    @Test func anAutomaticAnchorMakesWayForAnOwnOneBeforeIt() {
        let page = ReadPage("## One {#two}\n\n## Two\n")
        #expect(page.document.headings.map(\.anchor) == ["two", "two-1"])
        #expect(page.findings.isEmpty)
    }
}
