import Foundation
import TestSupport
import Testing

/// `handbook rename`, as a user runs it.
@Suite struct RenameCommandTests {
    /// A copy of the default handbook.
    private static func copy() throws -> Scratch {
        let scratch = try Scratch()
        for name in ["content", "handbook.yml"] {
            try FileManager.default.copyItem(at: Repository.root.appending(path: name), to: scratch.url.appending(path: name))
        }
        return scratch
    }

    /// What a build says of a project, and the pages that it writes.
    private struct Site: Equatable {
        let counts: String
        let pages: Set<String>

        init(_ scratch: Scratch) throws {
            let outcome = try Command.run(["build"], in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.stderr)")
            counts = outcome.stderr.split(separator: "\n").last.map(String.init) ?? ""
            pages = Set(try scratch.files("public").keys.filter { $0.hasSuffix(".html") })
        }
    }

    /// The default handbook as it stands.
    private static let before = Result { try Site(try copy()) }

    /// Nothing more is found than before, and every old address is still one.
    private static func expectAsCleanAsItWas(_ scratch: Scratch) throws {
        let (before, after) = (try before.get(), try Site(scratch))
        #expect(after.counts == before.counts)
        #expect(before.pages.subtracting(after.pages).isEmpty, "\(before.pages.subtracting(after.pages).sorted())")
    }

    @Test func aRoleOfTheDefaultHandbookIsRenamedEverywhere() throws {
        let scratch = try Self.copy()
        let outcome = try Command.run(["rename", "role", "Data Engineer", "Data Steward"], in: scratch.url)
        #expect(outcome.status == 0 && outcome.stderr.isEmpty, "\(outcome.stderr)")
        #expect(outcome.stdout.hasPrefix("Data Engineer is now Data Steward: "))
        #expect(outcome.stdout.contains("  content/roles/data-engineer.md -> content/roles/data-steward.md\n"))
        #expect(outcome.stdout.contains("  /roles/data-engineer/ leads on to /roles/data-steward/\n"))

        try Self.expectAsCleanAsItWas(scratch)
        #expect(
            try scratch.read("public/roles/data-engineer/index.html").contains(#"content="0; url=../../roles/data-steward/index.html""#)
        )
        for (path, bytes) in try scratch.files("content") {
            let text = String(decoding: bytes, as: UTF8.self).replacing("/roles/data-engineer/", with: "")
            #expect(!text.contains(/Data Engineers?\b/) && !text.contains("data-engineer"), "\(path)")
        }
        #expect(!scratch.exists("content/relations/data-engineer-ml-engineer.md"))
        #expect(scratch.exists("content/relations/data-steward-ml-engineer.md"))
    }

    @Test(arguments: [
        ["activity", "Deploy to production", "Put into production"], ["stage", "Feasibility", "First look"],
        ["team", "Pilot", "First team"], ["source", "ai-for-everyone", "AI for Anyone"], ["role", "legal", "Counsel"],
    ])
    func everyKindStaysAsCleanAsItWas(words: [String]) throws {
        let scratch = try Self.copy()
        let outcome = try Command.run(["rename"] + words, in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        try Self.expectAsCleanAsItWas(scratch)
    }

    private static let small = """
        -- handbook.yml --
        title: Kitchen
        -- content/roles/line-cook.md --
        ---
        title: Line Cook # who cooks
        short: LC
        aliases: [Cook]
        summary: Cooks; every Line Cook does.
        ---
        # Line Cook

        ## Skills
        - **Soup**: what Line Cooks make. See [himself](line-cook.md#skills).
        -- content/roles/baker.md --
        ---
        title: Baker
        ---
        A Baker knows the [cook][c], [[line-cook]], [[role:Line Cook#skills|her]] and `Line Cook`.
        Any line cook will do.

        ## What a Line Cook is told

        > The Line Cook said so.

        Back to [what is told](#what-a-line-cook-is-told).

        [c]: <line-cook.md>
        -- content/relations/baker-line-cook.md --
        ---
        between: ["baker", 'line-cook']
        ---
        ## Overlap
        1. **Bread**: the Baker bakes, the Line Cook slices.
        ## Collaboration
        - The Line Cook and the Baker talk.
        -- content/raci/day.md --
        # Day
        | Task | line-cook | Baker |
        |---|---|---|
        | Brief the Line Cook | A/R | C |
        -- content/raci/night.md --
        # Night
        | Task | Accountable | Responsible |
        |---|---|---|
        | Clean up | LC | Line Cook, Baker |
        """

    private static func kitchen() throws -> Scratch {
        let scratch = try Scratch()
        for (path, bytes) in ProjectText(small).files.texts { try scratch.write(String(decoding: bytes, as: UTF8.self), to: path) }
        return scratch
    }

    @Test func everyNotationIsKept() throws {
        let scratch = try Self.kitchen()
        let outcome = try Command.run(["rename", "role", "lc", "Station Chef", "--slug", "chef", "--keep-alias"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(
            outcome.stdout == """
                Line Cook is now Station Chef: 5 files changed
                  content/relations/baker-line-cook.md -> content/relations/baker-chef.md
                  content/roles/line-cook.md -> content/roles/chef.md
                  /roles/line-cook/ leads on to /roles/chef/
                Left as they are, since they may mean something else:
                  content/raci/day.md:4: 'Line Cook' is left as it is
                  content/roles/baker.md:5: 'line cook' is left as it is
                  content/roles/baker.md:9: 'Line Cook' is left as it is

                """
        )
        #expect(
            try scratch.read("content/roles/chef.md") == """
                ---
                title: Station Chef # who cooks
                short: LC
                aliases: [Cook, Line Cook]
                summary: Cooks; every Station Chef does.
                redirect_from: [/roles/line-cook/]
                ---
                # Station Chef

                ## Skills
                - **Soup**: what Station Chefs make. See [himself](chef.md#skills).

                """
        )
        #expect(
            try scratch.read("content/roles/baker.md") == """
                ---
                title: Baker
                ---
                A Baker knows the [cook][c], [[chef]], [[role:Station Chef#skills|her]] and `Line Cook`.
                Any line cook will do.

                ## What a Station Chef is told {#what-a-line-cook-is-told}

                > The Line Cook said so.

                Back to [what is told](#what-a-line-cook-is-told).

                [c]: <chef.md>

                """
        )
        #expect(try scratch.read("content/relations/baker-chef.md").hasPrefix("---\nbetween: [\"baker\", 'chef']\n---\n"))
        #expect(try scratch.read("content/raci/day.md").contains("| Task | chef | Baker |\n|---|---|---|\n| Brief the Line Cook |"))
        #expect(try scratch.read("content/raci/night.md").contains("| Clean up | LC | Station Chef, Baker |"))
    }

    @Test(arguments: [
        ("| Person | Hiring | Payroll |\n|---|---|---|\n| Line Cook | A | R |\n| **Baker** | R | A |\n", "| Chef | A | R |"),
        ("| Who | Hiring |\n|---|---|\n| [[line-cook]] | A |\n| [[baker]] | R |\n", "| [[chef]] | A |"),
    ])
    func aRoleDownTheSideOfAMatrixIsRenamed(table: String, row: String) throws {
        let scratch = try Self.kitchen()
        try scratch.write("# Office\n\n\(table)", to: "content/raci/office.md")
        let outcome = try Command.run(["rename", "role", "lc", "Chef"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        let renamed = try scratch.read("content/raci/office.md")
        #expect(renamed.contains(row), "\(renamed)")
        let after = try Command.run(["check"], in: scratch.url)
        #expect(after.status == 0 && !after.stderr.contains("error["), "\(after.stderr)")
    }

    @Test func thereAndBackIsWhatItWas() throws {
        let scratch = try Self.copy()
        let before = try scratch.files("content")
        #expect(try Command.run(["rename", "role", "Data Scientist", "Data Explorer"], in: scratch.url).status == 0)
        #expect(try Command.run(["rename", "role", "Data Explorer", "Data Scientist"], in: scratch.url).status == 0)
        for (path, bytes) in try scratch.files("content") {
            // A heading that named the role keeps the anchor that it had, and now says so.
            let text = String(decoding: bytes, as: UTF8.self).replacing("redirect_from: [/roles/data-explorer/]\n", with: "")
                .replacing(#/ \{#[^}]+\}/#, with: "")
            #expect(Data(text.utf8) == before[path], "\(path)")
        }
    }

    @Test func aDryRunShowsTheChangeAndWritesNothing() throws {
        let scratch = try Self.kitchen()
        let before = try scratch.files(".")
        let outcome = try Command.run(["rename", "role", "Baker", "Pastry Chef", "--dry-run"], in: scratch.url)
        #expect(outcome.status == 0 && outcome.stderr.isEmpty, "\(outcome.stderr)")
        #expect(outcome.stdout.contains("rename from content/roles/baker.md\nrename to content/roles/pastry-chef.md\n"))
        #expect(
            outcome.stdout.contains(
                "--- a/content/raci/day.md\n+++ b/content/raci/day.md\n@@ -1,4 +1,4 @@\n # Day\n-| Task | line-cook | Baker |\n+| Task | line-cook | Pastry Chef |\n"
            )
        )
        #expect(outcome.stdout.contains("\n+redirect_from: [/roles/baker/]\n"))
        #expect(try scratch.files(".") == before)
    }

    @Test(arguments: [
        (["role", "Baker", "line cook"], "error[cannot-rename]: 'line cook' is another role's name\n"),
        (["role", "Baker", "Chef", "--slug", "line-cook"], "error[cannot-rename]: 'line-cook' is another role's name\n"),
        (["role", "Baker", "Baker"], "error[cannot-rename]: 'Baker' is its title already\n"),
        (["role", "Bakr", "Chef"], "error[unknown-role]: 'Bakr' is no role\n"),
        (["role", "Baker", "Chef", "--slug", "The Chef"], "error[invalid-slug]: 'The Chef' is no slug\n"),
        (["role", "Baker", "Old Hand"], "error[cannot-rename]: there would be an error: "),
    ])
    func whatCannotBeChangesNothing(words: [String], message: String) throws {
        let scratch = try Self.kitchen()
        try scratch.write("---\ntitle: Old hands\nredirect_from: [/roles/old-hand/]\n---\n", to: "content/guide.md")
        let before = try scratch.files(".")
        let outcome = try Command.run(["rename"] + words, in: scratch.url)
        #expect(outcome.status == 2 && outcome.stdout.isEmpty && outcome.stderr.hasPrefix(message), "\(outcome.stderr)")
        #expect(try scratch.files(".") == before)
    }

    @Test func aProjectThatCannotBeReadIsLeftAlone() throws {
        let scratch = try Self.kitchen()
        try scratch.write("---\ntitle: [\n---\n", to: "content/guide.md")
        let outcome = try Command.run(["rename", "role", "Baker", "Chef"], in: scratch.url)
        #expect(
            outcome.status == 2 && outcome.stderr.hasPrefix("error[cannot-rename]: some of the project cannot be read"),
            "\(outcome.stderr)"
        )
    }
}
