import Foundation
import TestSupport
import Testing

/// Links as pages have them, in every form in which their authors write them.
@Suite struct LinkFormPageTests {
    private static let around = """
        -- handbook.yml --
        title: Kitchen
        markdown: {html: true}
        -- content/index.md --
        # Kitchen
        -- content/guides/b.md --
        # Guide B

        ## ⚠️ Careful
        -- content/img/p.png --
        -- content/guides/plan.pdf --
        -- content/roles/cook.md --
        ---
        title: Cook
        summary: Cooks.
        ---
        ## Skills and tools
        - **Soup**: cooks it.

        """

    private static func page(_ markdown: String) async -> (site: BuiltSite, text: String) {
        let site = await BuiltSite(around + "-- content/guides/page.md --\n# Page\n\(markdown)\n")
        return (site, site.text("guides/page/index.html") ?? "")
    }

    @Test(
        arguments: [
            ("[x](/guides/b.md)", #"<a href="../../guides/b/index.html">x</a>"#),
            ("![p](/img/p.png)", #"<img src="../../img/p.png" alt="p">"#),
            ("[x](/guides/b#guide-b)", ##"<a href="../../guides/b/index.html#guide-b">x</a>"##),
            ("[x](b.md#\u{FE0F}-careful)", ##"<a href="../../guides/b/index.html#%EF%B8%8F-careful">x</a>"##),
            ("[x](#page)", ##"<a href="#page">x</a>"##),
            ("[x](b.md#:~:text=a%2Cb,c)", ##"<a href="../../guides/b/index.html#:~:text=a%2Cb,c">x</a>"##),
            ("[x](plan.pdf#page=3)", ##"<a href="../../guides/plan.pdf#page=3">x</a>"##),
            ("[[Cook#Skills and tools]]", ##"<a href="../../roles/cook/index.html#skills-and-tools">Cook</a>"##),
            ("[[Roles/Cook|x]]", #"<a href="../../roles/cook/index.html">x</a>"#),
            ("![[p.png]]", #"<img src="../../img/p.png" alt="p">"#),
            ("![[p.png|300]]", #"<img src="../../img/p.png" width="300" alt="p">"#),
            ("![[img/p.png|A pan]]", #"<img src="../../img/p.png" alt="A pan">"#),
            ("[[plan.pdf]]", #"<a href="../../guides/plan.pdf">plan.pdf</a>"#),
            ("<a href=\"b.md\">x</a>", #"<a href="../../guides/b/index.html">x</a>"#),
            ("<p>\n<img alt='' src=../img/p.png>\n</p>", #"<img alt='' src="../../img/p.png">"#),
            ("<img srcset=\"../img/p.png 2x, /img/p.png 3x\">", #"<img srcset="../../img/p.png 2x, ../../img/p.png 3x">"#),
            ("<a id=\"b\" HREF='https://example.org/?a&amp;b'>x</a>", #"<a id="b" HREF='https://example.org/?a&amp;b'>x</a>"#),
        ]
    )
    func leadsWhereItsAuthorMeant(markdown: String, html: String) async {
        let (site, text) = await Self.page(markdown)
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(text.contains(html), "\(text)")
    }

    @Test func aTitleThatIsAHeadingHasItsID() async {
        let (site, text) = await Self.page("Back to [the top](#page).")
        #expect(text.contains(#"<h1 id="page">Page</h1>"#))
        // A title in front matter is not a heading, and has no anchor to link to.
        #expect(site.text("roles/cook/index.html")?.contains("<h1>Cook</h1>") == true)
        #expect(site.text("index.html")?.contains(#"<h1 id="kitchen">Kitchen</h1>"#) == true)
        #expect(site.text("print/index.html")?.contains(##"<a href="#guides/page:page">the top</a>"##) == true)
        #expect(site.text("print/index.html")?.contains(#"id="guides/page:page""#) == true)
    }

    @Test(
        arguments: [
            ("[x](/roles/#nope)", "'#nope' is no part of /roles/"), ("[x](../roles/#nope)", "'#nope' is no part of /roles/"),
            ("[x](/#nope)", "'#nope' is no heading of content/index.md"),
            ("[x](../index.md#nope)", "'#nope' is no heading of content/index.md"),
            ("<a href=\"/roles/#nope\">x</a>", "'#nope' is no part of /roles/"),
            ("[x](/guides/b/#nope)", "'#nope' is no heading of content/guides/b.md"),
        ]
    )
    func aDeadFragmentIsFoundOnPagesOfTheSiteToo(markdown: String, message: String) async {
        let (site, _) = await Self.page(markdown)
        let found = site.findings.all.filter { $0.rule.id == "dead-fragment" }
        #expect(found.map(\.message) == [message], "\(site.report)")
    }

    @Test(arguments: ["[x](/roles/#unsorted)", "[x](/#unsorted)", "[x](/#kitchen)", "[x](/roles/#top)"])
    func anAnchorOfThePageIsNone(markdown: String) async {
        let (site, _) = await Self.page(markdown)
        #expect(!site.findings.hasErrors, "\(site.report)")
    }

    @Test(arguments: ["map", "gaps", "eras", "skills", "changes", "study", "names", "teams/index", "raci/index", "compare"])
    func aPageAtTheAddressOfAnAreaThatIsNotThereIsPlain(path: String) async {
        let site = await BuiltSite("-- content/\(path).md --\n# Own words\n\nHello.\n-- content/index.md --\n# Home\n")
        #expect(!site.findings.hasErrors, "\(site.report)")
        let address = path.replacing("/index", with: "") + "/"
        let text = site.text(address + "index.html") ?? ""
        #expect(text.contains(#"<h1 id="own-words">Own words</h1>"#) && text.contains("<p>Hello.</p>"), "\(text)")
        let files = Set(site.result.files.map(\.path))
        for (page, html) in site.pages where page != "404.html" {
            let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
            for href in html.text.matches(of: /href="([^"#:]+)["#]/).map({ String($0.output.1) }) {
                let target = URL(fileURLWithPath: href.removingPercentEncoding ?? href, relativeTo: folder).standardizedFileURL.path
                    .dropFirst()
                #expect(files.contains(String(target)), "\(page) links to \(href)")
            }
        }
    }

    @Test func whatAMatrixSaysIsNoGap() async {
        let site = await BuiltSite(
            Self.around + "-- content/raci/day.md --\n# Day\n\n| Task | Cook |\n|---|---|\n| Bake | A/R |\n"
        )
        let text = site.text("roles/cook/index.html") ?? ""
        #expect(!text.contains("No source says"))
        #expect(text.contains("Not stated") && !text.contains("<li>Decides on</li>") && !text.contains("<li>Decides</li>"), "\(text)")
    }
}
