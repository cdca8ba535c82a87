import Diagnostics
import Handbook
import TestSupport
import Testing

/// Who keeps a page, when it last changed and when it is looked through again, on the page and for programs.
@Suite struct UpkeepTests {
    private static let project = """
        -- content/index.md --
        # Start
        -- content/own.md --
        ---
        title: Own
        owners: [Ann & Bob, "@org/team", docs@example.org, "@org/team"]
        updated: 2026-05-03
        review_by: 2026-12-31
        ---
        -- content/nobody.md --
        ---
        title: Nobody
        owners: []
        ---
        -- content/secret.md --
        ---
        title: Secret
        owners: [unsaid]
        updated: 2020-01-01
        private: [owners, updated]
        ---
        """

    private static func site(_ settings: String = "") async -> BuiltSite {
        var findings = Findings()
        let owners = CodeOwners(SourceText(path: "CODEOWNERS", text: "* @all\n"), folder: "", into: &findings)
        let moment = Moment(seconds: 1_769_817_600)
        let paths = ["index", "own", "nobody", "secret"].map { ("content/\($0).md", moment) }
        let changes = Dictionary(uniqueKeysWithValues: paths)
        return await BuiltSite(settings + project, upkeep: Upkeep(codeOwners: owners, lastChanges: changes))
    }

    private static func foot(_ site: BuiltSite, _ address: String) -> String? {
        site.page(address).elements("dl", "class=\"upkeep\"").first?.plainText
    }

    @Test func standsAtTheFootOfThePage() async {
        let site = await Self.site()
        #expect(
            Self.foot(site, "own/")
                == "Kept by Ann & Bob @org/team docs@example.org Last changed 3 May 2026 Review by 31 December 2026"
        )
        let page = site.page("own/")
        #expect(page.contains("<time datetime=\"2026-05-03\">3 May 2026</time>"))
        #expect(page.attribute("href").contains("mailto:docs@example.org"))
        #expect(!page.attribute("href").contains { $0.contains("@org") })
        // What the page does not say comes from elsewhere.
        #expect(Self.foot(site, "") == "Kept by @all Last changed 31 January 2026")
        #expect(Self.foot(site, "nobody/") == "Last changed 31 January 2026")
        // Unless its author keeps it private. Pages of the site's own have none.
        #expect(Self.foot(site, "secret/") == nil)
        #expect(Self.foot(site, "names/") == nil)
        #expect(Self.foot(await BuiltSite(Self.project), "") == nil)
    }

    @Test func programsAreToldAsWell() async {
        let site = await Self.site()
        let twin = site.text("own/index.md") ?? ""
        #expect(
            twin.contains(
                "\nupdated: \"2026-05-03\"\nreview_by: \"2026-12-31\"\nowners: [\"Ann & Bob\", \"@org/team\", \"docs@example.org\"]\n---"
            ),
            "\(twin)"
        )
        let json = (site.text("handbook.json") ?? "").filter { !$0.isWhitespace }
        #expect(json.contains(#""owners":["Ann&Bob","@org/team","docs@example.org"]"#) && json.contains(#""reviewBy":"2026-12-31""#))
        #expect(json.contains(#""owners":["@all"]"#) && json.contains(#""updated":"2026-01-31""#))
        #expect(!json.contains("unsaid") && !json.contains("2020-01-01"))
    }

    @Test func aDayIsWrittenAsTheHandbookSays() async {
        let german = "-- handbook.yml --\nlanguage: de\nstrings: {day: \"{day}. {month} {year}\", month_5: Mai, review_by: Prüfen bis}\n"
        #expect(Self.foot(await Self.site(german), "own/")?.contains("3. Mai 2026 Prüfen bis 31. December 2026") == true)
    }
}
