import Foundation
import TestSupport
import Testing

/// `handbook new` and the starters of `handbook init`, as a user runs them.
@Suite struct NewCommandTests {
    private static func project(_ starter: String = "minimal") throws -> Scratch {
        let scratch = try Scratch()
        #expect(try Command.run(["init", ".", "--starter", starter], in: scratch.url).status == 0)
        return scratch
    }

    private static func new(_ words: [String], in scratch: Scratch) throws -> Command.Outcome {
        try Command.run(["new"] + words, in: scratch.url)
    }

    @Test func aRoleHasItsKeysAndSections() throws {
        let scratch = try Self.project("ai-team")
        let made = try Self.new(["role", "Data Steward"], in: scratch)
        #expect(made.status == 0 && made.stdout == "content/roles/data-steward.md\n", "\(made.stderr)")
        let text = try scratch.read("content/roles/data-steward.md")
        #expect(text.contains("\ntitle: Data Steward\nshort: "))
        #expect(text.contains("# one of: leadership, product, data, modelling, platform\n"))
        #expect(
            text.hasSuffix(
                "## Responsibilities\n\n## Knowledge\n\n## Skills\n\n## Eras\n\n### Before LLMs\n\n### With LLMs\n\n### Advanced teams\n"
            )
        )
    }

    @Test(arguments: [
        (["role", "Data: Steward"], "roles/data-steward.md"),
        (["relation", "Dev", "Product Owner"], "relations/developer-product-owner.md"),
        (["matrix", "Running it"], "raci/running-it.md"), (["activity", "Hire"], "activities/hire.md"),
        (["stage", "Idea"], "lifecycle/idea.md"),
        (["team", "First"], "teams/first.md"), (["source", "A talk", "--slug", "talk"], "sources/talk.md"),
        (["page", "On call"], "on-call.md"),
    ])
    func everyKindIsReadWithoutAnError(words: [String], path: String) throws {
        let scratch = try Self.project()
        let made = try Self.new(words, in: scratch)
        #expect(made.stdout == "content/\(path)\n", "\(made.stderr)")
        let checked = try Command.run(["check"], in: scratch.url)
        #expect(checked.status == 0 && !checked.stderr.contains("error"), "\(checked.stderr)")
    }

    @Test func sectionsHaveTheHandbooksOwnNames() throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "Tests/Fixtures/station"),
            to: scratch.url.appending(path: "p")
        )
        let made = try Command.run(["new", "role", "Hebamme", "--source", "p"], in: scratch.url)
        #expect(made.stdout == "p/content/roles/hebamme.md\n", "\(made.stderr)")
        let text = try scratch.read("p/content/roles/hebamme.md")
        #expect(text.contains("\n## Können\n") && !text.contains("## Skills"), "\(text)")
    }

    @Test func theProjectsArchetypeComesFirst() throws {
        let scratch = try Self.project()
        try scratch.write("---\ntitle: {{title}}\n---\n# {{ title }}\n\n## {{skills}}\n", to: "archetypes/role.md")
        #expect(try Self.new(["role", "A: B"], in: scratch).status == 0)
        #expect(try scratch.read("content/roles/a-b.md").hasSuffix("\ntitle: \"A: B\"\n---\n# A: B\n\n## Skills\n"))
        try scratch.write("---\ntitle: {{titel}}\n---\n", to: "archetypes/role.md")
        let wrong = try Self.new(["role", "C"], in: scratch)
        #expect(
            wrong.status == 2
                && wrong.stderr.hasPrefix(
                    "error[archetype-name]: '{{titel}}' is no name that an archetype is given\n  --> archetypes/role.md:2"
                )
        )
        #expect(wrong.stderr.contains("did you mean 'title'?") && !scratch.exists("content/roles/c.md"))
    }

    @Test(arguments: [
        (["role", "dev"], "error[cannot-make-page]: 'dev' has a role's page already\n"),
        (["role", "Coder", "--slug", "developer"], "error[cannot-make-page]: 'developer' is the file name of 'Developer' already\n"),
        (["role", "Data", "Steward"], "error[cannot-make-page]: a role has one title\n"),
        (["relation", "Designer"], "error[cannot-make-page]: a relation is between two roles\n"),
        (["relation", "Designer", "Devloper"], "error[unknown-role]: 'Devloper' is no role\n"),
        (["relation", "Developer", "Designer"], "error[cannot-make-page]: 'Developer' and 'Designer' have a relation's page already\n"),
    ])
    func whatIsThereIsLeftAlone(words: [String], message: String) throws {
        let scratch = try Self.project()
        let before = try scratch.files(".")
        let made = try Self.new(words, in: scratch)
        #expect(made.status == 2 && made.stdout.isEmpty && made.stderr.hasPrefix(message), "\(made.stderr)")
        #expect(try scratch.files(".") == before)
    }

    @Test func aFileThatIsNoPageIsLeftAloneToo() throws {
        let scratch = try Self.project()
        try scratch.write("mine", to: "content/private/roles/x.md")
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "content/roles/steward.md"),
            withIntermediateDirectories: true
        )
        let made = try Self.new(["role", "Steward"], in: scratch)
        #expect(
            made.status == 2 && made.stderr.hasPrefix("error[cannot-write-page]: 'content/roles/steward.md' is there already\n"),
            "\(made.stderr)"
        )
    }

    // MARK: - Starters

    @Test func theDefaultHandbookIsAStarter() throws {
        let scratch = try Self.project("ai-team")
        for (path, bytes) in try scratch.files("content") {
            #expect(try Data(contentsOf: Repository.root.appending(path: "content/\(path)")) == bytes, "\(path)")
        }
        let settings = try String(contentsOf: Repository.root.appending(path: "handbook.yml"), encoding: .utf8)
        #expect(try scratch.read("handbook.yml") == "# yaml-language-server: $schema=.handbook/schema/settings.json\n" + settings)
        let checked = try Command.run(["check"], in: scratch.url)
        #expect(checked.status == 0, "\(checked.stderr)")
        #expect(scratch.exists(".gitignore"))
    }

    @Test func titleAndLanguageAreSettings() throws {
        let scratch = try Scratch()
        let made = try Command.run(["init", "p", "--title", "Wir: alle", "--language", "de"], in: scratch.url)
        #expect(made.status == 0, "\(made.stderr)")
        #expect(try scratch.read("p/handbook.yml").contains("\ntitle: \"Wir: alle\"\ndescription: "))
        #expect(try scratch.read("p/handbook.yml").contains("\nlanguage: de\n"))
    }

    @Test(arguments: [
        ["--language", "Deutsch!"], ["--title", ""], ["--starter", "huge"], ["--from", "x.json", "--starter", "minimal"],
    ])
    func wrongOptionsMakeNothing(words: [String]) throws {
        let scratch = try Scratch()
        let made = try Command.run(["init", "p"] + words, in: scratch.url)
        #expect(made.status == 2 && !scratch.exists("p"))
    }
}
