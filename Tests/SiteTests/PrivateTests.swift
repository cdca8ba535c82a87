import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// What is private reaches no file of a site and no export.
@Suite struct PrivateTests {
    /// A project with words in private fields and on private pages that stand nowhere else. Each begins with `unsaid`.
    private static let project = """
        -- handbook.yml --
        title: Team
        base_url: https://example.org/
        groups:
          - {id: all, title: All}
        -- content/index.md --
        # Start
        The [maker](roles/maker.md) works.
        <!-- unsaidcomment -->
        -- content/sources/book.md --
        ---
        title: The book
        private: [author]
        author: unsaidauthor
        ---
        -- content/roles/maker.md --
        ---
        title: Maker
        group: all
        kpis: [unsaidkpi one, "unsaidkpi two [@book]"]
        summary: unsaidsummary of it
        aliases:
          - unsaidalias
        deliverables: [Things]
        notes:
          pay:
            - unsaidnote: much
        private:
          - kpis
          - summary
          - aliases
          - notes
        ---
        ## Responsibilities
        - **Making**: makes it.
        -- content/roles/keeper.md --
        # Keeper
        ## Skills
        - **Keeping**: keeps it.
        -- content/relations/maker-keeper.md --
        ---
        between: [maker, keeper]
        basis: stated
        private: [summary]
        summary: unsaidrelation
        ---
        ## Overlap
        - **Things**: both.
        -- content/activities/make.md --
        ---
        title: Make it
        private: [positions]
        positions:
          - source: book
            responsible: [keeper]
            says: unsaidposition
        ---
        -- content/teams/small.md --
        ---
        title: Small
        cast:
          - role: maker
            note: unsaidcast
          - keeper
        private: [cast]
        ---
        -- content/raci/work.md --
        ---
        title: Work
        sources: [book]
        ---
        | Task | Maker | Keeper |
        |---|---|---|
        | Make it | A | R |
        -- content/private/plan.md --
        ---
        title: unsaidplan
        ---
        # unsaidplan
        The [maker](../roles/maker.md) goes. unsaidbody
        ![a](unsaidpicture.png)
        -- content/private/unsaidpicture.png --
        x
        -- content/private/roles/unsaidspy.md --
        ---
        title: unsaidspy
        group: all
        kpis: [unsaidspykpi]
        ---
        ## Skills
        - **Keeping**: unsaidskill
        -- content/private/relations/unsaidpair.md --
        ---
        between: [maker, unsaidspy]
        ---
        ## Overlap
        - **Things**: unsaidoverlap
        -- content/private/raci/unsaidmatrix.md --
        ---
        title: unsaidmatrix
        ---
        | Task | Maker | unsaidspy |
        |---|---|---|
        | unsaidtask | A | R |
        -- content/private/sources/unsaidbook.md --
        # unsaidbook
        """

    private static func leaks(_ bytes: [UInt8]) -> Bool { String(decoding: bytes, as: UTF8.self).lowercased().contains("unsaid") }

    @Test func noFileOfTheSiteHasAWordOfIt() async throws {
        let before = Self.project.replacing("deliverables: [Things]", with: "deliverables: [Stuff]").replacing(
            "unsaidkpi one",
            with: "unsaidkpi three"
        )
        // At first all of it was public, and one private page was none.
        let open = before.replacing("private:\n  - kpis\n  - summary\n  - aliases\n  - notes\n", with: "").replacing(
            "notes:\n  pay:\n    - unsaidnote: much\n",
            with: ""
        ).replacing(/private: \[.*\]\n/, with: "").replacing("content/private/roles/", with: "content/roles/")
        #expect(open != before)
        let read = await HandbookReader.read(ProjectText(Self.project).files)
        let history = await TestHistory.of(
            [.init("Begin", open, at: 1), .init("Hide", before, at: 2), .init("Change", Self.project, at: 3)],
            current: read.read
        )
        let site = await BuiltSite(Self.project, history: history)
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(history.revisions.count > 1)
        #expect(site.result.files.contains { $0.path == "feed.xml" } && site.result.files.contains { $0.path == "sitemap.xml" })
        for file in site.result.files {
            #expect(!Self.leaks(Array(file.path.utf8)), "\(file.path)")
            switch file.contents {
            case .bytes(let bytes): #expect(!Self.leaks(bytes), "\(file.path)")
            case .copy(let path): #expect(!Self.leaks(Array(path.utf8)), "\(file.path)")
            }
        }
    }

    /// The words would be on the site if they were not private: the search above can find them.
    @Test func theSameWordsAreThereWhenTheyAreNotPrivate() async throws {
        let open = Self.project.replacing("private:\n  - kpis\n  - summary\n  - aliases\n  - notes\n", with: "").replacing(
            "notes:\n  pay:\n    - unsaidnote: much\n",
            with: ""
        ).replacing(/private: \[.*\]\n/, with: "").replacing("content/private/", with: "content/").replacing(
            "content/unsaidpicture.png",
            with: "content/unsaidpicture.png"
        )
        let site = await BuiltSite(open)
        let all = site.result.files.compactMap { site.text($0.path) }.joined()
        for word in [
            "kpi one", "kpi two", "summary", "author", "alias", "relation", "position", "cast", "plan", "body", "spy", "skill", "overlap",
            "matrix", "task", "book",
        ] {
            #expect(all.contains("unsaid\(word)"), "\(word)")
        }
    }

    @Test(arguments: Export.Format.allCases)
    func noExportHasAWordOfIt(format: Export.Format) async throws {
        let read = await HandbookReader.read(ProjectText(Self.project).files)
        var subjects: [Export.Subject] = [.handbook]
        subjects += read.handbook.roles.map(Export.Subject.role) + read.handbook.matrices.map(Export.Subject.matrix)
        #expect(subjects.count == 4)
        for subject in subjects {
            let text = await Export.text(of: subject, as: format, from: read)
            #expect(!Self.leaks(Array(text.utf8)) && !text.isEmpty, "\(subject)")
        }
    }

    @Test func whatIsPrivateIsCheckedAllTheSame() async throws {
        let (result, report) = await ProjectText(
            """
            -- content/roles/maker.md --
            ---
            title: Maker
            private: [kpis]
            kpis: ["Speed [@nobody]"]
            ---
            -- content/private/plan.md --
            # Plan
            [lost](lost.md) and [the maker](../roles/maker.md)
            """
        ).read()
        #expect(report.contains("'nobody' is no source\n  --> content/roles/maker.md:4:"), "\(report)")
        #expect(report.contains("'lost.md' leads to no file\n  --> content/private/plan.md:2:"), "\(report)")
        let shown = result.publicFindings.all.compactMap(\.location)
        #expect(!shown.contains { $0.path == "content/private/plan.md" || $0.line == 4 })
        #expect(result.handbook.pages.isEmpty)
        #expect(!result.findings.all.contains { $0.rule.id == "no-kpi" })
    }

    @Test func whatIsPrivateIsNotMissing() async {
        let others =
            "-- handbook.yml --\ntitle: A\ngroups:\n  - {id: all, title: All}\n-- content/roles/a.md --\n---\ntitle: A\nkpis: [a]\nsummary: A.\ngroup: all\n---\n"
        let role = "-- content/roles/maker.md --\n---\ntitle: Maker\nkpis: [a]\nsummary: A.\ngroup: all\n"
        let (hidden, _) = await ProjectText("\(others)\(role)private: [kpis, summary, group]\n---\n").read()
        #expect(!hidden.findings.all.contains { ["no-kpi", "incomplete-role"].contains($0.rule.id) })
        let (missing, _) = await ProjectText("\(others)-- content/roles/maker.md --\n---\ntitle: Maker\n---\n").read()
        #expect(Set(missing.findings.all.map(\.rule.id)).isSuperset(of: ["no-kpi", "incomplete-role"]))
    }

    @Test(arguments: [
        ("private: [kpi]\nkpis: [a]", "error[invalid-private]: 'kpi' is no key of this page", "did you mean 'kpis'?"),
        ("private: [title]", "error[invalid-private]: 'title' cannot be private", "move the page to the folder 'private'"),
        ("private: kpis\nkpis: [a]", "error[wrong-type]: 'private' is text, not a list", "write a list: private: [kpis]"),
        ("private: [[kpis]]\nkpis: [a]", "error[wrong-type]: 'private' has a list in it", "name keys: private: [kpis]"),
    ])
    func aWrongListIsAnError(yaml: String, message: String, help: String) async {
        let (_, report) = await ProjectText("-- content/roles/maker.md --\n---\ntitle: Maker\n\(yaml)\n---\n").read()
        #expect(report.contains(message) && report.contains("= help: \(help)"), "\(report)")
    }

    @Test func nothingPublicLinksToWhatIsPrivate() async {
        let (_, report) = await ProjectText(
            """
            -- content/index.md --
            # Start
            [the plan](private/plan.md) ![a](private/a.png)
            -- content/private/plan.md --
            # Plan
            -- content/private/a.png --
            x
            """
        ).read()
        #expect(report.contains("error[dead-link]: 'private/plan.md' leads to what is private"), "\(report)")
        #expect(report.contains("error[dead-link]: 'private/a.png' leads to what is private"), "\(report)")
        #expect(report.contains("= help: take the link out, or move the file out of 'private'"))
    }

    @Test(arguments: [
        ("a <!-- unsaid --> b\n", "a <!-- --> b\n"), ("- a\n\n<!-- unsaid\nunsaid -->\n\n- b\n", "- a\n\n<!--\n-->\n\n- b\n"),
        ("`<!-- kept -->` <!-- unsaid -->\n", "`<!-- --> ` <!-- unsaid -->\n"), ("```\n<!-- kept -->\n```\n", "```\n<!-- kept -->\n```\n"),
        ("<div>\n<!-- unsaid --><!-- unsaid -->\n</div>\n", "<div>\n<!-- --><!-- -->\n</div>\n"),
        ("a\n\n<!-- unsaid\nunsaid", "a\n\n<!--\n"),
    ])
    func commentsInABodyAreEmpty(body: String, shown: String) async throws {
        let (result, _) = await ProjectText("-- content/a.md --\n---\ntitle: A\n---\n\(body)").read()
        let text = try #require(result.handbook.pages.first?.page.bodyWithoutComments)
        if body.contains("`<!--") {
            #expect(!text.contains("unsaid") && text.contains("kept"))
        } else {
            #expect(text.hasPrefix(shown), "\(text)")
        }
    }
}
