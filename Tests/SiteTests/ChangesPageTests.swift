import Handbook
import TestSupport
import Testing

/// The page of changes.
@Suite struct ChangesPageTests {
    static let first = """
        -- handbook.yml --
        title: The Herald
        -- content/index.md --
        # The Herald
        -- content/roles/editor.md --
        ---
        title: Editor
        kpis: [Readers]
        ---
        -- content/roles/reporter.md --
        # Reporter
        -- content/raci/daily.md --
        # Daily

        | Task | Editor | Reporter |
        |---|---|---|
        | Print | A | R |

        """

    /// Three revisions on two days, 2026-01-30 and 2026-01-31.
    static func site(_ edits: [(String, String)] = [], settings: String = "") async -> BuiltSite {
        let start = first.replacing("title: The Herald\n", with: "title: The Herald\n\(settings)")
        let second = start.replacing("| Print | A | R |", with: "| Print | R | A |")
        let third = second.replacing("[Readers]", with: "[Readers, \"Errors & <slips>\"]")
        let history = await TestHistory.of([
            .init("Begin", start, at: 1_769_774_400), .init("Let the reporter answer", second, at: 1_769_860_800),
            .init("Count \"errors\" & <slips>\u{7}", third, at: 1_769_864_400),
        ])
        var today = third
        for (old, new) in edits { today = today.replacing(old, with: new) }
        return await BuiltSite(today, history: history)
    }

    @Test func tellsRevisionsByDayInTheWordsOfDiff() async throws {
        let site = await Self.site()
        #expect(!site.findings.hasErrors, "\(site.report)")
        let page = site.page("changes/")
        #expect(page.elements("h1").map(\.plainText) == ["What changed"])
        #expect(page.elements("h2").map(\.plainText) == ["2026-01-31", "2026-01-30"])
        #expect(page.elements("h3").map(\.plainText) == ["Count \"errors\" & <slips>\u{FFFD}", "Let the reporter answer", "Begin"])
        let lists = page.text.components(separatedBy: "<ul class=\"change-list\">").dropFirst().map {
            HTML($0.components(separatedBy: "</div>")[0]).plainText
        }
        #expect(
            lists == [
                "Editor : KPI added: Errors & <slips>",
                "Print : A moved from Editor to Reporter R moved from Reporter to Editor",
                "Editor : role added Reporter : role added Daily : matrix added The Herald : page added",
            ]
        )
        #expect(page.attribute("href").contains("../roles/editor/index.html"))
        #expect(page.attribute("href").contains("../raci/daily/index.html"))
        #expect(page.plainText.contains("The handbook begins"))
        #expect(site.page("").attribute("href").contains("changes/index.html"))
    }

    @Test func aPageThatIsThereNoMoreIsNoLink() async {
        let site = await Self.site([("-- content/roles/reporter.md --\n# Reporter\n", ""), (" Reporter |", " Editor |")])
        let page = site.page("changes/")
        #expect(page.contains("<b>Reporter</b>: role added"))
        #expect(!page.attribute("href").contains { $0.contains("roles/reporter/") })
    }

    @Test func withoutHistoryThereIsNoPageAndNoFeed() async {
        let site = await BuiltSite(Self.first)
        #expect(site.text("changes/index.html") == nil)
        #expect(!site.result.files.contains { $0.path.hasSuffix("feed.xml") })
        #expect(!site.page("").contains("atom+xml"))
        #expect(!site.page("roles/editor/").contains("feed.xml"))
    }

    @Test func manyPagesThatComeTogetherAreOneLine() async throws {
        let roles = (1...70).map { "-- content/roles/r\($0).md --\n# Role \($0)\n" }.joined()
        let history = await TestHistory.of([.init("Begin", Self.first, at: 1), .init("Hire", Self.first + roles, at: 90_000)])
        let page = await BuiltSite(Self.first + roles, history: history).page("changes/")
        let list = try #require(page.elements("ul", "change-list").first)
        #expect(list.elements("li").count == 1)
        #expect(list.plainText.hasPrefix("70 roles added: Role 1 Role 10 "))
        #expect(list.plainText.hasSuffix("Role 63 and 10 more"))
        #expect(list.elements("a").count == 60)
    }

    @Test func aRevisionOfVeryManyChangesIsCutAndTheRestFoldedAway() async {
        let roles = (1...200).map { "-- content/roles/r\($0).md --\n---\ntitle: Role \($0)\nkpis: [Old]\n---\n" }.joined()
        let after = Self.first + roles.replacing("[Old]", with: "[New]")
        let history = await TestHistory.of([.init("Begin", Self.first + roles, at: 1), .init("Measure anew", after, at: 90_000)])
        let page = await BuiltSite(after, history: history).page("changes/")
        #expect(page.elements("summary").map(\.plainText).contains("48 more"))
        #expect(page.plainText.contains(" 280 more changes are not listed."))
    }

    @Test func anAuthorMayOpenThePageAndSayItInTheirOwnWords() async {
        let site = await Self.site([
            ("-- content/index.md --", "-- content/changes/index.md --\n# News\n\nAll of it.\n-- content/index.md --")
        ])
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.page("changes/").elements("h1").map(\.plainText) == ["News"])
        #expect(site.page("changes/").plainText.contains("All of it."))
    }

    @Test func theWordsAreThoseOfTheHandbook() async {
        let site = await Self.site(
            settings: "strings: {change_part_moved: \"{part} ging von {from} an {to}\", changes: Neues, change_kind_role: Rolle}\n"
        )
        let page = site.page("changes/")
        #expect(page.elements("h1").map(\.plainText) == ["Neues"])
        #expect(page.plainText.contains("A ging von Editor an Reporter"))
        #expect(page.plainText.contains("Editor : Rolle added"))
    }
}
