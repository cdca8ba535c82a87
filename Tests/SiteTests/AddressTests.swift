import Handbook
import Testing

@testable import Site

/// Addresses on the pages of a site.
@Suite struct SiteAddressTests {
    @Test func notFoundPageUsesTheSitesAddressAndItsOwnStyle() async {
        let project = "-- content/index.md --\n# Home\n"
        let without = await BuiltSite(project)
        let with = await BuiltSite(project + "-- handbook.yml --\nbase_url: https://example.org/book\n")
        #expect(without.text("404.html")?.contains(#"href="/""#) == true)
        #expect(with.text("404.html")?.contains(#"href="https://example.org/book/""#) == true)
        #expect(with.text("404.html")?.contains("<style>") == true)
        #expect(with.text("404.html")?.contains("stylesheet") == false)
    }

    @Test func sitemapNeedsAnAddressAndListsEveryPage() async {
        let project = "-- content/index.md --\n---\nupdated: 2026-01-31\n---\n# Home\n-- content/a&b.md --\n# A\n"
        let without = await BuiltSite(project)
        #expect(without.text("sitemap.xml") == nil)
        #expect(without.text("robots.txt") == "User-agent: *\nAllow: /\n")
        let with = await BuiltSite(project + "-- handbook.yml --\nbase_url: https://example.org/book/\n")
        #expect(with.text("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://example.org/book/sitemap.xml\n")
        #expect(
            with.text("sitemap.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <url><loc>https://example.org/book/</loc><lastmod>2026-01-31</lastmod></url>
                  <url><loc>https://example.org/book/names/</loc></url>
                  <url><loc>https://example.org/book/a-b/</loc></url>
                </urlset>

                """
        )
        #expect(with.page("").contains(#"<link rel="canonical" href="https://example.org/book/">"#))
    }

    @Test func theSitemapHasTheDayOfAPagesLastChange() async {
        let project = ChangesPageTests.first.replacing("title: The Herald\n", with: "title: A\nbase_url: https://example.org/\n")
        let changed = Upkeep(lastChanges: ["content/roles/editor.md": Moment(seconds: 1_769_817_600)])
        let site = await BuiltSite(project, upkeep: changed)
        let lines = (site.text("sitemap.xml") ?? "").split(separator: "\n")
        func day(_ address: String) -> String? {
            lines.first { $0.contains("<loc>https://example.org/\(address)</loc>") }
                .flatMap { $0.firstMatch(of: /<lastmod>(.*)<\/lastmod>/).map { String($0.1) } }
        }
        // A list of pages has none of its own, and what is not known is not told.
        #expect(day("roles/reporter/") == nil && lines.contains { $0.contains("https://example.org/roles/reporter/<") })
        #expect(day("roles/editor/") == "2026-01-31")
        #expect(day("roles/") == nil && lines.contains { $0.contains("https://example.org/roles/<") })
    }

    @Test func aBrowserIsToldHowToSearchWhereTheAddressIsKnown() async throws {
        let project = "-- content/index.md --\n# Home\n-- content/a.md --\n# A\n"
        let without = await BuiltSite(project)
        #expect(without.text("opensearch.xml") == nil && without.text("index.html")?.contains("opensearch") == false)
        let with = await BuiltSite(
            "-- handbook.yml --\ntitle: A handbook of rather many & long words\nbase_url: https://example.org/b/\n" + project
        )
        let description = try Element.parse(with.text("opensearch.xml") ?? "")
        #expect(description.name == "OpenSearchDescription" && description.namespace == "http://a9.com/-/spec/opensearch/1.1/")
        #expect(description.first("ShortName")?.text == "A handbook of" && description.all("ShortName").count == 1)
        #expect(description.first("Description")?.text == "A handbook of rather many & long words")
        #expect(description.all("Url").first?.attributes["template"] == "https://example.org/b/names/?q={searchTerms}")
        #expect(with.page("a/").attribute("href").contains("../opensearch.xml"))
    }

    @Test func editLinksNameThePagesFile() async {
        let site = await BuiltSite(
            "-- handbook.yml --\nedit_url: https://example.org/edit/main/{path}\n-- content/index.md --\n# Home\n-- content/a b.md --\n# A\n"
        )
        #expect(site.page("a-b/").attribute("href").contains("https://example.org/edit/main/content/a%20b.md"))
    }

    @Test func aLinkByAddressMustLeadToAPage() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\nSee [a](/a/) and [b](/bb/).\n-- content/a.md --\n# A\n")
        #expect(site.page("").attribute("href").contains("a/index.html"))
        #expect(site.report.contains("error[dead-link]: '/bb/' is no address of the site\n  --> content/index.md:2:"))
    }
}
