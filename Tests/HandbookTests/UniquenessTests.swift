import Handbook
import TestSupport
import Testing

@Suite("Slugs and addresses")
struct UniquenessTests {
    @Test(
        "A slug or an address is given once",
        arguments: [
            (
                "roles/a.md", "roles/deep/a.md", "",
                "content/roles/deep/a.md:1:0 duplicate-slug: 'a' is the slug of another role -> rename the file or give the page another slug"
            ),
            (
                "roles/a.md", "roles/b.md", "slug: a",
                "content/roles/b.md:4:7 duplicate-slug: 'a' is the slug of another role -> rename the file or give the page another slug"
            ),
            (
                "roles.md", "roles/index.md", "",
                "content/roles/index.md:1:0 duplicate-address: '/roles/' is the address of another page -> rename the file or give the page another slug"
            ),
            (
                "compare/index.md", "relations/index.md", "",
                "content/relations/index.md:1:0 duplicate-address: '/compare/' is the address of another page -> rename the file or give the page another slug"
            ),
            (
                "guides/a b.md", "guides/a-b.md", "",
                "content/guides/a-b.md:1:0 duplicate-address: '/guides/a-b/' is the address of another page -> rename the file or give the page another slug"
            ),
            (
                "guides.md", "guides/index.md", "",
                "content/guides/index.md:1:0 duplicate-address: '/guides/' is the address of another page -> rename the file or give the page another slug"
            ),
        ]
    )
    func duplicates(first: String, second: String, key: String, finding: String) async {
        let project =
            "-- content/\(first) --\n---\ntitle: A\nsummary: S.\n---\n-- content/\(second) --\n---\ntitle: B\nsummary: S.\n\(key)\n---\n"
        let result = await read(project)
        #expect(result.findings.sorted.map(line) == [finding])
        #expect(result.findings.sorted.first?.related.map(\.location.path) == ["content/\(first)"])
        #expect(result.handbook.everyPage.map(\.path) == ["content/\(first)"])
    }

    @Test("Pages of different kinds may share a slug")
    func kinds() async {
        #expect(
            await findings(in: "-- content/activities/a.md --\n# A\n-- content/lifecycle/a.md --\n# A\n-- content/a.md --\n# A\n") == []
        )
    }

    @Test("Relations of one slug are a finding; their addresses are their roles'")
    func relations() async {
        let project =
            fourRoles + """
                -- content/relations/a.md --
                ---
                slug: pair
                between: [PM, UX]
                ---
                -- content/relations/b.md --
                ---
                slug: pair
                between: [PM, ML Eng]
                ---
                -- content/compare/pair.md --
                # A plain page at the address that a relation's slug would give
                """
        #expect(
            await findings(in: project) == [
                "content/relations/b.md:2:7 duplicate-slug: 'pair' is the slug of another relation -> rename the file or give the page another slug"
            ]
        )
    }

    @Test("A link to a page that was left out is no second fault")
    func linkToLeftOut() async {
        let project =
            "-- content/roles/a.md --\n---\ntitle: A\nsummary: S.\n---\n-- content/roles/b.md --\n---\ntitle: B\nsummary: S.\nslug: a\n---\n"
        #expect(await findings(in: project + "-- content/index.md --\n# Home\n[b](roles/b.md)\n").count == 1)
    }
}
