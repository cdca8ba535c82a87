import TestSupport
import Testing

@testable import Handbook

@Suite("Links")
struct LinkTests {
    private static let book = """
        -- content/index.md --
        # Home

        ## Ways in
        -- content/guides/how to.md --
        # How to

        ## First step
        ## Zweiter Schritt über
        -- content/guides/index.md --
        # Guides
        -- content/guides/plan.pdf --
        -- content/guides/a b.png --
        -- static/logo.svg --
        -- content/roles/data-engineer.md --
        ---
        title: Data Engineer
        summary: S.
        ---
        ## Skills
        -- content/activities/release.md --
        ---
        title: Release
        ---
        -- content/lifecycle/release.md --
        ---
        title: Release
        ---

        """

    private func found(_ markdown: String, settings: String = "") async -> [String] {
        let page = "-- content/guides/page.md --\n# Page\n\(markdown)\n"
        return await findings(in: Self.book + page + (settings.isEmpty ? "" : "-- handbook.yml --\n\(settings)\n"))
    }

    @Test(
        "A link that leads somewhere is no finding",
        arguments: [
            "[x](../roles/data-engineer.md)", "[x](../roles/data-engineer.md#skills)", "[x](how%20to.md#first-step)", "[x](<how to.md>)",
            "[x](how%20to.md#zweiter-schritt-%C3%BCber)", "[x](<how to.md#zweiter-schritt-über>)", "[x](./plan.pdf)",
            "[x](../roles/data-engineer)",
            "[x](../guides/)", "[x](.)", "[x](./)", "[x](..)", "[x](../)", "[x](../roles/)", "[x](../relations)", "![x](<a b.png>)",
            "![x](a%20b.png)",
            "![x](../../static/logo.svg)", "[x](/logo.svg)", "[x](/compare/)", "[x](#page)", "[x](#)", "[x](#top)", "[x](?q=1)",
            "[x](plan.pdf?v=2#page=3)",
            "[x](https://example.org/a#b)", "<https://example.org>", "[x](//example.org)", "[x](mailto:a@example.org)", "[x](tel:+1)",
            "![x](data:image/png;base64,AAAA)", "![x](https://example.org/a.png)", "[[Data Engineer]]", "[[data engineer#skills|words]]",
            "[[stage:Release]]", "[[guides/how-to]]", "[[How to]]", "`[x](nowhere.md)`", "`[[Nobody]]`",
        ]
    )
    func alive(markdown: String) async {
        #expect(await found(markdown) == [])
    }

    @Test(
        "A dead link says what there is instead",
        arguments: [
            ("[x](data-engineer.md)", "2:5 dead-link: 'data-engineer.md' leads to no file -> there is content/roles/data-engineer.md"),
            (
                "[x](../roles/data-enginer.md)",
                "2:5 dead-link: '../roles/data-enginer.md' leads to no file -> did you mean content/roles/data-engineer.md?"
            ),
            ("[x](release)", "2:5 dead-link: 'release' leads to no file -> there is content/activities/release.md"),
            ("[x](unheard-of.md)", "2:5 dead-link: 'unheard-of.md' leads to no file -> write the page, or fix the link"),
            ("[x](../../../etc/passwd)", "2:5 dead-link: '../../../etc/passwd' leads to no file -> write the page, or fix the link"),
            (
                "[x](%2e%2e/%2e%2e/%2e%2e/x.md)",
                "2:5 dead-link: '%2e%2e/%2e%2e/%2e%2e/x.md' leads to no file -> write the page, or fix the link"
            ),
            ("[x](nowhere/)", "2:5 dead-link: 'nowhere/' leads to no file -> write the page, or fix the link"),
            ("[x](plan.pdf/)", "2:5 dead-link: 'plan.pdf/' leads to no file -> there is content/guides/plan.pdf"),
            ("![x](a_b.png)", "2:6 dead-link: 'a_b.png' is no file -> did you mean content/guides/a b.png?"),
            ("![x](sky.jpeg)", "2:6 dead-link: 'sky.jpeg' is no file -> put the image at content/guides/sky.jpeg, or fix the link"),
            ("![x](../roles/data-engineer.md)", "2:6 dead-link: '../roles/data-engineer.md' is no image -> link to an image's file"),
        ]
    )
    func dead(markdown: String, finding: String) async {
        #expect(await found(markdown) == ["content/guides/page.md:" + finding])
    }

    @Test(
        "A dead fragment names the anchor that is near",
        arguments: [
            (
                "[x](../roles/data-engineer.md#skill)",
                "2:5 dead-fragment: '#skill' is no heading of content/roles/data-engineer.md -> did you mean 'skills'?"
            ),
            ("[x](#nothing)", "2:5 dead-fragment: '#nothing' is no heading of content/guides/page.md -> known anchors there: page"),
            (
                "[x](../activities/release.md#a)",
                "2:5 dead-fragment: '#a' is no heading of content/activities/release.md -> link to the page as a whole: it has no headings"
            ),
            (
                "[[Data Engineer#tools]]",
                "2:1 dead-fragment: '#tools' is no heading of content/roles/data-engineer.md -> known anchors there: skills"
            ),
        ]
    )
    func deadFragment(markdown: String, finding: String) async {
        #expect(await found(markdown) == ["content/guides/page.md:" + finding])
    }

    @Test(
        "A scheme that runs code or reads files is found in any disguise",
        arguments: [
            ("[x](javascript:alert(1))", "javascript"), ("[x](JavaScript:alert(1))", "javascript"),
            ("[x](<java\tscript:alert(1)>)", "javascript"),
            ("[x](< javascript:alert(1)>)", "javascript"), ("[x](&#106;avascript:alert(1))", "javascript"),
            ("[x](javascript&colon;alert(1))", "javascript"),
            ("[x](javascript&#58;alert(1))", "javascript"), ("[x](java&Tab;script:alert(1))", "javascript"),
            ("[x](java&#10;script:alert(1))", "javascript"),
            ("[x](javascript\\:alert(1))", "javascript"), ("[x](vbscript:x)", "vbscript"),
            ("[x](data:text/html,x)", "data"), ("[x](data:image/png;base64,AA)", "data"), ("[x](file:///etc/passwd)", "file"),
            ("[x](FILE:/etc)", "file"),
            ("![x](javascript:alert(1))", "javascript"), ("![x](data:text/html,x)", "data"), ("<javascript:alert(1)>", "javascript"),
            ("[x][y]\n\n[y]: javascript:alert(1)", "javascript"),
        ]
    )
    func unsafe(markdown: String, scheme: String) async {
        let found = await found(markdown)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix("content/guides/page.md:2:") == true)
        let isFile = scheme == "file"
        #expect(found.first?.contains(" unsafe-link: ") == true, "\(found)")
        #expect(
            found.first?.contains(isFile ? "' is a path on one computer -> copy" : "'\(scheme):' is no scheme for a link -> link") == true
        )
    }

    @Test(
        "A scheme is what a browser takes for one",
        arguments: [
            ("javascript:x", "javascript"), ("\u{1}java\nscript:x", "javascript"), (" \u{7F}DATA:x", "data"), ("a.md", nil), ("a/b:c", nil),
            ("#a:b", nil),
            ("?a:b", nil), (":a", nil), ("1a:b", nil), ("h2+x-y.z:b", "h2+x-y.z"), ("", nil), ("jävascript:x", nil),
        ] as [(String, String?)]
    )
    func schemes(url: String, scheme: String?) {
        #expect(LinkResolver.scheme(of: url) == scheme)
    }

    @Test(
        "A wiki link leads to one page",
        arguments: [
            ("See [[Data Enginer]].", "2:5 unknown-name: 'Data Enginer' is the name of no page -> did you mean 'Data Engineer'?"),
            ("[[Astronaut]]", "2:1 unknown-name: 'Astronaut' is the name of no page -> write the page, or name another one"),
            ("[[#skills]]", "2:1 unknown-name: '#skills' alone is the name of no page -> write it as a link: [words](#skills)"),
            (
                "[[release]]",
                "2:1 ambiguous-name: 'release' may mean content/activities/release.md or content/lifecycle/release.md -> "
                    + "name one with its kind: activity:release, stage:release"
            ),
            ("[[role:release]]", "2:1 unknown-name: 'role:release' is the name of no page -> write the page, or name another one"),
        ]
    )
    func wikiLinks(markdown: String, finding: String) async {
        #expect(await found(markdown) == ["content/guides/page.md:" + finding])
    }

    @Test("A citation names a source, in the body and in the front matter")
    func citations() async {
        let page = "-- content/guides/page.md --\n---\ntitle: Page\nsummary: All of it. [@ons; @two]\n---\nText. [@one, p. 3; @three]\n"
        let found = await findings(in: "-- content/sources/one.md --\n# One\n-- content/sources/two.md --\n# Two\n" + page)
        #expect(
            found == [
                "content/guides/page.md:3:22 unknown-source: 'ons' is no source -> did you mean 'one'?",
                "content/guides/page.md:5:20 unknown-source: 'three' is no source -> known sources: one, two",
            ]
        )
        #expect(
            await findings(in: "-- content/a.md --\n# A\nText. [@one]\n") == [
                "content/a.md:2:8 unknown-source: 'one' is no source -> add a page 'one.md' to the folder 'sources'"
            ]
        )
    }

    @Test("Ids that raw HTML gives are anchors where raw HTML is kept")
    func htmlAnchors() async {
        let markdown = "<a id=\"here\"></a>\n\n[x](#here)"
        #expect(await found(markdown, settings: "markdown: {html: true}") == [])
        #expect(
            await found(markdown).map { $0.prefix(38) } == [
                "content/guides/page.md:2:1 raw-html: '", "content/guides/page.md:4:5 dead-fragme",
            ]
        )
    }

    @Test("Raw HTML is told of with its tag; comments and closing tags are not")
    func rawHTML() async {
        #expect(
            await found("<div class=\"x\">\n\ntext <b>bold</b>\n\n</div>\n<!-- note -->") == [
                "content/guides/page.md:2:0 raw-html: '<div>' is left out -> write it in Markdown, or set 'markdown: {html: true}' in handbook.yml",
                "content/guides/page.md:4:6 raw-html: '<b>' is left out -> write it in Markdown, or set 'markdown: {html: true}' in handbook.yml",
            ]
        )
    }
}
