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
        #expect(outcome.stdout.contains("Still named, for you to reword:\n  content/roles/baker.md:6: 'Line Cook'\n"))
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
}
