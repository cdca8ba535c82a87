import Testing

@testable import Site

/// Questions on plain pages.
@Suite struct QuestionPagesTests {
    @Test func theGuideToHiringIsAFormThatReadsWithoutAScript() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let page = site.page("guides/who-to-hire-first/")
        let form = try #require(page.elements("form", "inquiry-form").first)
        #expect(form.elements("fieldset").count == 6)
        #expect(form.elements("legend").first?.plainText == "Is there reliable, labeled data?")
        // Each answer stands beside its outcome, the one that holds for all without a choice.
        #expect(form.text.components(separatedBy: "type=\"radio\"").count == 11)
        let text = form.plainText
        #expect(text.contains("No hire a Data Engineer and a Data Labeling Lead"))
        #expect(text.contains("Real time give priority to the MLOps Engineer and a Software Engineer"))
        #expect(text.contains("For every pilot that means something an AI Product Manager"))
        // What comes before and behind the questions is there, in its place.
        let places = [
            #"id="three-risks-that-roles-reduce""#, #"id="questions""#, #"<form class="inquiry-form""#, #"class="gathered""#,
            #"id="who-comes-in-when""#, #"id="after-a-vendor-pilot""#,
        ].compactMap { page.text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 6 && places == places.sorted())
        #expect(page.elements("section", "gathered").count == 1)
        #expect(page.contains(#"<section class="gathered" aria-labelledby="your-cast" hidden>"#))
        #expect(page.elements("ol", "gathered-roles").first?.elements("a", "gathered-role").map(\.plainText).first == "AI Product Manager")
        #expect(page.text.contains("questions-") && !site.page("guides/beyond-the-model/").text.contains("assets/questions-"))
    }

    @Test func anAnswerWithoutWordsSaysThatNothingFollows() async throws {
        let page = try await BuiltSite.station().page("abläufe/verstärkung/")
        #expect(page.plainText.contains("Selten Daraus folgt für niemanden etwas."))
        #expect(page.contains(#"name="werden-hier-auszubildende-angeleitet" value="ja""#))
        #expect(page.elements("div", "data-answer=\"was-gilt-überall=auf-jeder-station\"").count == 1)
    }

    @Test func aPageWithoutQuestionsIsAsItWas() async {
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n-- content/faq.md --\n# FAQ\n## Questions\n### What?\n- **This**: a book.\n"
        )
        #expect(site.report == "no findings\n")
        let page = site.page("faq/")
        #expect(!page.contains("<form"))
        #expect(page.elements("h3").map(\.plainText) == ["What?"])
    }
}
