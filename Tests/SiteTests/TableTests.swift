import Foundation
import Handbook
import Publish
import TestSupport
import Testing

@testable import Site

/// Tables of facts, and the files beside them.
@Suite struct TableTests {
    private static func sites() async throws -> [BuiltSite] {
        let root = Repository.root.appending(path: "Tests/Fixtures/station").path
        let (files, _) = try ProjectFolder.read(root, output: root + "/public")
        return [try await BuiltSite.defaultHandbook(), await BuiltSite(files)]
    }

    @Test func everyTableOfFactsHasAFileThatSaysTheSame() async throws {
        var tables = 0
        for site in try await Self.sites() {
            for (path, html) in site.pages {
                let parts = html.text.components(separatedBy: "<div class=\"table-part").dropFirst()
                #expect(html.text.components(separatedBy: "<table class=").count - 1 == parts.count, "\(path) has a table without a file")
                for part in parts {
                    let href = HTML(part).attribute("href").first { $0.hasSuffix(".csv") } ?? ""
                    let file = PageRulesTests.join(path, href)
                    let rows = try #require(CSVText(site.text(file) ?? "").rows, "\(file), which \(path) names, is no file of RFC 4180")
                    #expect(rows == FactTable(part).rows, "\(file) and the table on \(path)")
                    tables += 1
                }
            }
        }
        #expect(tables > 140)
    }

    @Test func everyLinkToAFileOfATableLeadsToOne() async throws {
        for site in try await Self.sites() {
            var linked: Set<String> = []
            for (path, html) in site.pages {
                for href in html.attribute("href") where href.hasSuffix(".csv") { linked.insert(PageRulesTests.join(path, href)) }
            }
            #expect(linked == Set(site.result.files.map(\.path).filter { $0.hasSuffix(".csv") }))
        }
    }

    /// Tables that a page shows in another form.
    @Test(arguments: [
        ("activities/deploy-to-production/positions.csv", "Source,Matrix,Accountable,Decides,Responsible,"),
        ("roles/data-engineer/accounts.csv", "Source,What it says\r\nAI For Everyone,"),
        ("gaps/gaps.csv", "Rule,Weight,Finding,What to do,Page,Place,Reason\r\n"),
        ("compare/comparisons.csv", "Role 1,Role 2,Basis,They share\r\n"),
    ])
    func factsThatStandInNoTableHaveAFileToo(path: String, start: String) async throws {
        let site = try await BuiltSite.defaultHandbook()
        #expect(site.text(path)?.hasPrefix(start) == true)
        let rows = CSVText(site.text(path) ?? "").rows ?? []
        #expect(rows.count > 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test func aTableWithoutRowsIsNeitherShownNorWritten() async {
        let site = await BuiltSite(
            "-- content/roles/cook.md --\n# Cook\n-- content/raci/one.md --\n# One\n\n| Task | Cook |\n|---|---|\n| Cook | A |\n"
        )
        #expect(site.text("roles/roles.csv") != nil)
        #expect(site.text("raci/one/one.csv") == "Task,Cook\r\nCook,A\r\n")
        // There is nothing to exempt, nothing contradicts, and one matrix is not merged with itself.
        #expect(!site.result.files.contains { $0.path.hasSuffix("exemptions.csv") || $0.path.hasSuffix("contradictions.csv") })
        #expect(site.text("raci/merged.csv") == nil)
        #expect(!site.page("raci/one/").contains("exemptions"))
    }

    @Test func aSecondTableOfAMatrixHasAFileOfItsOwn() async {
        let site = await BuiltSite(
            """
            -- content/roles/cook.md --
            # Cook
            -- content/roles/waiter.md --
            # Waiter
            -- content/raci/day.md --
            # Day

            ## Noon

            | Task | Cook |
            |---|---|
            | Soup | A/R |

            ## Night

            | Task | Cook | Waiter |
            |---|---|---|
            | Roast | A (rare) | (I) |

            """
        )
        #expect(site.text("raci/day/day.csv") == "Task,Cook\r\nSoup,A/R\r\n")
        #expect(site.text("raci/day/day-2.csv") == "Task,Cook,Waiter\r\nRoast,A (rare),(I)\r\n")
    }

    @Test func lettersAreInTheOrderOfTheirAuthorEverywhere() async {
        let roles = "-- content/roles/cook.md --\n# Cook\n-- content/roles/waiter.md --\n# Waiter\n"
        let site = await BuiltSite(
            roles
                + "-- content/raci/one.md --\n# One\n\n| Task | Cook | Waiter |\n|---|---|---|\n| Serve | A/R | C |\n| Cook | R/A | (I) |\n"
        )
        #expect(site.text("raci/one/one.csv") == "Task,Cook,Waiter\r\nServe,A/R,C\r\nCook,R/A,(I)\r\n")
        #expect(site.text("raci/one/index.md")?.contains("| Serve | A/R | C |\n| Cook | R/A | (I) |\n") == true)
        let json = site.text("handbook.json")?.filter { !$0.isWhitespace } ?? ""
        #expect(json.contains(#""letters":["A","R"]"#) && json.contains(#""letters":["R","A"]"#))
        let shown = (site.text("raci/one/index.html") ?? "").split(separator: "<abbr class=\"letter ").dropFirst().map {
            $0.prefix { $0 != "<" }.suffix(1)
        }
        #expect(shown.prefix(5).map(String.init) == ["A", "R", "C", "R", "A"])
    }

    @Test func proseStandsBesideTheRowEverywhere() async {
        let roles = "-- content/roles/cook.md --\n# Cook\n-- content/roles/waiter.md --\n# Waiter\n"
        let site = await BuiltSite(
            roles + "-- content/raci/one.md --\n# One\n\n| Task | Cook | Tool | Waiter | Notes |\n|---|---|---|---|---|\n"
                + "| Serve | A/R | a [tray](../roles/cook.md) | C | *Daily*, |\n| Clean | R | | A | |\n"
        )
        #expect(!site.findings.hasErrors, "\(site.findings.all)")
        #expect(site.text("raci/one/one.csv") == "Task,Cook,Waiter,Tool,Notes\r\nServe,A/R,C,a tray,\"Daily,\"\r\nClean,R,A,,\r\n")
        #expect(site.text("raci/one/index.md")?.contains("| Tool | Notes |\n") == true)
        #expect(site.text("raci/one/index.md")?.contains("| A/R | C | a [tray]") == true)
        let page = site.page("raci/one/")
        #expect(page.contains(#"<th scope="col" class="prose-cell">Tool</th>"#) && page.contains("<em>Daily</em>,</td>"))
        #expect(page.contains(#"<td class="prose-cell">a <a href="../../roles/cook/index.html">tray</a></td>"#))
        let json = site.text("handbook.json")?.filter { !$0.isWhitespace } ?? ""
        #expect(json.contains(#""notes":["Tool","Notes"]"#))
        #expect(json.contains(#""notes":[{"heading":"Tool","text":"atray"},{"heading":"Notes","text":"Daily,"}]"#))
    }

    @Test func severalLabelsNameARowEverywhere() async {
        let roles = "-- content/roles/cook.md --\n# Cook\n-- content/roles/waiter.md --\n# Waiter\n"
        let site = await BuiltSite(
            roles
                + "-- content/raci/one.md --\n# One\n\n| Level | Activity | Cook | Waiter |\n|---|---|---|---|\n| *Junior* | Serve | A/R | C |\n| | Clean | R | A |\n"
        )
        #expect(!site.findings.hasErrors, "\(site.findings.all)")
        #expect(site.text("raci/one/one.csv") == "Level · Activity,Cook,Waiter\r\nJunior · Serve,A/R,C\r\nJunior · Clean,R,A\r\n")
        #expect(site.page("raci/one/").contains("<em>Junior</em> · Serve"))
        #expect(site.page("roles/cook/").contains("Junior · Clean"))
    }

    @Test(arguments: [("ar", true), ("he", true), ("fa-IR", true), ("en", false)])
    func pagesAreWrittenFromTheSideOfTheirLanguage(language: String, isFromRight: Bool) async {
        let site = await BuiltSite("-- handbook.yml --\ntitle: H\nlanguage: \(language)\n-- content/roles/cook.md --\n# Cook\n")
        let opening = "<html lang=\"\(language)\"\(isFromRight ? " dir=\"rtl\"" : "")>"
        for path in ["index.html", "roles/cook/index.html", "404.html"] { #expect(site.text(path)?.contains(opening) == true, "\(path)") }
    }

    @Test func matricesThatContradictEachOtherAreATable() async {
        let matrices = ["one", "two"].map { name in
            "-- content/raci/\(name).md --\n---\ntitle: \(name)\n---\n\n| Task | Cook | Waiter |\n|---|---|---|\n"
                + (name == "one" ? "| Serve | A | R |\n| Cook | A | R |\n" : "| Serve | R | A |\n| Cook | A | R |\n")
        }
        let site = await BuiltSite("-- content/roles/cook.md --\n# Cook\n-- content/roles/waiter.md --\n# Waiter\n" + matrices.joined())
        #expect(site.text("raci/contradictions.csv") == "Task,\"Accountable, by matrix\"\r\nServe,Cook (one); Waiter (two)\r\n")
        #expect(site.text("raci/merged.csv") == "Task,Cook,Waiter\r\nServe,A/R,R/A\r\nCook,A,R\r\n")
    }

    @Test func whatASpreadsheetWouldTakeForAFormulaIsDefused() async {
        let site = await BuiltSite("-- content/roles/cook.md --\n---\ntitle: =1+1\nkpis: [\"@sum\", b]\n---\n")
        #expect(site.text("roles/roles.csv")?.contains("\r\n'=1+1,Roles,,,,'@sum; b\r\n") == true)
    }

    /// Without marks of citations, blanks, asides and comments; entries of lists are joined by semicolons.
    @Test func aCellIsWrittenAsTheWordsThatItShows() async throws {
        let site = await BuiltSite(
            """
            -- content/sources/src.md --
            # Src
            -- content/roles/cook.md --
            ---
            short: CK
            kpis: ["a & b", "c [@src]"]
            ---
            # Cook

            ## What the sources say

            - Bakes `a|b`, *then* sells [it](cook.md) to [[Cook]].[^n] ![pie](pie.png) [@src]
              - x
              - y, z
            - One<br>two <b>three</b> <!-- no -->&lt;four&gt; &quot;five&quot; [@src]

              six

            [^n]: Note.
            -- content/roles/pie.png --
            """
        )
        #expect(
            site.text("roles/cook/accounts.csv")
                == "Source,What it says\r\nSrc,\"Bakes a|b, then sells it to Cook. pie\"\r\n"
                + "Src,\"One two three <four> \"\"five\"\" six\"\r\n"
        )
        #expect(site.text("roles/roles.csv")?.contains("\r\nCook,Roles,,,,a & b; c\r\n") == true, "\(site.text("roles/roles.csv") ?? "")")
    }
}
