import Foundation
import Testing

/// `baseline` in the settings: the findings in that file do not count, wherever the project is built or checked.
@Suite struct BaselineSettingTests {
    private static func project(_ settings: String = "baseline: known.json\n") throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("title: T\n" + settings, to: "p/handbook.yml")
        try scratch.write("# A\n\n[x](gone.md)\n", to: "p/content/a.md")
        return scratch
    }

    private static func run(_ words: String..., in scratch: Scratch) throws -> Command.Outcome {
        try Command.run([words[0], "--source", "p"] + words.dropFirst(), in: scratch.url)
    }

    @Test func writeBaselineWritesTheFileThatTheSettingsName() throws {
        let scratch = try Self.project()
        let written = try Self.run("check", "--write-baseline", in: scratch)
        #expect(written.status == 0 && written.stdout.hasPrefix("p/known.json: "), "\(written.stdout) \(written.stderr)")
        #expect(try scratch.read("p/known.json").contains("'gone.md' leads to no file"))
    }

    @Test func knownFindingsDoNotCount() throws {
        let scratch = try Self.project()
        #expect(try Self.run("build", in: scratch).status != 0)
        _ = try Self.run("check", "--write-baseline", in: scratch)
        let built = try Self.run("build", in: scratch)
        #expect(
            built.status == 0 && built.stdout.contains(#/\np/public: \d+ known findings? left, in 'known.json'\n/#),
            "\(built.stdout) \(built.stderr)"
        )
        let checked = try Self.run("check", in: scratch)
        #expect(checked.status == 0 && checked.stderr.contains(#/^no findings; \d+ more in the baseline\n$/#), "\(checked.stderr)")
        let json = try Self.run("check", "--format", "json", in: scratch)
        #expect(json.status == 0 && json.stdout.contains("\"baseline\" : "))
    }

    @Test func whatIsNewCounts() throws {
        let scratch = try Self.project()
        _ = try Self.run("check", "--write-baseline", in: scratch)
        try scratch.write("# B\n\n[x](gone.md)\n", to: "p/content/b.md")
        for command in ["build", "check"] {
            let outcome = try Self.run(command, in: scratch)
            #expect(
                outcome.status == 1 && outcome.stderr.contains("  --> content/b.md:3:") && !outcome.stderr.contains("content/a.md"),
                "\(outcome.stderr)"
            )
        }
    }

    @Test func whatIsGoneIsAWarningOfChecks() throws {
        let scratch = try Self.project()
        _ = try Self.run("check", "--write-baseline", in: scratch)
        try scratch.write("# A\n", to: "p/content/a.md")
        #expect(try Self.run("check", in: scratch).stderr.contains("warning[stale-baseline]"))
        let built = try Self.run("build", in: scratch)
        #expect(built.status == 0 && !built.stderr.contains("stale"), "\(built.stderr)")
    }

    @Test func anOptionGoesBeforeTheSetting() throws {
        let scratch = try Self.project()
        try scratch.write("{\"version\": 1, \"findings\": []}", to: "empty.json")
        _ = try Self.run("check", "--write-baseline", in: scratch)
        let outcome = try Self.run("check", "--baseline", "empty.json", in: scratch)
        #expect(outcome.status == 1 && outcome.stderr.contains("'gone.md' leads to no file"), "\(outcome.stderr)")
    }

    @Test(arguments: [
        ("baseline: nowhere.json\n", "'nowhere.json' cannot be read"),
        ("baseline: ../known.json\n", "'../known.json' is no path in the project"),
        ("baseline: /tmp/known.json\n", "'/tmp/known.json' is no path in the project"),
        ("baseline: handbook.yml\n", "'handbook.yml' is no baseline of version 1"),
    ])
    func aBaselineThatCannotBeReadIsAnError(settings: String, message: String) throws {
        let scratch = try Self.project(settings)
        for command in ["build", "check"] {
            let outcome = try Self.run(command, in: scratch)
            #expect(
                outcome.status == 2 && outcome.stderr.contains("error[invalid-baseline]: \(message)\n  --> handbook.yml:2:"),
                "\(outcome.stderr)"
            )
        }
    }
}
