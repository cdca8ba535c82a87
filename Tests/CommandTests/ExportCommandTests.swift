import Foundation
import TestSupport
import Testing

/// `handbook export`, `schema` and `init --from`, as a user runs them.
@Suite struct ExportCommandTests {
    private static let station = Repository.root.appending(path: "Tests/Fixtures/station")

    private static func run(_ words: [String], in folder: URL = station) throws -> Command.Outcome { try Command.run(words, in: folder) }

    @Test func writesToStandardOutputOrAFile() throws {
        let scratch = try Scratch()
        let file = scratch.url.appending(path: "ärztin.json").path
        let told = try Self.run(["export", "--format", "json", "--role", "Stationsärztin"])
        #expect(told.status == 0 && told.stderr.isEmpty && told.stdout.hasSuffix("}\n"))
        let written = try Self.run(["export", "--format", "json", "--role", "ärztin", "--output", file])
        #expect(written.status == 0 && written.stdout.isEmpty && written.stderr.isEmpty)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == told.stdout)
    }

    @Test(arguments: [
        (["--role", "Chefarzt"], "error[unknown-role]: 'Chefarzt' is no role\n"),
        (["--matrix", "alltag"], "error[unknown-name]: 'alltag' is no matrix\n"),
        (["--output", "/"], "error[cannot-write-file]: '/' is a folder\n"),
        (["--output", "/nowhere/a.json"], "error[cannot-write-file]: '/nowhere/a.json' cannot be written\n"),
        (["--source", "nowhere"], "error[no-project]: 'nowhere' does not exist\n"),
    ])
    func saysWhatIsWrong(words: [String], message: String) throws {
        let outcome = try Self.run(["export", "--format", "csv"] + words)
        #expect(outcome.status == 2 && outcome.stdout.isEmpty && outcome.stderr.hasPrefix(message), "\(outcome.stderr)")
    }

    @Test func aProjectWithErrorsIsNotExported() throws {
        let scratch = try Scratch()
        try scratch.write("# A\n[lost](lost.md)\n", to: "content/index.md")
        let outcome = try Self.run(["export", "--format", "json", "--output", "out.json"], in: scratch.url)
        #expect(outcome.status == 1 && outcome.stderr.contains("error[dead-link]"))
        #expect(!scratch.exists("out.json"))
    }

    @Test func oneOrTheOther() throws {
        let outcome = try Self.run(["export", "--format", "json", "--role", "a", "--matrix", "b"])
        #expect(outcome.status == 2 && outcome.stderr.contains("--role and --matrix are one or the other"))
    }

    @Test func aSiteComesBackAsAProject() throws {
        let scratch = try Scratch()
        // Where git knows nothing of it: when pages last changed does not come back.
        try FileManager.default.copyItem(at: Self.station, to: scratch.url.appending(path: "station"))
        #expect(try Self.run(["build", "--source", "station", "--output", "site"], in: scratch.url).status == 0)
        let made = try Self.run(["init", "again", "--from", "site/handbook.json"], in: scratch.url)
        #expect(made.status == 0 && made.stderr.isEmpty, "\(made.stderr)")
        #expect(
            scratch.exists("again/static/logo.svg") && scratch.exists("again/content/stationsplan.svg")
                && scratch.exists("again/.gitignore")
        )
        #expect(try Self.run(["build", "--source", "again"], in: scratch.url).status == 0)
        let (old, new) = (try scratch.read("site/handbook.json"), try scratch.read("again/public/handbook.json"))
        func withoutLines(_ text: String) -> String { text.replacing(/"line": \d+/, with: "\"line\": 0") }
        #expect(withoutLines(old) == withoutLines(new))
        #expect(try Self.run(["schema", "handbook.json"]).stdout == (try scratch.read("site/handbook.schema.json")))
    }

    @Test func filesThatAreNotThereAreNamed() throws {
        let scratch = try Scratch()
        let data = try Self.run(["export", "--format", "json"]).stdout
        try scratch.write(data, to: "handbook.json")
        let made = try Self.run(["init", "again", "--from", "handbook.json"], in: scratch.url)
        #expect(made.status == 0)
        #expect(
            made.stderr.hasPrefix(
                """
                warning[missing-asset]: 2 of the project's files do not stand beside 'handbook.json': content/stationsplan.svg, static/logo.svg

                """
            ),
            "\(made.stderr)"
        )
        let refused = try Self.run(["init", "third", "--from", "again/handbook.yml"], in: scratch.url)
        #expect(
            refused.status == 2 && refused.stderr.hasPrefix("error[invalid-data]: 'again/handbook.yml' is no JSON that handbook writes")
        )
        #expect(!scratch.exists("third"))
    }
}
