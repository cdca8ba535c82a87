import Handbook
import Testing

@testable import Authoring

/// A kind needs two signs: a folder or a label of some word is a topic as well.
@Suite struct ImportKindTests {
    private static func kind(_ texts: [String: String], _ path: String) -> Kind? {
        Imported.plan(texts).report.entries.first { $0.from == path }?.kind
    }

    @Test(arguments: [
        ("reference/api.md", "# The API\n"), ("tasks/install.md", "# Install it\n"), ("people/holidays.md", "# Holidays\n"),
        ("teams/writing.md", "# How teams write\n"), ("jobs/nightly.md", "# Nightly jobs\n"), ("sources/feeds.md", "# Feeds\n"),
        ("activities/party.md", "# The party\n"), ("stages/hosting.md", "# Hosting\n"),
        ("a.md", "---\ncategory: Team\n---\n# News\n"), ("a.md", "---\ntags: [task]\n---\n# News\n"),
        ("a.md", "---\ntype: reference\n---\n# The API\n"), ("a.md", "---\ncategories: [Roles, Data]\n---\n# All roles\n"),
    ])
    func aTopicIsNoKind(path: String, text: String) { #expect(Self.kind([path: text], path) == .page) }

    @Test(arguments: [
        ("people/a.md", "# A\n\n## Responsibilities\n- x\n", Kind.role), ("people/a.md", "# Data Engineer\n\ntext\n", .role),
        ("jobs/a.md", "---\nreports_to: B\n---\n# A\n", .role), ("a.md", "# Data Engineer (L2)\n\n## Skills\n- x\n", .role),
        ("reference/a.md", "---\nurl: https://example.org/a\n---\n# A\n", .source),
        ("a.md", "---\ntags: [source]\nisbn: 1\n---\n# A\n", .source), ("teams/a.md", "---\ncast: [Cook]\n---\n# A\n", .team),
        ("tasks/a.md", "---\ntags: [task]\n---\n# A\n", .activity), ("phases/a.md", "---\ndrives: [Cook]\n---\n# A\n", .stage),
    ])
    func twoSignsAre(path: String, text: String, kind: Kind) { #expect(Self.kind([path: text], path) == kind) }

    @Test func pagesAreOfTheKindOfTheirNeighbours() {
        let source = "---\nurl: https://example.org/\n---\n# A\n"
        let plan = Imported.plan(["references/a.md": source, "references/b.md": source, "references/c.md": "# C\n"])
        #expect(plan.report.text.contains("references/c.md: source (folder 'references', whose other pages are sources)\n"))
        #expect(Self.kind(["references/a.md": source, "references/b.md": "# B\n", "references/c.md": "# C\n"], "references/c.md") == .page)
    }

    @Test func aFolderThatIsLeftIsReported() {
        let plan = Imported.plan(["reference/a.md": "# A\n", "reference/b.md": "# B\n", "x.md": "# X\n"])
        #expect(
            plan.reported("To look at:") == [
                "wiki/reference/: a folder of this name may be of sources; 2 pages are plain pages, since nothing else says so: "
                    + "'kind: source' does"
            ]
        )
    }

    @Test(arguments: ["How we write roles", "Role template", "Career levels?", "Roles overview"])
    func aTextAboutRolesIsNoRole(title: String) {
        let plan = Imported.plan(["roles/a.md": "# \(title)\n\n## Then\n", "roles/b.md": "# B\n"])
        #expect(plan.report.entries.first { $0.from == "roles/a.md" }?.kind == .page)
        #expect(Imported.text(plan, "content/roles/a.md")?.hasPrefix("---\nkind: page\n---\n") == true)
        #expect(
            plan.reported("To look at:") == [
                "wiki/roles/a.md: folder 'roles' is one of roles, but '\(title)' reads like a topic: a plain page"
            ]
        )
    }

    // MARK: - Shapes

    @Test(arguments: [
        "**Responsibilities**\n\n- a\n\n**Skills**\n\n- b\n", "**Responsibilities:**\n- a\n\n**Skills**:\n- b\n",
        "Intro.\n\n**Duties**\n\n- a\n\n**Must know**\n\n- b\n\n**Pay**\n\ntext\n",
    ])
    func boldParagraphsAreHeadings(body: String) async {
        let plan = Imported.plan(["a.md": "# Tester\n\n" + body])
        let text = Imported.text(plan, "content/a.md") ?? ""
        #expect(text.contains("kind: role\n") && text.contains("\n## ") && !text.contains("**"), "\(text)")
        #expect(plan.reported("Converted:").first?.hasSuffix("is a heading") == true)
        let role = await HandbookReader.read(plan.project).handbook.roles.first
        #expect(role?.title == "Tester")
    }

    @Test func boldParagraphsOfOtherPagesStay() {
        let body = "# News\n\n**Big day**\n\ntext\n"
        #expect(Imported.page(body).text == body)
    }

    @Test(arguments: [
        "| Title | Data Engineer |\n|---|---|\n| Department | Data |\n| Responsibilities | builds; runs |\n| Grade | 7 |\n",
        "| Field | Value |\n|---|---|\n| **Role** | Data Engineer |\n| Department | Data |\n| Responsibilities | builds<br>runs |\n| Grade | 7 |\n",
        "<table>\n<tr><th>Title</th><td>Data Engineer</td></tr>\n<tr><th>Department</th><td>Data</td></tr>\n"
            + "<tr><th>Responsibilities</th><td><ul><li>builds</li><li>runs</li></ul></td></tr>\n<tr><th>Grade</th><td>7</td></tr>\n</table>\n",
    ])
    func aTableOfFactsIsRead(table: String) {
        let plan = Imported.plan(["jd/x.md": table + "\nMore.\n"])
        let text = Imported.text(plan, "content/jd/x.md") ?? ""
        #expect(text.hasPrefix("---\ntitle: Data Engineer\nkind: role\ngroup: data\n---\n"), "\(text)")
        #expect(text.contains("- **Grade:** 7\n\n## Responsibilities\n\n- builds\n- runs\n") && text.hasSuffix("\nMore.\n"), "\(text)")
        #expect(plan.reported("Converted:").contains { $0.hasPrefix("wiki/jd/x.md:1: the table of facts is read") })
    }

    @Test(arguments: [
        (
            "people/a.md", "# Data Engineer\n\n## What the days are like\n- x\n",
            "no heading is one that a role's page has: rename 'What the days are like'"
        ),
        (
            "a.md", "# Data Engineer\n\n## What the days are like\n- x\n",
            "looks like a role; rename the heading 'What the days are like' to 'Responsibilities'"
        ),
        ("a.md", "# Baking\n\n## Skills\n- x\n\n## Oven\n", "looks like a role; write 'kind: role' if it is one"),
        ("roles/a.md", "# A\n\n## Opgaver\n- x\n", "no heading is one that a role's page has: rename 'Opgaver' to 'Responsibilities'"),
    ])
    func whatLooksLikeARoleIsReported(path: String, text: String, message: String) {
        let report = Imported.plan([path: text]).reported("To look at:")
        #expect(report.contains { $0.hasPrefix("wiki/\(path):3: \(message)") }, "\(report)")
    }
}
