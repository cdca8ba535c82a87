import Foundation
import TestSupport
import Testing

/// `handbook schema`, and the schemas that `init` and `new` give to editors, as a user meets them.
@Suite struct SchemaCommandTests {
    private static let kinds = ["role", "relation", "matrix", "activity", "stage", "team", "source", "page"]

    private static func run(_ words: [String], in folder: URL = Repository.root) throws -> Command.Outcome {
        try Command.run(words, in: folder)
    }

    @Test func aloneItListsWhatThereIs() throws {
        let told = try Self.run(["schema"])
        #expect(told.status == 0 && told.stderr.isEmpty)
        let lines = told.stdout.split(separator: "\n").map(String.init)
        #expect(
            lines.map { $0.prefix { $0 != " " } } == (["settings"] + Self.kinds + ["handbook.json", "check-report.json"]).map { $0[...] }
        )
        #expect(lines.first == "settings           handbook.yml")
        #expect(lines.contains("activity           The front matter of an activity"))
    }

    @Test func oneIsPrinted() throws {
        let told = try Self.run(["schema", "role"])
        #expect(told.status == 0 && told.stdout.contains(#""$id": "urn:handbook:schema:role""#) && told.stdout.hasSuffix("}\n"))
    }

    @Test func severalGoIntoAFolder() throws {
        let scratch = try Scratch()
        let two = try Self.run(["schema", "role", "handbook.json", "--output", "a/b"], in: scratch.url)
        #expect(two.stdout == "a/b: 2 files\n")
        #expect(try scratch.files("a/b").keys.sorted() == ["handbook.schema.json", "role.json"])
        #expect(try scratch.read("a/b/role.json") == Self.run(["schema", "role"]).stdout)
        // What is there is brought up to date.
        try scratch.write("{}", to: "all/role.json")
        #expect(try Self.run(["schema", "-o", "all"], in: scratch.url).stdout == "all: 9 files\n")
        #expect(try scratch.files("all").keys.sorted() == (["settings"] + Self.kinds).map { $0 + ".json" }.sorted())
        #expect(try scratch.read("all/role.json") == scratch.read("a/b/role.json"))
    }

    @Test(arguments: [
        (["role", "page"], "several schemas go into a folder: give --output DIR, or one name"),
        (["rolle"], "The value 'rolle' is invalid for '<name>'"),
        (["--output", "file"], "error[cannot-write-file]: 'file' cannot be made a folder\n"),
    ])
    func saysWhatIsWrong(words: [String], message: String) throws {
        let scratch = try Scratch()
        try scratch.write("", to: "file")
        let told = try Self.run(["schema"] + words, in: scratch.url)
        #expect(told.status == 2 && told.stdout.isEmpty && told.stderr.contains(message), "\(told.stderr)")
    }

    // MARK: - In a project

    @Test func theSchemasAreNoPartOfTheSite() throws {
        let scratch = try Scratch()
        #expect(try Self.run(["init", "p"], in: scratch.url).status == 0)
        #expect(try scratch.files("p/.handbook/schema").count == 9)
        #expect(
            try scratch.read("p/handbook.yml").hasPrefix(
                "# yaml-language-server: $schema=.handbook/schema/settings.json\ntitle: Our team\n"
            )
        )
        #expect(try Self.run(["build", "--source", "p"], in: scratch.url).status == 0)
        #expect(try !scratch.files("p/public").keys.contains { $0.contains("schema/") || $0.hasPrefix(".handbook/") })
    }

    @Test func aFolderThatIsItselfTheContentHasThemAside() throws {
        let scratch = try Scratch()
        try scratch.write("# A\n", to: "a.md")
        #expect(try Self.run(["schema", "--output", ".handbook/schema"], in: scratch.url).status == 0)
        let made = try Self.run(["new", "role", "Night Watch"], in: scratch.url)
        #expect(made.stdout == "roles/night-watch.md\n", "\(made.stderr)")
        #expect(
            try scratch.read("roles/night-watch.md").hasPrefix(
                "---\n# yaml-language-server: $schema=../.handbook/schema/role.json\ntitle: Night Watch\n"
            )
        )
        let built = try Self.run(["build"], in: scratch.url)
        #expect(built.status == 0, "\(built.stderr)")
        #expect(try !scratch.files("public").keys.contains { $0.contains("schema/") })
    }

    @Test func aNewPageNamesItsSchemaWhereThereIsOne() throws {
        let scratch = try Scratch()
        _ = try Self.run(["init", "."], in: scratch.url)
        #expect(try Self.run(["new", "page", "On call"], in: scratch.url).status == 0)
        #expect(
            try scratch.read("content/on-call.md").hasPrefix(
                "---\n# yaml-language-server: $schema=../.handbook/schema/page.json\ntitle: On call\n"
            )
        )
        // An archetype of the project's own: with front matter, with the comment already, and with neither.
        try scratch.write("---\ntitle: {{title}}\n---\n", to: "archetypes/role.md")
        try scratch.write("---\n# yaml-language-server: $schema=mine.json\ntitle: {{title}}\n---\n", to: "archetypes/team.md")
        try scratch.write("# {{title}}\n", to: "archetypes/page.md")
        for words in [["role", "A"], ["team", "B"], ["page", "C"]] { #expect(try Self.run(["new"] + words, in: scratch.url).status == 0) }
        #expect(
            try scratch.read("content/roles/a.md")
                == "---\n# yaml-language-server: $schema=../../.handbook/schema/role.json\ntitle: A\n---\n"
        )
        #expect(try scratch.read("content/teams/b.md") == "---\n# yaml-language-server: $schema=mine.json\ntitle: B\n---\n")
        #expect(try scratch.read("content/c.md") == "# C\n")
        // Without the schema nothing names it.
        try FileManager.default.removeItem(at: scratch.url.appending(path: ".handbook"))
        #expect(try Self.run(["new", "stage", "D"], in: scratch.url).status == 0)
        #expect(try !scratch.read("content/lifecycle/d.md").contains("yaml-language-server"))
    }

    @Test func findingsKeepTheirLinesBehindTheComment() throws {
        let scratch = try Scratch()
        _ = try Self.run(["init", "."], in: scratch.url)
        try scratch.write(
            "---\n# yaml-language-server: $schema=../../.handbook/schema/role.json\ntitle: A\nkpi: [x]\n---\n[lost](lost.md)\n",
            to: "content/roles/a.md"
        )
        let told = try Self.run(["check", "--format", "short"], in: scratch.url)
        #expect(told.stdout.contains("content/roles/a.md:4:1: error[unknown-key]"), "\(told.stdout)")
        #expect(told.stdout.contains("content/roles/a.md:6:8: error[dead-link]"), "\(told.stdout)")
    }

    /// Words in the comment are no names.
    @Test func aRenameLeavesTheCommentAlone() throws {
        let scratch = try Scratch()
        _ = try Self.run(["init", "."], in: scratch.url)
        for title in ["role", "schema", "yaml"] { #expect(try Self.run(["new", "role", title], in: scratch.url).status == 0) }
        for title in ["role", "schema", "yaml"] {
            let renamed = try Self.run(["rename", "role", title, "The \(title)"], in: scratch.url)
            #expect(renamed.status == 0 && !renamed.stdout.contains(".md:2:"), "\(renamed)")
        }
        for title in ["role", "schema", "yaml"] {
            let text = try scratch.read("content/roles/the-\(title).md")
            #expect(
                text.hasPrefix("---\n# yaml-language-server: $schema=../../.handbook/schema/role.json\ntitle: The \(title)\n"),
                "\(text)"
            )
        }
    }
}
