import Handbook
import TestSupport
import Testing

@testable import struct Handbook.PageAddress

@Suite("A page's kind, title, slug and address")
struct PageTests {
    @Test(
        "The folder says the kind, and kind: can say otherwise",
        arguments: [
            ("roles/a.md", "", Kind.role), ("raci/a.md", "", .matrix), ("activities/a.md", "", .activity), ("lifecycle/a.md", "", .stage),
            ("teams/a.md", "", .team), ("sources/a.md", "", .source), ("guides/a.md", "", .page), ("a.md", "", .page),
            ("roles/deep/a.md", "", .role), ("roles/index.md", "", .page), ("roles.md", "", .page), ("Roles/a.md", "", .page),
            ("guides/a.md", "kind: role", .role), ("roles/a.md", "kind: page", .page), ("guides/a.md", "kind: \"team\"  # said", .team),
            ("guides/a.md", "\"kind\": stage", .stage), ("a.md", "kind: source", .source),
        ]
    )
    func kinds(path: String, key: String, kind: Kind) async {
        let handbook = await read("-- content/\(path) --\n---\ntitle: A\nsummary: S.\n\(key)\n---\n").handbook
        #expect(handbook.everyPage.map(\.id.kind) == [kind])
    }

    @Test("A kind said in the front matter decides which keys are known")
    func keysOfKind() async {
        let found = await findings(
            in: "-- content/guides/a.md --\n---\ntitle: A\n\"kind\": role\nsummary: S.\nkpis: [Speed]\nkpi: []\n---\n"
        )
        #expect(found == ["content/guides/a.md:6:1 unknown-key: 'kpi' is not a known key -> did you mean 'kpis'?"])
    }

    @Test(
        "A title is the front matter's, else the first heading's, else the file's name",
        arguments: [
            ("title: Given", "# Other\n", "Given"), ("", "# From *the* heading\n", "From the heading"),
            ("", "Prose.\n\n## Second level\n", "Second level"),
            ("", "<!-- note -->\n\n# Behind a comment\n", "Behind a comment"), ("", "Prose alone.\n", "My first page"),
            ("title: \"  \"", "# Blank is none\n", "Blank is none"), ("title: |\n  Two\n  lines", "", "Two lines"),
            ("", "#\n\n## An empty heading is none\n", "An empty heading is none"), ("", "## Responsibilities\n", "My first page"),
        ]
    )
    func titles(key: String, body: String, title: String) async {
        let handbook = await read("-- content/roles/my-first_page.md --\n---\nsummary: S.\n\(key)\n---\n\(body)").handbook
        #expect(handbook.roles.map(\.title) == [title])
    }

    @Test("A title made from the file's name is a warning, with the line to write")
    func missingTitle() async {
        #expect(
            await findings(in: "-- content/guides/data-quality.md --\nProse.\n") == [
                "content/guides/data-quality.md:1:0 missing-title: 'Data quality' is made from the file's name -> "
                    + "begin the page with '# Data quality', or with 'title: Data quality' in its front matter"
            ]
        )
    }

    @Test("A first heading that repeats the title is no part of the body; another one is")
    func repeatedHeading() async {
        let handbook = await read(
            "-- content/a.md --\n---\ntitle: A  Title\n---\n# a title\n\nText.\n-- content/b.md --\n---\ntitle: B\n---\n# Else\n"
        ).handbook
        #expect(handbook.everyPage.map { $0.blocks.map(\.plainText) } == [["Text."], ["Else"]])
    }

    @Test(
        "A slug is the file's name in lower case with hyphens; letters of all languages stay",
        arguments: [
            ("Data Engineer", "data-engineer"), ("ÜBER-uns", "über-uns"), ("データ", "データ"), ("a  b--c", "a-b-c"), ("v1.2_x", "v1.2_x"),
            ("R&D / Lead", "r-d-lead"), ("..", "page"), ("?", "page"), ("", "page"),
        ]
    )
    func slugs(name: String, slug: String) {
        #expect(PageAddress.slug(name) == slug)
    }

    @Test("A given slug is taken; one with other signs is an error with the right one")
    func givenSlugs() async {
        let project =
            "-- content/roles/a.md --\n---\ntitle: A\nsummary: S.\nslug: alpha\n---\n-- content/roles/b.md --\n---\ntitle: B\nsummary: S.\nslug: Beta Two\n---\n"
        #expect(await read(project).handbook.roles.map(\.page.address) == ["roles/alpha/", "roles/beta-two/"])
        #expect(await findings(in: project) == ["content/roles/b.md:4:7 invalid-slug: 'Beta Two' is no slug -> write 'beta-two'"])
    }

    @Test(
        "An address follows the kind, or the folders of a plain page",
        arguments: [
            ("index.md", ""), ("README.md", ""), ("about.md", "about/"), ("guides/index.md", "guides/"),
            ("guides/How To.md", "guides/how-to/"),
            ("roles/index.md", "roles/"), ("relations/index.md", "compare/"), ("roles/a.md", "roles/a/"), ("roles/deep/a.md", "roles/a/"),
            ("guides/README.md", "guides/readme/"), ("a/b/c.md", "a/b/c/"), ("lifecycle/x.md", "lifecycle/x/"),
        ]
    )
    func addresses(path: String, address: String) async {
        let handbook = await read("-- content/\(path) --\n---\ntitle: A\nsummary: S.\n---\n").handbook
        #expect(handbook.everyPage.map(\.address) == [address])
    }

    @Test("README.md is a page of its own where there is an index.md")
    func readmeBesideIndex() async {
        let project = "-- content/README.md --\n# Read me\n-- content/index.md --\n# Home\n"
        #expect(await read(project).handbook.pages.map(\.page.address).sorted() == ["", "readme/"])
        #expect(await findings(in: project) == [])
    }

    @Test("An index is the opening of its section's list")
    func openings() async {
        let handbook = await read("-- content/relations/index.md --\n# Who meets whom\n").handbook
        #expect(handbook.opening(of: "compare/")?.title == "Who meets whom")
        #expect(handbook.opening(of: "roles/") == nil)
    }

    @Test("A home page without a title is named after the handbook, another index after its folder")
    func untitledIndexes() async {
        let handbook = await read(
            "-- handbook.yml --\ntitle: Our book\n-- content/index.md --\nText.\n-- content/how-to/index.md --\nText.\n"
        ).handbook
        #expect(handbook.pages.map(\.title).sorted() == ["How to", "Our book"])
    }

    @Test(
        "A folder of plain Markdown, without settings and front matter, has no errors",
        arguments: ["", "content"]
    )
    func plainFolder(root: String) async {
        let prefix = root.isEmpty ? "" : root + "/"
        let project = """
            -- \(prefix)README.md --
            # Notes

            See [the guide](docs/guide.md#how), [all](docs/) and [the engineer](roles/data-engineer.md).
            -- \(prefix)docs/index.md --
            # Docs
            -- \(prefix)docs/guide.md --
            Text with `code` and a [link](../README.md).

            ## How
            -- \(prefix)roles/data-engineer.md --
            # Data Engineer

            Builds pipelines.

            ## Responsibilities
            - Pipelines
            -- \(prefix)raci/delivery.md --
            | Task | Data Engineer |
            |---|---|
            | Build | A/R |
            """
        let result = await read(project, contentRoot: root)
        #expect(!result.findings.hasErrors)
        #expect(
            faults(result.findings).sorted.map(line) == [
                "\(prefix)raci/delivery.md:1:0 missing-title: 'Delivery' is made from the file's name -> "
                    + "begin the page with '# Delivery', or with 'title: Delivery' in its front matter",
                "\(prefix)roles/data-engineer.md:1:0 incomplete-role: 'Data Engineer' has no summary -> add 'summary:' to its front matter",
            ]
        )
        #expect(result.handbook.roles.map(\.responsibilities.count) == [1])
    }
}
