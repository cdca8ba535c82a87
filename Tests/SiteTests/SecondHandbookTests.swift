import Foundation
import Publish
import TestSupport
import Testing

/// A handbook from another field and in another language: a hospital ward, in German. Nothing may know that the default
/// handbook is about AI, or in English.
@Suite struct SecondHandbookTests {
    private static func site() async throws -> BuiltSite {
        try await BuiltSite.station()
    }

    @Test func hasNoErrorAndNoStringLeftInEnglish() async throws {
        let site = try await Self.site()
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(!site.report.contains("untranslated-string"))
        #expect(site.pages.count > 45)
    }

    @Test(arguments: [
        "Sources differ", "Not stated", "Whom it works with", "Accountable", "Responsible", "On this page", "Previous", "Footnotes",
        "Back to the text", "Skip to the content", "When to involve", "Gaps", "Download",
    ])
    func noPageSpeaksEnglish(words: String) async throws {
        for (path, html) in try await Self.site().pages where path != "404.html" { #expect(!html.contains(words), "\(path) says \(words)") }
    }

    @Test func everyLinkLeadsSomewhereThroughUmlautsToo() async throws {
        let site = try await Self.site()
        let files = Set(site.result.files.map(\.path))
        let ids = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, Set($0.html.attribute("id"))) })
        for (path, html) in site.pages where path != "404.html" {
            for href in html.attribute("href") where !href.contains("://") {
                let halves = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = halves[0].isEmpty ? path : PageRulesTests.join(path, halves[0])
                #expect(files.contains(target), "\(path) links to \(href)")
                if halves.count > 1 {
                    #expect(ids[target]?.contains(halves[1].removingPercentEncoding ?? "") == true, "\(path) links to \(href)")
                }
            }
        }
    }

    @Test func itsDisagreementsMatricesAndComparisonsAreComputed() async throws {
        let site = try await Self.site()
        #expect(site.page("gaps/").elements("section", "sources-differ").first?.elements("li").count ?? 0 >= 5)
        #expect(site.page("raci/").elements("table", "load").count == 1)
        #expect(site.pages.contains { $0.path.hasPrefix("compare/") && $0.html.plainText.contains("Errechnet") })
        #expect(site.page("skills/").plainText.contains("Können, das nur eine Rolle hat"))
    }

    @Test func lettersWithMarksAreTheSameHoweverTheyWereTyped() async {
        let decomposed = "## Ko\u{308}nnen\nWords.\n"
        let site = await BuiltSite("-- content/index.md --\n# A\n[x](b.md#k\u{F6}nnen)\n-- content/b.md --\n# B\n\(decomposed)")
        #expect(site.report == "no findings\n")
        #expect(
            site.text("b/index.html")?.utf8.elementsEqual(site.text("b/index.html")?.precomposedStringWithCanonicalMapping.utf8 ?? "".utf8)
                == true
        )
    }
}
