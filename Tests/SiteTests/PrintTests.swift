import Foundation
import Publish
import TestSupport
import Testing

@testable import Formats
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

    /// Two roles, a matrix, a guide with questions, and openings of lists that only a screen needs.
    private static let project = """
        -- handbook.yml --
        title: Crew
        -- content/index.md --
        # Crew

        ## Welcome

        See [the greeting](#welcome) and [Cook](roles/cook.md).
        -- content/map/index.md --
        # Map

        ## How to read it

        From left to right.
        -- content/changes.md --
        # Changes of mind

        See [the welcome](index.md#welcome), [how to read the map](map/index.md#how-to-read-it) and [the gaps](/gaps/).
        -- content/roles/cook.md --
        ---
        title: Cook
        summary: Cooks.
        involve: Before dinner.
        ---
        Cooks with the [baker](baker.md#skills).[^1] See [below](#skills) and ![a plan](plan.png).

        [^1]: Not on Mondays.

        ## Responsibilities

        - **Bake**: bakes.

        ## Skills

        - Heat

        ### Deeper

        Text.
        -- content/roles/plan.png --
        x
        -- content/roles/baker.md --
        ---
        title: Baker
        summary: Bakes.
        ---
        ## Skills

        - Heat
        -- content/relations/pair.md --
        ---
        between: [cook, baker]
        ---
        ## Overlap

        1. **Bread**: shared.

        ## Collaboration

        - They meet at dawn.[^1]

        [^1]: Rye as well.
        -- content/raci/daily.md --
        # Daily

        | Task | Cook | Baker |
        |---|---|---|
        | Bake | R | A |
        -- content/guides/who.md --
        # Who

        ## Questions

        ### Hungry?

        - **Yes**: call [Cook](../roles/cook.md).
        - **No**: wait.

        """

    @Test func headingsStandUnderTheChapters() async {
        let page = await BuiltSite(Self.project).page("print/")
        #expect(page.elements("h1").map(\.plainText) == ["Crew"])
        // The page that opens a chapter, then those in it.
        #expect(page.contains(#"<article class="book-page is-chapter of-roles" id="roles">"#))
        #expect(page.elements("h2").map(\.plainText).contains("Roles"))
        #expect(page.elements("h3").map(\.plainText).contains("Cook"))
        #expect(page.contains(#"<h4 id="roles/cook:skills">Skills</h4>"#))
        #expect(page.contains("<h5 id=\"roles/cook:deeper\">\nDeeper\n</h5>"))
        #expect(page.contains("<h2 id=\":welcome\">\nWelcome\n</h2>"))
    }

    @Test func linksLeadToThePlaceOnThePageOrOutOfIt() async {
        let page = await BuiltSite(Self.project).page("print/")
        for link in [
            ##"<a href="#roles/baker:skills">baker</a>"##, ##"<a href="#roles/cook:skills">below</a>"##,
            ##"<a href="#:welcome">the greeting</a>"##, ##"<a href="#roles/cook">Cook</a>"##,
            ##"<a href="#:welcome">the welcome</a>"##, ##"<a href="#map:how-to-read-it">how to read the map</a>"##,
            #"<a href="../gaps/index.html">the gaps</a>"#, #"<img src="../roles/plan.png""#,
            // Of the map only the opening is printed.
            ##"href="../map/index.html#role-cook""##,
        ] {
            #expect(page.contains(link), "\(link)")
        }
    }

    @Test func footnotesAreOnThePrintPageOnce() async {
        let site = await BuiltSite(Self.project)
        let page = site.page("print/")
        #expect(page.contains(##"<a id="roles/cook:role-cook-fnref-1" href="#roles/cook:role-cook-fn-1" role="doc-noteref">1</a>"##))
        #expect(page.contains(#"<li id="roles/cook:role-cook-fn-1">"#))
        #expect(page.contains(##"class="footnote-back" href="#roles/cook:role-cook-fnref-1""##))
        let ids = page.attribute("id")
        #expect(Set(ids).count == ids.count)
        // The pages of both roles show how they work together; the note is on the page that compares the two.
        let other = ##"href="#compare/cook/baker:relation-pair-fn-1" role="doc-noteref">1</a>"##
        #expect(page.text.components(separatedBy: other).count > 1)
        #expect(ids.contains("compare/cook/baker:relation-pair-fn-1"))
    }

    @Test func whatOnlyAScreenNeedsIsLeftOut() async {
        let page = await BuiltSite(Self.project).page("print/")
        let book = page.elements("main").first?.text ?? ""
        #expect(book.contains("inquiry-answer"))
        for part in [
            "<button", "<script", "<template", "<dialog", "<style", " hidden", "data-script", "inquiry-reset", "class=\"letters\"",
        ] {
            #expect(!book.contains(part), "\(part)")
        }
        #expect(book.components(separatedBy: "<nav").count == 2)
        // A landmark for each section of each page would be too many to find one's way by.
        for tag in book.components(separatedBy: "<section").dropFirst() { #expect(!tag.prefix { $0 != ">" }.contains("aria-label")) }
        #expect(!book.contains(#"role="region""#))
    }

    @Test func aTemplateOfTheProjectIsUsedToo() async {
        let role = """

            -- templates/role.mustache --
            {{<theme.role}}{{$role-facts}}
            <{{h2}} id="{{facts_id}}">Own {{title}}</{{h2}}>
            <h2>Plain</h2>{{#printed}}<p>On paper</p>{{/printed}}{{^printed}}<p>On a screen</p>{{/printed}}
            <p id="{{id_prefix}}mine">{{#next}}Next{{/next}}</p>
            {{/role-facts}}{{/theme.role}}
            -- templates/layout.mustache --
            {{<theme.layout}}{{$content-start}}<p>Around</p>{{/content-start}}{{/theme.layout}}
            """
        let site = await BuiltSite(Self.project + role)
        #expect(!site.findings.hasErrors, "\(site.report)")
        let (screen, print) = (site.page("roles/cook/"), site.page("print/"))
        #expect(screen.contains("<h2 id=\"facts\">Own Cook</h2>\n<h2>Plain</h2><p>On a screen</p>\n<p id=\"mine\">Next</p>"))
        #expect(print.contains("<h4 id=\"roles/cook:facts\">Own Cook</h4>\n<h2>Plain</h2><p>On paper</p>\n<p id=\"roles/cook:mine\"></p>"))
        #expect(screen.contains("<p>Around</p>") && !print.contains("<p>Around</p>"))
    }

    @Test(arguments: [
        ("roles/b/", nil, "#roles/b"), ("roles/b/", "y", "#roles/b:y"), ("roles/a/", "x", "#roles/a:x"), ("roles/a/", nil, "#roles/a"),
        ("roles/ü/", "ö", "#roles/%C3%BC:%C3%B6"), ("gaps/", "y", "../gaps/index.html#y"), ("", nil, "../index.html"),
        ("", "y", "../index.html#y"), ("", "x", "#:x"), ("map/", nil, "#map"), ("map/", "x", "#map:x"),
        ("map/", "role-a", "../map/index.html#role-a"),
    ])
    func addressesOnThePrintPage(address: String, fragment: String?, expected: String) {
        let pages = PrintedPages(["roles/a/", "roles/b/", "roles/ü/", "map/"], openings: ["": ["x"], "map/": ["x"]])
        let addresses = Addresses(from: "roles/a/", printed: pages)
        #expect(addresses.page(address, fragment: fragment) == expected)
        #expect(addresses.file("roles/x y.png") == "../roles/x%20y.png")
    }

    @Test func idsOfPagesThatLookAlikeAreNotTheSame() {
        let ids = [
            PrintedPages.id("a/b/"), PrintedPages.id("a/", "b"), PrintedPages.id("a-b/"), PrintedPages.id("a/b/", "c"),
            PrintedPages.id("a/", "b:c"),
            PrintedPages.id(""), PrintedPages.id("", "a"), PrintedPages.id("a/"),
        ]
        #expect(Set(ids).count == ids.count)
    }
}
