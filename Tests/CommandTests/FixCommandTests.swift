import Foundation
import TestSupport
import Testing

/// `handbook check --fix`.
@Suite struct FixCommandTests {
    /// A project with many faults: some have one certain remedy.
    private static func project() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("titel: Kitchen\nlanguage: en\nrules: {card-silnt: off}\nsearch: outo\n", to: "handbook.yml")
        try scratch.write("# Home\n\nSee [[Line Cok]], [[Nobody]] and [@gide].\n", to: "content/index.md")
        try scratch.write("---\ntitle: The guide\n---\n", to: "content/sources/guide.md")
        try scratch.write("---\r\ntitle: Line Cook\r\nsumary: Cooks.\r\nsources: [gide]\r\n---\r\n", to: "content/roles/line-cook.md")
        try scratch.write("---\ntitle: Baker\nsummary: Bakes.\ncolour: red\n---\n", to: "content/roles/baker.md")
        try scratch.write("---\nbetween: [line-cok, Bakr]\n---\n## Overlap\n- Baker and Line Cook.\n", to: "content/relations/a.md")
        try scratch.write(
            "---\ntitle: Day\n---\n\n| Task | Line Cok | Baker |\n|---|---|---|\n| Soup | r·A | c |\n| Bread | A | A |\n",
            to: "content/raci/day.md"
        )
        return scratch
    }

    private static func check(_ scratch: Scratch, _ words: String...) throws -> Command.Outcome {
        try Command.run(["check"] + words, in: scratch.url)
    }

    private static let mended = """
          content/index.md:3: 'Line Cok' becomes 'Line Cook'
          content/index.md:3: '@gide' becomes '@guide'
          content/raci/day.md:5: 'Line Cok' becomes 'Line Cook'
          content/raci/day.md:7: 'r·A' becomes 'A/R'
          content/raci/day.md:7: 'c' becomes 'C'
          content/relations/a.md:2: 'line-cok' becomes 'line-cook'
          content/relations/a.md:2: 'Bakr' becomes 'Baker'
          content/roles/line-cook.md:3: 'sumary' becomes 'summary'
          content/roles/line-cook.md:4: 'gide' becomes 'guide'
          handbook.yml:1: 'titel' becomes 'title'
          handbook.yml:3: 'card-silnt' becomes 'card-silent'
          handbook.yml:4: 'outo' becomes 'auto'

        """

    @Test func whatIsCertainIsMendedAndTheRestIsTold() throws {
        let scratch = try Self.project()
        let outcome = try Self.check(scratch, "--fix")
        #expect(outcome.status == 1)
        #expect(outcome.stdout == "12 mended\n" + Self.mended)
        let ids = outcome.stderr.matches(of: #/(?m)^(?:error|warning)\[([a-z-]+)\]/#).map { String($0.output.1) }
        #expect(ids == ["unknown-name", "two-accountable", "unknown-key"])
        #expect(
            try scratch.read("content/roles/line-cook.md") == "---\r\ntitle: Line Cook\r\nsummary: Cooks.\r\nsources: [guide]\r\n---\r\n"
        )
        #expect(
            try scratch.read("content/raci/day.md").contains(
                "| Task | Line Cook | Baker |\n|---|---|---|\n| Soup | A/R | C |\n| Bread | A | A |"
            )
        )
        #expect(try scratch.read("content/index.md") == "# Home\n\nSee [[Line Cook]], [[Nobody]] and [@guide].\n")
    }

    @Test func aSecondRunChangesNothing() throws {
        let scratch = try Self.project()
        let before = Set(try Self.findings(scratch))
        _ = try Self.check(scratch, "--fix")
        let files = try scratch.files(".")
        let after = Set(try Self.findings(scratch))
        let again = try Self.check(scratch, "--fix")
        #expect(again.status == 1)
        #expect(again.stdout == "nothing to mend\n")
        #expect(try scratch.files(".") == files)
        // No remedy has made a fault.
        #expect(after.isSubset(of: before), "\(after.subtracting(before))")
        #expect(after.count < before.count)
    }

    /// Errors and warnings, without the lines.
    private static func findings(_ scratch: Scratch) throws -> [String] {
        try check(scratch, "--format", "short").stdout.split(separator: "\n").map {
            String($0.replacing(#/:\d+(:\d+)?: /#, with: ": "))
        }
    }

    @Test func aDryRunShowsTheChangeAndWritesNothing() throws {
        let scratch = try Self.project()
        let files = try scratch.files(".")
        let outcome = try Self.check(scratch, "--fix", "--dry-run")
        #expect(outcome.status == 1)
        #expect(outcome.stdout.hasPrefix("--- a/content/index.md\n+++ b/content/index.md\n@@ -1,3 +1,3 @@\n # Home\n \n-See"))
        #expect(outcome.stdout.contains("\n-titel: Kitchen\n+title: Kitchen\n"))
        #expect(outcome.stderr.contains("error[unknown-name]: 'Nobody' is the name of no page\n"))
        #expect(!outcome.stderr.contains("Line Cok"))
        #expect(try scratch.files(".") == files)
    }

    @Test func aWholeProjectEndsWithNothingAndNought() throws {
        let scratch = try Scratch()
        try scratch.write("---\ntitle: Home\nsumary: All of it.\n---\n", to: "content/index.md")
        #expect(try Self.check(scratch).status == 1)
        #expect(try Self.check(scratch, "--fix", "--dry-run").status == 0)
        let outcome = try Self.check(scratch, "--fix")
        #expect(outcome.status == 0)
        #expect(outcome.stdout == "1 mended\n  content/index.md:3: 'sumary' becomes 'summary'\n")
    }

    @Test func theReportHasTheRemediesAndWhatWasMended() throws {
        let scratch = try Self.project()
        let schema = try JSONSchema(Command.run(["schema", "check-report.json"], in: scratch.url).stdout)
        let before = try Self.check(scratch, "--format", "json").stdout
        #expect(try schema.faults(before) == [])
        #expect(before.contains("\"sentence\" : \"'sumary' becomes 'summary'\""))
        #expect(!before.contains("\"mended\""))
        let outcome = try Self.check(scratch, "--fix", "--format", "json")
        #expect(outcome.status == 1 && outcome.stderr.isEmpty)
        #expect(try schema.faults(outcome.stdout) == [])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
        #expect((report["mended"] as? [Any])?.count == 12)
        #expect((report["findings"] as? [[String: Any]])?.allSatisfy { $0["fix"] == nil } == true)
    }

    @Test func editorsAreOfferedTheRemedies() throws {
        let scratch = try Self.project()
        let log = try Self.check(scratch, "--format", "sarif").stdout
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "sarif-2.1.0.part.json")
        #expect(try JSONSchema(String(contentsOf: file, encoding: .utf8)).faults(log) == [])
        let runs = try #require((try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any])?["runs"] as? [[String: Any]])
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        let fixes = results.compactMap { ($0["fixes"] as? [[String: Any]])?.first }
        #expect(fixes.count == 12)
        #expect(fixes.contains { ($0["description"] as? [String: String]) == ["text": "'Line Cok' becomes 'Line Cook'"] })
    }

    @Test func whatIsAllowedOrInABaselineStays() throws {
        let scratch = try Self.project()
        _ = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        let files = try scratch.files(".")
        #expect(try Self.check(scratch, "--baseline", "b.json", "--fix").stdout == "nothing to mend\n")
        #expect(try scratch.files(".") == files)
        let outcome = try Self.check(scratch, "--fix", "--allow", "cell-notation")
        #expect(outcome.stdout.hasPrefix("10 mended\n"))
        #expect(try scratch.read("content/raci/day.md").contains("| r·A | c |"))
    }

    @Test func whatCannotBeWrittenChangesNothing() throws {
        let scratch = try Self.project()
        let path = scratch.url.appending(path: "content/roles/line-cook.md")
        let other = scratch.url.appending(path: "line-cook.txt")
        try FileManager.default.moveItem(at: path, to: other)
        try FileManager.default.createSymbolicLink(at: path, withDestinationURL: other)
        let files = try scratch.files(".")
        let outcome = try Self.check(scratch, "--fix")
        #expect(outcome.status == 2)
        #expect(outcome.stderr.hasPrefix("error[cannot-change]: 'content/roles/line-cook.md' is a link to another file\n"))
        #expect(try scratch.files(".") == files)
    }

    @Test(arguments: [
        ["--dry-run"], ["--fix", "--dry-run", "--format", "json"], ["--fix", "--without", "Baker"],
        ["--fix", "--write-baseline", "--baseline", "b.json"], ["--link-age", "1d"], ["--external", "--link-age", "soon"],
        ["--external", "--link-timeout", "0"],
    ])
    func wrongWordsEndWithTwo(words: [String]) throws {
        let scratch = try Self.project()
        let outcome = try Command.run(["check"] + words, in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("Usage: "))
    }

    @Test func withoutCurlNoAddressIsAsked() throws {
        let scratch = try Self.project()
        let outcome = try Command.run(["check", "--external"], in: scratch.url, environment: ["PATH": "/nowhere"])
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[no-curl]: there is no 'curl' on the PATH
                   = rule: addresses of other sites are asked by the program curl, which is on the PATH
                   = help: install it, with 'apt-get install curl' for one, or check without --external

                1 error

                """
        )
    }
}
