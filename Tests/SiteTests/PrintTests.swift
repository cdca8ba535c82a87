import Foundation
import Publish
import TestSupport
import Testing

@testable import Site

/// The whole handbook on one page, and the cards.
@Suite struct PrintTests {
    private static func site(_ folder: String) async throws -> BuiltSite {
        let root = Repository.root.appending(path: folder).path
        return await BuiltSite(try ProjectFolder.read(root, output: root + "/public").0)
    }

    @Test(arguments: ["", "Tests/Fixtures/station"])
    func everyIdIsThereOnceAndEveryLinkResolves(folder: String) async throws {
        let site = try await Self.site(folder)
        let page = site.page("print/")
        let ids = page.attribute("id")
        #expect(ids.count > 200)
        #expect(Set(ids).count == ids.count)
        let files = Set(site.result.files.map(\.path))
        let anchors = Set(ids)
        var inside = 0
        var known: [String: Set<String>] = [:]
        for href in page.attribute("href") + page.attribute("src") where !href.contains("://") && !href.hasPrefix("mailto:") {
            let halves = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if halves[0].isEmpty {
                inside += 1
                #expect(anchors.contains(halves[1].removingPercentEncoding ?? ""), "\(href)")
            } else {
                let target = PageRulesTests.join("print/index.html", halves[0])
                #expect(files.contains(target), "\(href)")
                if halves.count > 1 {
                    let there = known[target] ?? Set(HTML(site.text(target) ?? "").attribute("id"))
                    known[target] = there
                    #expect(there.contains(halves[1].removingPercentEncoding ?? ""), "\(href)")
                }
            }
        }
        #expect(inside > 500)
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for value in page.attribute(attribute) {
                for id in value.split(separator: " ") { #expect(anchors.contains(String(id)), "\(attribute) of \(id)") }
            }
        }
    }

    @Test func everyPageThatSomebodyWroteIsOnIt() async throws {
        let site = try await Self.site("")
        let page = site.page("print/")
        let ids = Set(page.attribute("id"))
        for (path, html) in site.pages {
            let address = String(path.dropLast("/index.html".count))
            let isComputed = html.contains(">Computed</span>") && path.hasPrefix("compare/")
            let isOther = [
                "index.html", "404.html", "gaps/index.html", "changes/index.html", "study/index.html",
                "tree/index.html",
            ]
            .contains(path)
            if isComputed || isOther || path.hasPrefix("print/") || path.hasPrefix("map/") {
                #expect(!ids.contains(address), "\(path)")
            } else {
                #expect(ids.contains(address), "\(path)")
            }
        }
        #expect(page.plainText.contains("Nothing is smoothed over"))
        #expect(page.elements("h1").map(\.plainText) == ["The AI team handbook"])
        #expect(!page.contains("<button type=\"reset\"") && !page.contains("class=\"areas\"") && !page.contains("class=\"search\""))
        // Questions on a page are a form, and what follows from their answers can be read without it.
        #expect(page.contains("inquiry-answer"))
    }

    @Test func searchEnginesAreNotToldOfIt() async {
        let project = "-- handbook.yml --\nbase_url: https://example.org/\n-- content/index.md --\n# Home\n-- content/a.md --\n# A\n"
        let site = await BuiltSite(project)
        #expect(site.page("print/").contains(#"<meta name="robots" content="noindex">"#))
        #expect(site.text("sitemap.xml")?.contains("print") == false)
        #expect(!site.page("a/").contains("noindex"))
    }

    @Test func itIsOffWhenTheSettingsSayOrTheHandbookIsTooLarge() async {
        let pages = "-- content/index.md --\n# Home\n" + (0..<501).map { "-- content/p\($0).md --\n# Page \($0)\n" }.joined()
        let large = await BuiltSite(pages)
        #expect(large.page("print/").contains("is not on one page here"))
        let wanted = await BuiltSite(pages + "-- handbook.yml --\nprint: on\n")
        #expect(wanted.page("print/").attribute("id").contains("p500"))
        let off = await BuiltSite("-- content/index.md --\n# Home\n-- content/a.md --\n# A\n-- handbook.yml --\nprint: off\n")
        #expect(off.page("print/").contains("is not on one page here"))
        let wrong = await BuiltSite("-- content/index.md --\n# Home\n-- handbook.yml --\nprint: maybe\n")
        #expect(wrong.report.contains("'print' is 'maybe', not one of on, off"))
    }

    @Test func everyRoleHasACardAndALinkToIt() async throws {
        let site = try await Self.site("")
        let cards = site.page("print/cards/").elements("article", "fact-card")
        #expect(cards.count == 22)
        for path in site.result.files.map(\.path)
        where path.hasPrefix("roles/") && path.hasSuffix("/index.html") && path != "roles/index.html" {
            let slug = path.split(separator: "/")[1]
            #expect(site.text(path)?.contains("href=\"../../print/cards/index.html#card-\(slug)\"") == true, "\(path)")
            #expect(site.page("print/cards/").attribute("id").contains("card-\(slug)"))
        }
        let card = try #require(cards.first { $0.elements("h2").first?.plainText == "Data Engineer" })
        for words in ["Data Eng", "Clean, versioned datasets", "Data freshness", "ETL", "Building the data pipeline", "Productization"] {
            #expect(card.plainText.contains(words), "\(words)")
        }
    }

    @Test(arguments: [
        ("<h2 id=\"x\">T</h2>", "<h4 id=\"roles/a:x\">T</h4>"), ("<h6>T</h6>", "<h6>T</h6>"),
        ("<a href=\"#x\">T</a>", "<a href=\"#roles/a:x\">T</a>"),
        ("<a href=\"../../roles/b/index.html\">T</a>", "<a href=\"#roles/b\">T</a>"),
        ("<a class=\"k\" href='../../roles/b/index.html#y'>T</a>", "<a class=\"k\" href=\"#roles/b:y\">T</a>"),
        ("<a href=\"../../gaps/index.html#y\">T</a>", "<a href=\"../gaps/index.html#y\">T</a>"),
        ("<a href=\"../../index.html\">T</a>", "<a href=\"../index.html\">T</a>"),
        ("<a href=\"../../a&#39;b.csv\">T</a>", "<a href=\"../a&#39;b.csv\">T</a>"),
        ("<a href=\"https://example.org/#x\">T</a>", "<a href=\"https://example.org/#x\">T</a>"),
        ("<a href=\"mailto:a@example.org\">T</a>", "<a href=\"mailto:a@example.org\">T</a>"),
        ("<ul aria-labelledby=\"a b\"></ul>", "<ul aria-labelledby=\"roles/a:a roles/a:b\"></ul>"),
        ("<section class=\"k\" aria-labelledby=\"a\">x</section>", "<section class=\"k\">x</section>"),
        ("<section aria-label=\"F\"><section>x</section></section>", "<div aria-label=\"F\"><section>x</section></div>"),
        ("<div role=\"region\" tabindex=\"0\">x</div>", "<div role=\"group\" tabindex=\"0\">x</div>"),
        ("<path fill=\"url(#p)\"/>", "<path fill=\"url(#roles/a:p)\"/>"),
        ("<img src=\"../../x.png\" alt=\"\">", "<img src=\"../x.png\" alt=\"\">"),
        ("a<nav><nav>b</nav></nav>c<form hidden><p>d</form>e", "ace"), ("a<form data-script><p>b</form>c", "ac"),
        ("<form><input hidden>a<br hidden>b<section hidden><section>c</section></section>d</form>", "<form>abd</form>"),
        ("<script>if (a < b) { }</script>x", "x"),
        ("<!-- <h2 id=\"x\"> -->x", "<!-- <h2 id=\"x\"> -->x"), ("1 < 2 &lt; 3", "1 < 2 &lt; 3"),
        ("<p title=\"a > b\">x", "<p title=\"a > b\">x"),
        ("<input disabled><br/>", "<input disabled><br/>"), ("<h2 id=\"x", "<h4 id=\"roles/a:x\">"), ("<", "<"), ("</", "</"), ("", ""),
    ])
    func aPageIsMadeFitForTheOnePage(html: String, expected: String) {
        let printed = PrintedHTML(address: "roles/a/", demotion: 2, printed: ["roles/a/", "roles/b/"])
        #expect(printed.rewritten(html) == expected)
    }

    @Test func idsOfPagesThatLookAlikeAreNotTheSame() {
        let ids = [
            PrintedHTML.id("a/b/"), PrintedHTML.id("a/", "b"), PrintedHTML.id("a-b/"), PrintedHTML.id("a/b/", "c"),
            PrintedHTML.id("a/", "b:c"),
            PrintedHTML.id(""), PrintedHTML.id("", "a"), PrintedHTML.id("a/"),
        ]
        #expect(Set(ids).count == ids.count)
    }
}
