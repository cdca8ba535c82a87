import Foundation
import TestSupport
import Testing

/// Where a command looks for the project that it is for.
@Suite struct ProjectPlaceTests {
    private static func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("title: A\n", to: "one/handbook.yml")
        try scratch.write("# Home\n", to: "one/content/index.md")
        try scratch.write("# Cook\n", to: "one/content/roles/cook.md")
        return scratch
    }

    @Test(arguments: ["one", "one/content", "one/content/roles"])
    func aProjectIsFoundFromAnyFolderInIt(folder: String) throws {
        let scratch = try Self.scratch()
        let outcome = try Command.run(["build"], in: scratch.url.appending(path: folder))
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(scratch.exists("one/public/roles/cook/index.html"))
    }

    @Test(arguments: [
        ["check"], ["why", "cook", "baking"], ["new", "page", "About"], ["export", "--format", "json"], ["rename", "role", "cook", "Chef"],
    ])
    func everyCommandFindsIt(words: [String]) throws {
        let scratch = try Self.scratch()
        let outcome = try Command.run(words, in: scratch.url.appending(path: "one/content/roles"))
        #expect(!outcome.stderr.contains("no-project"), "\(outcome.stderr)")
        if words[0] == "new" { #expect(scratch.exists("one/content/about.md")) }
    }

    @Test func aFolderAboveProjectsIsNone() throws {
        let scratch = try Self.scratch()
        try scratch.write("# Notes\n", to: "notes.md")
        let outcome = try Command.run(["build"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[no-project]: '.' has no handbook.yml, but has projects in it: one
                   = rule: a project is a folder that can be read
                   = help: give one of them: --source one

                1 error

                """,
            "\(outcome.stderr)"
        )
    }

    @Test(arguments: ["build", "check"])
    func anEmptyFolderIsNone(command: String) throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "notes.txt")
        let outcome = try Command.run([command], in: scratch.url)
        #expect(outcome.status == 2 && outcome.stderr.contains("'.' has no handbook.yml and no Markdown"), "\(outcome.stderr)")
        #expect(outcome.stderr.contains("make one with 'handbook init'"))
        #expect(!scratch.exists("public"))
    }

    @Test func aFolderOfMarkdownIsOne() throws {
        let scratch = try Scratch()
        try scratch.write("# Notes\n", to: "a/notes.md")
        #expect(try Command.run(["build"], in: scratch.url).status == 0)
    }

    @Test func aVastFolderIsNotScanned() throws {
        let scratch = try Scratch()
        for folder in 0..<21 {
            let url = scratch.url.appending(path: "\(folder)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for file in 0..<1_000 { _ = FileManager.default.createFile(atPath: url.path + "/\(file).md", contents: nil) }
        }
        let outcome = try Command.run(["build"], in: scratch.url)
        #expect(outcome.status == 2 && outcome.stderr.contains("more than 20000 files and folders"), "\(outcome.stderr)")
    }

    @Test(arguments: [("German", "de"), ("Français", "fr"), ("english", "en")])
    func aNameIsNoTagOfALanguage(name: String, tag: String) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(["init", "mine", "--language", name], in: scratch.url)
        #expect(
            outcome.status == 2 && outcome.stderr.contains("--language '\(name)' is no tag of a language: write '\(tag)'"),
            "\(outcome.stderr)"
        )
    }

    @Test func theTitleOfANewProjectIsThatOfItsHomePage() throws {
        let scratch = try Scratch()
        #expect(try Command.run(["init", "mine", "--title", "My team", "--language", "pt-BR"], in: scratch.url).status == 0)
        #expect(try scratch.read("mine/handbook.yml").contains("title: My team\n"))
        #expect(try scratch.read("mine/content/index.md").contains("title: My team\n"))
    }

    @Test func aNewMatrixNamesTheRolesOfTheProject() throws {
        let scratch = try Self.scratch()
        try scratch.write("---\ntitle: Head Baker\nshort: HB\n---\n", to: "one/content/roles/baker.md")
        #expect(try Command.run(["new", "matrix", "Day"], in: scratch.url.appending(path: "one")).status == 0)
        #expect(try scratch.read("one/content/raci/day.md").contains("| Task | Cook | HB |\n"))
    }
}
