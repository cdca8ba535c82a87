import Handbook
import Testing

@testable import Site

/// Old addresses of pages: `redirect_from`.
@Suite struct RedirectTests {
    private static func site(_ old: String, more: String = "") async -> BuiltSite {
        await BuiltSite(
            """
            -- handbook.yml --
            language: en
            -- content/index.md --
            # Home
            -- content/roles/cook.md --
            ---
            title: Cook
            redirect_from: [\(old)]
            ---
            ## Skills
            - **Soup**: hot.
            - **Bread**: fresh.
            - **Sauce**: thick.
            -- content/roles/baker.md --
            ---
            title: Baker
            ---
            ## Skills
            - **Soup**: hot.
            - **Bread**: fresh.
            - **Sauce**: thick.
            -- content/guides/rules.md --
            # Rules
            \(more)
            """
        )
    }

    private static func errors(_ site: BuiltSite) -> [String] {
        site.report.split(separator: "\n").map(String.init).filter { $0.hasPrefix("error") }
    }

    @Test(arguments: ["/roles/chef/", "roles/chef", "/roles/chef/index.html"])
    func anOldAddressHasASmallPage(old: String) async throws {
        let site = await Self.site(old)
        #expect(Self.errors(site).isEmpty, "\(site.report)")
        let page = try #require(site.text("roles/chef/index.html"))
        #expect(page.contains(#"<meta http-equiv="refresh" content="0; url=../../roles/cook/index.html">"#))
        #expect(page.contains(#"<link rel="canonical" href="../../roles/cook/index.html">"#))
        #expect(page.contains(#"<meta name="robots" content="noindex">"#))
        #expect(page.contains(#"<a href="../../roles/cook/index.html">Cook</a>"#))
        #expect(page.contains(#"data-target="../../roles/cook/index.html"></script>"#))
        #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("<script>"))
    }

    @Test func filesFromOtherSitesAndLettersOfAllLanguagesToo() async throws {
        let site = await Self.site("/team/köche.html, /küche/")
        #expect(Self.errors(site).isEmpty, "\(site.report)")
        #expect(try #require(site.text("team/köche.html")).contains("url=../roles/cook/index.html"))
        #expect(try #require(site.text("küche/index.html")).contains("url=../roles/cook/index.html"))
    }

    @Test func comparisonsOfARoleHaveTheirOldAddressesToo() async throws {
        let site = await Self.site("/roles/chef/")
        let page = try #require(site.text("compare/baker/chef/index.html"))
        #expect(page.contains("url=../../../compare/baker/cook/index.html"))
        // In the other order too: the old name may have stood first.
        #expect(site.text("compare/chef/baker/index.html") != nil)
        // An address that is no role's gives none.
        let other = await Self.site("/people/chef/")
        #expect(other.text("compare/baker/chef/index.html") == nil)
    }

    @Test func theSitemapAndTheNamesAreSilent() async {
        let site = await BuiltSite(
            """
            -- handbook.yml --
            base_url: https://example.org/book/
            -- content/index.md --
            # Home
            -- content/guide.md --
            ---
            title: Guide
            redirect_from: [/old-guide/]
            ---
            """
        )
        #expect(site.text("sitemap.xml")?.contains("old-guide") == false)
        #expect(site.text("old-guide/index.html")?.contains(#"<link rel="canonical" href="https://example.org/book/guide/">"#) == true)
    }

    @Test(arguments: [
        ("/roles/baker/", "error[redirect-clash]: '/roles/baker/' is the address of another page"),
        ("/Roles/Baker/", "error[redirect-clash]: '/Roles/Baker/' is the address of another page"),
        ("/roles/cook/", "error[redirect-clash]: '/roles/cook/' is the page's own address"),
        ("/roles/chef/, roles/chef", "error[redirect-clash]: '/roles/chef/' is there twice"),
        ("/handbook.json/", "error[redirect-clash]: '/handbook.json/' is where the file 'handbook.json' stands"),
        ("https://example.org/x/", "error[invalid-redirect]: 'https://example.org/x/' is an address of another site"),
        ("/roles/chef/#skills", "error[invalid-redirect]: '/roles/chef/#skills' has more than a path; anchors lead on by themselves"),
        ("../roles/chef/", "error[invalid-redirect]: '../roles/chef/' does not count from the site's root"),
        ("/", "error[invalid-redirect]: '/' is the address of the home page"),
        ("roles/chef.md", "error[invalid-redirect]: 'roles/chef.md' is a file's path, not an address"),
    ])
    func whatCannotBeIsAnError(old: String, message: String) async {
        let site = await Self.site(old.split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ", "))
        #expect(Self.errors(site) == [message], "\(site.report)")
    }

    @Test func anAddressThatWasTwoPagesIsAnError() async {
        let second = "-- content/more.md --\n---\ntitle: More\nredirect_from: [/roles/chef/]\n---\n"
        let site = await Self.site("/roles/chef/", more: second)
        #expect(Self.errors(site) == ["error[redirect-clash]: '/roles/chef/' is an old address of another page"], "\(site.report)")
    }

    @Test func aLinkToAnOldAddressNamesThePage() async {
        let site = await Self.site("/roles/chef/", more: "See [the chef](/roles/chef/).")
        #expect(site.report.contains("error[dead-link]: '/roles/chef/' is an old address"), "\(site.report)")
        #expect(site.report.contains("link to its page: content/roles/cook.md"))
    }
}
