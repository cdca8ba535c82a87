import Foundation
import Testing

/// The command line itself: help, versions, wrong words.
@Suite struct UsageTests {
    @Test func versionIsOneLine() throws {
        let scratch = try Scratch()
        let outcome = try Command.run(["--version"], in: scratch.url)
        #expect(outcome.stdout == "handbook 0.1.0\n")
        #expect(outcome.status == 0)
    }

    @Test(arguments: [["--help"], ["help", "build"], ["build", "-h"]])
    func helpIsWhatWasAskedFor(words: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(words, in: scratch.url)
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(outcome.stdout.contains("Examples:\n"))
    }

    @Test(arguments: [["bild"], ["build", "--sauce", "x"], ["build", "--format", "xml"], ["build", "extra"], ["init", "a", "b"]])
    func wrongWordsAreToldAndEndWithTwo(words: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Command.run(words, in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(outcome.stderr.contains("Error: "))
        #expect(outcome.stderr.contains("Usage: "))
    }

    @Test(arguments: ["build", "check"])
    func aMissingProjectEndsWithTwo(command: String) throws {
        let scratch = try Scratch()
        let outcome = try Command.run([command, "--source", "nowhere"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[no-project]: 'nowhere' does not exist
                   = rule: a project is a folder that can be read
                   = help: give the project's folder with --source, or make one with 'handbook init'

                1 error

                """
        )
    }

    @Test func aFileInThePlaceOfAProjectEndsWithTwo() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "file")
        let outcome = try Command.run(["check", "--source", "file"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.hasPrefix("error[no-project]: 'file' is not a folder\n"))
    }

    @Test func jsonIsOneObjectOnStandardOutput() throws {
        let scratch = try Scratch()
        try scratch.write("---\ntitle: A\nshrt: B\n---\n", to: "content/roles/a.md")
        let outcome = try Command.run(["check", "--format", "json"], in: scratch.url)
        #expect(outcome.status == 1)
        #expect(outcome.stderr == "")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
        #expect(object["version"] as? Int == 1)
        #expect((object["counts"] as? [String: Int])?["error"] == 1)
        let finding = try #require((object["findings"] as? [[String: Any]])?.first { $0["id"] as? String == "unknown-key" })
        #expect(finding["severity"] as? String == "error")
        #expect(finding["path"] as? String == "content/roles/a.md")
        #expect(finding["line"] as? Int == 3)
        #expect(finding["column"] as? Int == 1)
        #expect(finding["help"] as? String == "did you mean 'short'?")
    }
}
