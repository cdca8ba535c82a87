import Handbook
import Testing

@testable import Site

/// What a build gives for the same and for other projects.
@Suite struct BuildTests {
    @Test func isTheSameToTheByteEachTime() async throws {
        let first = try await BuiltSite.defaultHandbook()
        let second = try await BuiltSite.defaultHandbook()
        #expect(first.result.files.map(\.path) == second.result.files.map(\.path))
        for (a, b) in zip(first.result.files, second.result.files) { #expect(a == b, "\(a.path)") }
    }

    @Test func aFolderOfPlainMarkdownBuildsWithoutSettingsOrFrontMatter() async {
        let files = ProjectFiles(
            texts: [
                "README.md": Array("# Notes\n\nSee [one](docs/one.md#more).\n".utf8), "docs/one.md": Array("# One\n\n## More\n".utf8),
                "docs/two.md": Array("Just words.\n".utf8), "roles/cook.md": Array("# Cook\n\nCooks.\n".utf8),
            ],
            contentRoot: ""
        )
        let site = await BuiltSite(files)
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.page("").elements("h1").map(\.plainText) == ["Notes"])
        #expect(site.page("").attribute("href").contains("docs/one/index.html#more"))
        #expect(site.page("docs/two/").elements("h1").map(\.plainText) == ["Two"])
        #expect(site.page("roles/cook/").elements("h1").map(\.plainText) == ["Cook"])
    }

    @Test func anEmptyProjectBuildsAHomePage() async {
        let site = await BuiltSite(ProjectFiles())
        #expect(!site.findings.hasErrors)
        #expect(site.page("").elements("h1").map(\.plainText) == ["Handbook"])
    }

    @Test func everySectionCanBeSaidInAnotherLanguage() async {
        let site = await BuiltSite(
            """
            -- handbook.yml --
            title: Station
            language: de
            sections:
              responsibilities: [Aufgaben]
              overlap: [Überschneidung]
            -- content/index.md --
            # Station
            -- content/roles/pflege.md --
            ---
            title: Pflegekraft
            summary: Pflegt.
            ---
            ## Aufgaben
            - **Übergabe**: sagt, was war.
            -- content/roles/arzt.md --
            ---
            title: Ärztin
            summary: Heilt.
            ---
            -- content/relations/a.md --
            ---
            between: [Pflegekraft, ÄRZTIN]
            ---
            ## Überschneidung
            1. **Visite**: beide sind dabei.
            """
        )
        #expect(site.report == "no findings\n")
        #expect(site.page("roles/pflege/").elements("h2").map(\.plainText).contains("Aufgaben"))
        #expect(site.page("compare/pflege/arzt/").plainText.contains("Visite"))
    }

    @Test func pagesGrowInLineWithRoles() async {
        func project(_ roles: Int) -> String {
            (0..<roles).map { "-- content/roles/r\($0).md --\n---\ntitle: Role Number\($0)\nsummary: S.\n---\n" }.joined()
                + "-- content/index.md --\n# Home\n"
        }
        let few = await BuiltSite(project(100))
        let many = await BuiltSite(project(300))
        // Home, roles, gaps, map, tree, names, study, print and cards, and a page of questions and one of cards for every 60 roles.
        #expect(few.result.pageCount == 100 + 9 + 2 * 2)
        #expect(many.result.pageCount == 300 + 9 + 2 * 5)
        // A page's contents list a window of roles, so one page stays as large as it was.
        let (small, large) = (few.page("roles/r5/").text.utf8.count, many.page("roles/r5/").text.utf8.count)
        #expect(large < small * 11 / 10)
    }
}
