import Foundation
import Testing

/// How much `build` and `check` say of their work.
@Suite struct VerbosityTests {
    private func project() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("# Baker\n\n## Responsibilities\n\n- Bread.\n", to: "content/roles/baker.md")
        return scratch
    }

    @Test func quietSaysNothingWhereThereIsNothingToSay() throws {
        let scratch = try project()
        for words in [["build", "--quiet"], ["check", "-q"]] {
            let outcome = try Command.run(words, in: scratch.url)
            #expect(outcome.status == 0)
            #expect(outcome.stdout + outcome.stderr == "", "\(words)")
        }
        #expect(try Command.run(["build"], in: scratch.url).stdout.hasPrefix("public: "))
    }

    @Test func quietStillTellsWhatIsFound() throws {
        let scratch = try project()
        try scratch.write("[[Nobody]]\n", to: "content/about.md")
        let outcome = try Command.run(["check", "--quiet"], in: scratch.url)
        #expect(outcome.status == 1)
        #expect(outcome.stderr.contains("  --> content/about.md:1"))
    }

    @Test func verboseTellsHowLongEachPhaseTook() throws {
        let scratch = try project()
        let outcome = try Command.run(["build", "--verbose"], in: scratch.url)
        #expect(outcome.status == 0)
        let lines = outcome.stderr.split(separator: "\n").filter { !$0.hasPrefix("1 note ") }
        let phases = lines.map { $0.prefix { $0 != ":" } }
        #expect(
            phases == [
                "reading the files", "reading the pages", "resolving names", "analysing", "checking", "asking git", "planning the pages",
                "making the pages", "writing the site", "in all",
            ]
        )
        #expect(lines.allSatisfy { $0.wholeMatch(of: #/[a-z ]+: \d+\.\d\d s/#) != nil })
        // What programs read is not touched.
        #expect(outcome.stdout.split(separator: "\n").first?.hasPrefix("public: ") == true)
    }

    @Test func bothAtOnceIsAWrongUse() throws {
        let scratch = try project()
        let outcome = try Command.run(["check", "--quiet", "--verbose"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("--quiet and --verbose cannot be used together."))
    }

    @Test func everyCommandShowsExamples() throws {
        let scratch = try Scratch()
        let help = try Command.run(["--help"], in: scratch.url).stdout
        let commands = try #require(help.split(separator: "SUBCOMMANDS:").last).matches(of: #/\n  ([a-z]+) /#).map { String($0.output.1) }
        #expect(commands.count > 10)
        for command in commands {
            let outcome = try Command.run([command, "--help"], in: scratch.url)
            #expect(outcome.status == 0)
            #expect(outcome.stdout.contains("Examples:\n") && outcome.stdout.contains("  handbook \(command)"), "\(command)")
        }
    }
}
