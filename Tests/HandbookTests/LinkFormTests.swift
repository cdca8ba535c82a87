import Diagnostics
import Handbook
import TestSupport
import Testing

/// Every form in which people write links: what leads somewhere does so, and what leads nowhere is reported.
@Suite struct LinkFormTests {
    private static let book = """
        -- handbook.yml --
        title: Kitchen
        markdown: {html: true}
        -- content/index.md --
        # Kitchen
        -- content/guides/b.md --
        # Guide B

        ## ⚠️ Careful
        ## Über uns
        ## Sec
        -- content/guides/deep/index.md --
        # Deep
        -- content/img/p.png --
        -- content/img/loaf.png --
        -- content/guides/plan.pdf --
        -- content/roles/cook.md --
        ---
        title: Cook
        summary: Cooks.
        ---
        ## Skills and tools
        -- content/roles/c-developer.md --
        ---
        title: C# Developer
        aliases: ["C #1"]
        summary: Writes.
        ---
        ## Skills
        -- content/faq.md --
        # FAQ
        -- content/guides/faq.md --
        # FAQ
        -- content/guides/overview.md --
        # Overview
        -- content/team/overview.md --
        # Overview

        """

    private func found(_ markdown: String) async -> [String] {
        let page = "-- content/guides/page.md --\n# Page\n\(markdown)\n"
        return await findings(in: Self.book + page).map { $0.replacing("content/guides/page.md:", with: "") }
    }

    @Test(
        arguments: [
            // From the root of the content, of the project, and of the site.
            "[x](/guides/b.md)", "[x](/guides/b.md#sec)", "![p](/img/p.png)", "[x](/content/guides/b.md)", "[x](/guides/b/)",
            "[x](/guides/b)", "[x](/guides/b/index.html#sec)", "![p](/content/img/p.png)", "[x](/guides/plan.pdf#page=2)",
            // A folder's page, and a page as a folder.
            "[x](../guides/b/#sec)", "[x](deep/)", "[x](/guides/deep/#deep)", "[x](../)",
            // The title is a heading.
            "[x](#page)", "[x](b.md#guide-b)", "[x](/#kitchen)",
            // GitHub's anchors, code point by code point.
            "[x](b.md#\u{FE0F}-careful)", "[x](b.md#%EF%B8%8F-careful)", "[x](b.md#über-uns)",
            // Text fragments.
            "[x](b.md#:~:text=word)", "[x](b.md#sec:~:text=a,b)", "[x](#:~:text=page%2Cone)", "[x](/guides/b/#sec:~:text=word)",
            // Names.
            "[[C# Developer]]", "[[C# Developer#Skills]]", "[[c# developer#skills|words]]", "[[C #1]]", "[[Cook#Skills and tools]]",
            "[[Cook#skills-and-tools]]", "[[cook # Skills and Tools]]", "[[Roles/Cook]]", "[[roles/cook.md#Skills and tools]]",
            "[[Roles/C# Developer]]", "![[loaf.png]]", "![[img/loaf.png|300]]", "Look: ![[p.png|A picture]]", "[[plan.pdf]]",
            "[[guides/faq]]", "[[team/overview]]", "[[B]]",
            // HTML.
            "<img src=\"../img/p.png\">", "<a href=\"b.md#sec\">x</a>", "<p>\n<a href='/guides/b.md'>x</a>\n</p>",
            "<img srcset=\"../img/p.png 1x, ../img/loaf.png 2x\" src=../img/p.png alt=\"\">", "<!-- <a href=\"gone.md\"> -->",
        ]
    )
    func leadsSomewhere(markdown: String) async {
        #expect(await found(markdown) == [])
    }

    @Test(
        arguments: [
            ("[x](/guides/b/#nope)", "2:5 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](/guides/b.md#nope)", "2:5 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](../guides/b/#nope)", "2:5 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](deep/#nope)", "2:5 dead-fragment: '#nope' is no heading of content/guides/deep/index.md"),
            ("[x](b#nope)", "2:5 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](b.md#nope:~:text=word)", "2:5 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](b.md#-careful)", "2:5 dead-fragment: '#-careful' is no heading of content/guides/b.md"),
            ("[x](b.md#u%CC%88ber-uns)", "2:5 dead-fragment: '#über-uns' is no heading of content/guides/b.md -> copy 'über-uns'"),
            ("[[C# Developer#Tools]]", "2:1 dead-fragment: '#Tools' is no heading of content/roles/c-developer.md"),
            ("<a href=\"b.md#nope\">x</a>", "2:10 dead-fragment: '#nope' is no heading of content/guides/b.md"),
            ("[x](/guides/gone.md)", "2:5 dead-link: '/guides/gone.md' leads to no file"),
            ("![x](/img/gone.png)", "2:6 dead-link: '/img/gone.png' is no file"),
            ("<p>\n<a href=\"gone.md\">x</a>\n</p>", "3:10 dead-link: 'gone.md' leads to no file"),
            ("<img alt=\"\" src='gone.png'>", "2:18 dead-link: 'gone.png' is no file"),
            ("<video poster=\"gone.png\"></video>", "2:16 dead-link: 'gone.png' is no file"),
            ("<a href=\"javascript:x()\">x</a>", "2:10 unsafe-link: 'javascript:' is no scheme for a link"),
            ("![[gone.png]]", "2:1 dead-link: 'gone.png' is no file"), ("[[gone.pdf]]", "2:1 dead-link: 'gone.pdf' is no file"),
            ("![[Cook]]", "2:1 dead-link: '![[Cook]]' is a page, which cannot be shown inside another -> link to it: [[Cook]]"),
            ("![[plan.pdf]]", "2:1 dead-link: '![[plan.pdf]]' is no image -> link to it: [[plan.pdf]]"),
            ("[x]()", "2:2 dead-link: a link has no address -> write it between ( and )"),
            ("[x](<>)", "2:2 dead-link: a link has no address"),
            ("[x](/guides/b/index.md)", "2:5 dead-link: '/guides/b/index.md' leads to no file -> there is content/guides/b.md"),
            ("[x](/guides/z.md)", "2:5 dead-link: '/guides/z.md' leads to no file -> write the page, or fix the link"),
            ("<video src=\"gone.mp4\"></video>", "2:13 dead-link: 'gone.mp4' leads to no file -> put the file at content/guides/gone.mp4"),
            ("[[#My part]]", "2:1 unknown-name: '#My part' alone is the name of no page -> write it as a link: [words](#my-part)"),
            ("[[Roles/Baker]]", "2:1 unknown-name: 'Roles/Baker' is the name of no page"),
            ("[[FAQ]]", "2:1 ambiguous-name: 'FAQ' may mean content/faq.md or content/guides/faq.md"),
            ("[[Overview#x]]", "2:1 ambiguous-name: 'Overview#x' may mean content/guides/overview.md or content/team/overview.md"),
        ]
    )
    func leadsNowhere(markdown: String, finding: String) async {
        let found = await found(markdown)
        #expect(found.count == 1 && found[0].hasPrefix(finding), "\(found)")
    }

    @Test(
        arguments: [
            (
                #"[p](C:\Users\x.docx)"#,
                #"'C:\Users\x.docx' is a path on one computer -> copy the file into the folder 'static' and link to '/x.docx'"#
            ),
            ("[p](D:/x.pdf)", "'D:/x.pdf' is a path on one computer -> copy the file into the folder 'static' and link to '/x.pdf'"),
            (
                #"![p](\\\\server\share\x.png)"#,
                #"'\\server\share\x.png' is a path on one computer -> copy the file into the folder 'static' and link to '/x.png'"#
            ),
            (#"[p](..\roles\cook.md)"#, #"'..\roles\cook.md' has backslashes -> write '../roles/cook.md', with slashes between folders"#),
            (#"![p](img\p.png)"#, #"'img\p.png' has backslashes -> write 'img/p.png', with slashes between folders"#),
            (
                "[p](file:///c:/x.pdf)",
                "'file:///c:/x.pdf' is a path on one computer -> copy the file into the folder 'static' and link to '/x.pdf'"
            ),
            ("[p](c:x.docx)", "'c:x.docx' is a path on one computer -> copy the file into the folder 'static' and link to '/x.docx'"),
            (#"[p](\guides\b.md)"#, #"'\guides\b.md' has backslashes -> write '/guides/b.md', with slashes between folders"#),
            (
                "[p](..%5Croles%5Ccook.md)",
                "'..%5Croles%5Ccook.md' has backslashes -> write '../roles/cook.md', with slashes between folders"
            ),
            (#"[[..\roles\cook]]"#, #"'..\roles\cook' has backslashes -> write '../roles/cook', with slashes between folders"#),
            (
                "<a href=\"c:\\x.pdf\">x</a>",
                #"'c:\x.pdf' is a path on one computer -> copy the file into the folder 'static' and link to '/x.pdf'"#
            ),
        ]
    )
    func aPathOnAComputerIsAnErrorWithTheRemedy(markdown: String, finding: String) async {
        let found = await found(markdown)
        #expect(found.count == 1 && found[0].hasSuffix(finding), "\(found)")
    }

    @Test(
        arguments: [
            ("[a][nope]", 1, "add a line '[nope]: ' with the address, or write [words](address)"),
            ("[nope][]", 1, "add a line '[nope]: '"), ("See ![a][the picture].", 5, "add a line '[the picture]: '"),
            ("[a](my page.md)", 1, "put an address with spaces in it between < and >"),
            ("[**a**](my page.md)", 7, "put an address with spaces"), ("![a](my picture.png)", 1, "put an address with spaces"),
            ("See [a] (b.md).", 5, "remove the space between ] and ("), ("See (the guide)[b.md].", 5, "write the words between [ and ]"),
            ("It is so.[^note]", 10, "add a line '[^note]: ' with the text of the footnote"),
            ("See [a](b.md and more", 5, "close it with )"), ("[a](b.md \"title)", 1, "close the title with \""),
            ("![x](/p.png =100x50)", 1, "leave the size out"), ("[[Cook]", 1, "close it with ]]"),
        ]
    )
    func whatReadsLikeALinkAndIsNoneIsReported(markdown: String, column: Int, help: String) async {
        let found = await found(markdown)
        #expect(found.count == 1 && found[0].hasPrefix("2:\(column) not-a-link: ") && found[0].contains("-> " + help), "\(found)")
    }

    @Test func aPipeInAWikiLinkInATableIsReported() async {
        let found = await found("\n| Who | What |\n|---|---|\n| [[Cook|her]] | x |")
        #expect(
            found.contains { $0.hasPrefix("5:3 not-a-link: '[[Cook' reads like a link and is none -> write \\| for a pipe") },
            "\(found)"
        )
        #expect(await self.found("\n| Who | What |\n|---|---|\n| [[Cook\\|her]] | x |") == [])
    }

    @Test(
        arguments: [
            #"\[a](my page.md)"#, #"\[a\]\[nope\]"#, "rows[i][j]", "`[a][nope]`", "[ ] to do", "[sic]", "a [b] c", "[a](<b.md> \"t\")",
            "[@page]\n\n    [a][nope]", "(see) [b]", "x[0](y)",
        ]
    )
    func otherBracketsAreText(markdown: String) async {
        let found = await found(markdown)
        #expect(!found.contains { $0.contains("not-a-link") }, "\(found)")
    }

    @Test(
        arguments: [
            ("##Skills", 2, "write '## Skills'"), ("Words.\n###Skills here", 3, "write '### Skills here'"),
            ("> ##Skills", 2, "write '## Skills'"),
        ]
    )
    func aHeadingWithoutASpaceIsReported(markdown: String, line: Int, help: String) async {
        let found = await found(markdown)
        #expect(
            found.count == 1 && found[0].hasPrefix("\(line):") && found[0].contains(" not-a-heading: ") && found[0].hasSuffix(help),
            "\(found)"
        )
    }

    @Test(arguments: ["#tag", "\\##Skills", "`##x`", "## Skills\n\nText.", "#1 is first", "```\n##x\n```"])
    func otherSignsAreText(markdown: String) async {
        #expect(await found(markdown) == [])
    }

    @Test func aTitleWithoutASpaceIsReported() async {
        let found = await findings(in: "-- content/a.md --\n#Title here\n\nText.\n")
        #expect(
            found.contains { $0.contains("a.md:1:1 not-a-heading: '#Title here' is text, not a heading -> write '# Title here'") },
            "\(found)"
        )
    }

    @Test func rolesTeamsAndTheLikeHaveNamesOfTheirOwn() async {
        let found = await findings(in: "-- content/roles/a.md --\n# FAQ\n-- content/roles/b.md --\n# FAQ\n")
        #expect(found.contains { $0.contains(" shared-name: 'FAQ'") }, "\(found)")
    }
}
