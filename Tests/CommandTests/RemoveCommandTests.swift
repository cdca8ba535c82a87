import Foundation
import TestSupport
import Testing

/// `handbook remove`, as a user runs it.
@Suite struct RemoveCommandTests {
    private static let kitchen = """
        -- handbook.yml --
        title: Kitchen
        -- content/roles/cook.md --
        ---
        title: Line Cook
        short: LC
        ---
        -- content/roles/baker.md --
        ---
        title: Baker
        ---
        Knows the [cook](cook.md), [[LC]] and [[line cook|her]].

        Ask the Line Cook.
        -- content/relations/baker-cook.md --
        ---
        between: [baker, cook]
        ---
        ## Overlap
        1. **Bread**: both.
        -- content/raci/day.md --
        # Day

        | Task | Line Cook | Baker |
        |---|:---:|---|
        | Bake \\| serve | R | A |
        | Clean | A/R |  |
        -- content/lifecycle/open.md --
        ---
        title: Open
        drives: [cook, baker]
        takes_part: [baker, LC]
        key:
          - "Line Cook"
          - baker
        ---
        """

    private static func scratch() throws -> Scratch {
        let scratch = try Scratch()
        for (path, bytes) in ProjectText(kitchen).files.texts { try scratch.write(String(decoding: bytes, as: UTF8.self), to: path) }
        return scratch
    }

    @Test func aRoleIsRemovedWhereThatIsCertain() throws {
        let scratch = try Self.scratch()
        let outcome = try Command.run(["remove", "role", "lc"], in: scratch.url)
        #expect(outcome.status == 0 && outcome.stderr.isEmpty, "\(outcome.stderr)")
        #expect(
            outcome.stdout.hasPrefix(
                """
                Line Cook: 2 files deleted, 3 files changed
                  content/relations/baker-cook.md
                  content/roles/cook.md
                Still named, for you to reword:
                  content/roles/baker.md:4: 'cook'
                  content/roles/baker.md:4: 'Line Cook'
                  content/roles/baker.md:4: 'her'
                  content/roles/baker.md:6: 'Line Cook'

                """
            ),
            "\(outcome.stdout)"
        )
        #expect(!scratch.exists("content/roles/cook.md") && !scratch.exists("content/relations/baker-cook.md"))
        #expect(try scratch.read("content/roles/baker.md").contains("Knows the cook, Line Cook and her."))
        #expect(
            try scratch.read("content/raci/day.md")
                == "# Day\n\n| Task | Baker |\n|---|---|\n| Bake \\| serve | A |\n| Clean |  |\n"
        )
        #expect(
            try scratch.read("content/lifecycle/open.md")
                == "---\ntitle: Open\ndrives: [baker]\ntakes_part: [baker]\nkey:\n  - baker\n---\n"
        )
    }

    @Test func aDryRunShowsTheChangeAndWritesNothing() throws {
        let scratch = try Self.scratch()
        let before = try scratch.files("content")
        let outcome = try Command.run(["remove", "role", "Line Cook", "--dry-run"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(outcome.stdout.contains("--- a/content/roles/cook.md\n+++ /dev/null\n"))
        #expect(outcome.stdout.contains("-Knows the [cook](cook.md), [[LC]] and [[line cook|her]].\n+Knows the cook, Line Cook and her.\n"))
        #expect(outcome.stdout.contains("Still named, for you to reword:\n  content/roles/baker.md:4: 'cook'\n"))
        #expect(try scratch.files("content") == before)
    }

    @Test(arguments: [
        (["remove", "role", "Chef"], 2, "'Chef'"), (["remove", "team", "Pilot"], 2, "role"),
        (["remove", "role"], 2, "Missing expected argument"),
    ])
    func whatCannotBeRemovedIsReported(words: [String], status: Int32, message: String) throws {
        let scratch = try Self.scratch()
        let before = try scratch.files("content")
        let outcome = try Command.run(words, in: scratch.url)
        #expect(outcome.status == status && outcome.stderr.contains(message), "\(outcome.status) \(outcome.stderr)")
        #expect(try scratch.files("content") == before)
    }

    // MARK: - Names in other forms

    /// Removes the role Tester from a team with a developer, and gives what a page became and what the command said.
    private static func removed(_ page: String, at path: String, tester: String = "title: Tester\n") throws -> (String, String) {
        let scratch = try Scratch()
        try scratch.write("title: Team\n", to: "handbook.yml")
        try scratch.write("---\n\(tester)---\n", to: "content/roles/Tester.md")
        try scratch.write("---\ntitle: Dev\n---\n", to: "content/roles/dev.md")
        try scratch.write("---\ntitle: Product Owner\nshort: PO\n---\n", to: "content/roles/po.md")
        try scratch.write(page, to: path)
        let outcome = try Command.run(["remove", "role", "Tester"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        return (try scratch.read(path), outcome.stdout)
    }

    @Test(arguments: [
        "[Tester](../roles/Tester.md)", "[[Tester]]", "**[Tester](../roles/Tester.md)**", "`Tester`", "Tester (lead)",
    ])
    func aColumnHeadedInAnyFormIsRemoved(heading: String) throws {
        let page = "# M\n\n| Task | \(heading) | Dev | PO |\n|---|---|---|---|\n| Build | R | A | C |\n| Ship | C | A | R |\n"
        let (text, said) = try Self.removed(page, at: "content/raci/m.md")
        #expect(text == "# M\n\n| Task | Dev | PO |\n|---|---|---|\n| Build | A | C |\n| Ship | A | R |\n", "\(text)")
        #expect(!said.contains("Still named") && !said.contains("unknown-role"), "\(said)")
    }

    @Test(arguments: [
        ("Tester, PO", "PO"), ("PO, Tester", "PO"), ("QA; PO", "PO"), ("[Tester](../roles/Tester.md), PO", "PO"),
        ("PO, checker, Dev", "PO, Dev"),
    ])
    func aNameInAListOfACellIsRemoved(cell: String, result: String) throws {
        let page = "# M\n\n| Task | Responsible | Accountable |\n|---|---|---|\n| Build | \(cell) | Dev |\n"
        let (text, said) = try Self.removed(page, at: "content/raci/m.md", tester: "title: Tester\nshort: QA\naliases: [Checker]\n")
        #expect(text.contains("| Build | \(result) | Dev |"), "\(text)")
        #expect(!said.contains("Still named") && !said.contains("New errors"), "\(said)")
    }

    @Test(arguments: ["Tester", "QA", "Tester (signs), PO", "Tester and PO"])
    func aCellThatOnlyItsAuthorCanChangeIsListed(cell: String) throws {
        let page = "# M\n\n| Task | Responsible | Accountable |\n|---|---|---|\n| Build | \(cell) | Dev |\n"
        let (text, said) = try Self.removed(page, at: "content/raci/m.md", tester: "title: Tester\nshort: QA\n")
        #expect(text == page, "\(text)")
        #expect(said.contains("Still named, for you to reword:\n  content/raci/m.md:5: '"), "\(said)")
    }

    @Test func anEntryThatIsLeftWithOneRoleIsTakenOut() throws {
        let head = "---\ntitle: Pilot\ncast:\n  - role: Dev\n  - role: PO\n  - role: Tester\n"
        let (text, said) = try Self.removed(
            head + "same_person:\n  - roles: [Tester, Dev]\n---\ntext\n",
            at: "content/teams/pilot.md"
        )
        #expect(text == head + "---\ntext\n", "\(text)")
        #expect(said.contains("Still named, for you to reword:\n  content/teams/pilot.md:6: 'Tester'\n"), "\(said)")
        let (three, _) = try Self.removed(head + "same_person:\n  - roles: [Dev, PO, Tester]\n---\n", at: "content/teams/pilot.md")
        #expect(three == head + "same_person:\n  - roles: [Dev, PO]\n---\n", "\(three)")
    }

    @Test func mentionsInOtherFormsAreListed() throws {
        let page =
            "# P\n\nAsk a tester.\n\nTesters know.\n\nTHE TESTER\n\nThe QA, or a checker.\n\nCode: `tester`, testing, [x](../tester-list.md)\n"
        let (text, said) = try Self.removed(page, at: "content/p.md", tester: "title: Tester\nshort: QA\naliases: [Checker]\n")
        #expect(text == page)
        #expect(
            said.contains(
                """
                Still named, for you to reword:
                  content/p.md:3: 'tester'
                  content/p.md:5: 'Testers'
                  content/p.md:7: 'TESTER'
                  content/p.md:9: 'QA'
                  content/p.md:9: 'checker'

                """
            ),
            "\(said)"
        )
    }

    @Test func linesAreThoseOfTheChangedFile() throws {
        let page = "---\ntitle: Open\ndrives:\n  - Tester\n  - Dev\n---\nThe tester, [they](../roles/Tester.md \"t\") know.\n"
        let (text, said) = try Self.removed(page, at: "content/lifecycle/open.md")
        #expect(text == "---\ntitle: Open\ndrives:\n  - Dev\n---\nThe tester, they know.\n", "\(text)")
        #expect(said.contains("reword:\n  content/lifecycle/open.md:6: 'they'\n"), "\(said)")
    }

    @Test func aRowThatARoleHeadsIsListedOnce() throws {
        let page = "# M\n\n| Role | Build | Run |\n|---|---|---|\n| [Tester](../roles/Tester.md) | R | A |\n| Dev | A | R |\n"
        let (_, said) = try Self.removed(page, at: "content/raci/m.md")
        #expect(said.contains("reword:\n  content/raci/m.md:5: 'Tester'\nNew errors:\n  content/raci/m.md:5: "), "\(said)")
    }

    @Test func newErrorsAreListed() throws {
        let page = "# M\n\n| Task | Tester | Dev |\n|---|---|---|\n| Build | A | R |\n"
        let (_, said) = try Self.removed(page, at: "content/raci/m.md")
        #expect(said.contains("New errors:\n  content/raci/m.md:5: "), "\(said)")
    }
}
