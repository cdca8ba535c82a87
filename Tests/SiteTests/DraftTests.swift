import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// A draft reaches no file of a site and no export, until it is asked for.
@Suite struct DraftTests {
    /// Drafts of every kind, with words that stand nowhere else: each begins with `unsaid`.
    private static let project = """
        -- handbook.yml --
        title: Team
        base_url: https://example.org/
        groups:
          - {id: all, title: All}
        -- content/index.md --
        # Start
        -- content/roles/maker.md --
        ---
        title: Maker
        draft: false
        group: all
        summary: Makes.
        kpis: [Speed]
        ---
        ## Skills
        - **Making**: makes.
        -- content/roles/keeper.md --
        # Keeper
        ## Skills
        - **Keeping**: keeps it.
        -- content/roles/spy.md --
        ---
        title: unsaidspy
        draft: true
        group: all
        summary: unsaidsummary
        kpis: [unsaidkpi]
        redirect_from: [/roles/unsaidold/]
        ---
        ## Skills
        - **Keeping**: unsaidskill
        -- content/relations/maker-spy.md --
        ---
        between: [maker, spy]
        draft: true
        ---
        ## Overlap
        - **Things**: unsaidoverlap
        -- content/raci/plan.md --
        ---
        title: unsaidmatrix
        draft: yes
        ---
        | Task | Maker | unsaidspy |
        |---|---|---|
        | unsaidtask | A | R |
        -- content/activities/make.md --
        ---
        title: unsaidactivity
        draft: true
        positions:
          - {source: book, responsible: [spy], says: unsaidposition}
        ---
        -- content/lifecycle/first.md --
        ---
        title: unsaidstage
        draft: true
        drives: [maker]
        ---
        -- content/teams/small.md --
        ---
        title: unsaidteam
        draft: true
        cast: [maker, {role: spy, note: unsaidcast}]
        ---
        -- content/sources/book.md --
        ---
        title: unsaidbook
        draft: true
        ---
        -- content/guides/plan.md --
        ---
        draft: true
        ---
        # unsaidplan
        The [maker](../roles/maker.md) and [[unsaidspy]]. unsaidbody [@book]
        """

    private static let words = [
        "spy", "summary", "kpi", "skill", "overlap", "matrix", "task", "activity", "position", "stage", "team", "cast", "book", "plan",
        "body",
    ]

    private static func leaks(_ text: String) -> Bool { text.lowercased().contains("unsaid") }

    @Test func noFileOfTheSiteHasAWordOfIt() async throws {
        let read = await HandbookReader.read(ProjectText(Self.project).files)
        #expect(read.handbook.privacy.drafts.count == 8)
        // All of it was published once, and is a draft today.
        let open = Self.project.replacing("draft: true\n", with: "").replacing("draft: yes\n", with: "")
        let history = await TestHistory.of(
            [.init("Begin", open, at: 1), .init("Hide", Self.project, at: 2)],
            current: read.read
        )
        let site = await BuiltSite(Self.project, history: history)
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.result.files.contains { $0.path == "feed.xml" } && site.result.files.contains { $0.path == "sitemap.xml" })
        for file in site.result.files {
            #expect(!Self.leaks(file.path) && !file.path.contains("spy"), "\(file.path)")
            #expect(!Self.leaks(site.text(file.path) ?? ""), "\(file.path)")
        }
    }

    @Test(arguments: Export.Format.allCases)
    func noExportHasAWordOfIt(format: Export.Format) async throws {
        let read = await HandbookReader.read(ProjectText(Self.project).files)
        for subject in [Export.Subject.handbook] + read.handbook.roles.map(Export.Subject.role) {
            #expect(await !Self.leaks(Export.text(of: subject, as: format, from: read)))
        }
    }

    @Test func whenAskedForItIsThereAndSaysWhatItIs() async throws {
        let site = await BuiltSite(Self.project, publishesDrafts: true)
        #expect(!site.findings.hasErrors, "\(site.report)")
        let all = site.result.files.compactMap { site.text($0.path) }.joined()
        for word in Self.words { #expect(all.contains("unsaid\(word)"), "\(word)") }
        let label = "<p class=\"draft\"><strong>Draft</strong> Not published: a build leaves this page out.</p>"
        for address in ["roles/spy/", "compare/maker/spy/", "raci/plan/", "guides/plan/", "sources/book/"] {
            #expect(site.page(address).contains(label) && site.page(address).contains("content=\"noindex\""), "\(address)")
            #expect(site.text("sitemap.xml")?.contains("https://example.org/\(address)<") == false, "\(address)")
        }
        #expect(site.text("roles/spy/index.md")?.contains("\ndraft: true\n") == true)
        #expect(!site.page("roles/maker/").contains("class=\"draft\"") && !site.page("roles/maker/").contains("noindex"))
        #expect(site.text("sitemap.xml")?.contains("https://example.org/roles/maker/<") == true)
        // What is private stays private.
        let hidden = "-- content/private/a.md --\n---\ndraft: true\n---\n# unsaid\n"
        #expect(await !BuiltSite(hidden, publishesDrafts: true).result.files.contains { $0.path.contains("private") })
    }

    @Test func aPublishedPageThatLeadsToADraftIsAnErrorThatSaysSo() async throws {
        let site = await BuiltSite(
            """
            -- content/index.md --
            # Start
            [spy](roles/spy.md), [spy](roles/spy), [[Agent]], [spy](/roles/spy/). [@book]
            -- content/roles/spy.md --
            ---
            title: Spy
            short: Agent
            draft: true
            ---
            -- content/roles/maker.md --
            ---
            title: Maker
            sources: [book]
            ---
            -- content/sources/book.md --
            ---
            draft: true
            ---
            # Book
            -- content/relations/pair.md --
            ---
            between: [maker, spy]
            ---
            -- content/raci/work.md --
            # Work

            | Task | Maker | Agent (new) |
            |---|---|---|
            | Make | A | R |
            """
        )
        let found = site.findings.sorted.filter { $0.severity == .error }
        #expect(Set(found.map(\.rule.id)) == ["leads-to-draft"], "\(site.report)")
        #expect(
            found.map { "\($0.location?.path ?? "") \($0.message)" } == [
                "content/index.md 'roles/spy.md' is a draft", "content/index.md 'roles/spy' is a draft",
                "content/index.md 'Agent' is a draft",
                "content/index.md '/roles/spy/' is a draft", "content/index.md 'book' is a draft",
                "content/raci/work.md 'Agent' is a draft", "content/relations/pair.md 'spy' is a draft",
                "content/roles/maker.md 'book' is a draft",
            ]
        )
        #expect(found.first?.help == "publish content/roles/spy.md by taking 'draft: true' out of it, or take its name out here")
    }

    @Test func aDraftIsCheckedAllTheSame() async {
        let (result, report) = await ProjectText("-- content/a.md --\n---\ndraft: true\n---\n# A\n[lost](lost.md)\n").read()
        #expect(report.contains("'lost.md' leads to no file\n  --> content/a.md:5:"), "\(report)")
        #expect(result.publicFindings.isEmpty)
    }

    @Test func thatItIsADraftIsNoSecret() async {
        let (_, report) = await ProjectText("-- content/a.md --\n---\ndraft: true\nprivate: [draft]\n---\n# A\n").read()
        #expect(report.contains("error[invalid-private]: 'draft' cannot be private"), "\(report)")
    }
}
