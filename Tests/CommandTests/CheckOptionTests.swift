import Foundation
import TestSupport
import Testing

/// `handbook check`: formats, rules weighed anew, known findings.
@Suite struct CheckOptionTests {
    /// An error on line 7, a warning, and notes.
    private static func project(_ settings: String = "") throws -> Scratch {
        let scratch = try Scratch()
        if !settings.isEmpty { try scratch.write(settings, to: "handbook.yml") }
        for (slug, title) in [("ann", "Ann"), ("bob", "Bob"), ("cid", "Cid")] {
            try scratch.write("---\ntitle: \(title)\nsummary: Works.\n---\nBakes bread.\n", to: "content/roles/\(slug).md")
        }
        try scratch.write("# Home\n", to: "content/index.md")
        try scratch.write(matrix("| Bake bread | A | A | R |"), to: "content/raci/work, 100%.md")
        try scratch.write("<div>raw</div>\n\n# A page\n", to: "content/ä.md")
        return scratch
    }

    private static func matrix(_ row: String, before: String = "") -> String {
        "# Work\n\n\(before)| Task | Ann | Bob | Cid |\n|---|---|---|---|\n\(row)\n"
    }

    private static func check(_ scratch: Scratch, _ words: String...) throws -> Command.Outcome {
        try Command.run(["check"] + words, in: scratch.url)
    }

    // MARK: - Formats

    @Test func shortIsALineForEachFinding() throws {
        let outcome = try Self.check(Self.project(), "--format", "short")
        #expect(outcome.status == 1)
        #expect(outcome.stderr == "")
        #expect(
            outcome.stdout == """
                content/raci/work, 100%.md:5:16: error[two-accountable]: 'Bake bread' has two accountable roles
                content/ä.md:1: warning[raw-html]: '<div>' is left out

                """
        )
        let more = try Self.check(Self.project(), "--format", "short", "--notes").stdout.split(separator: "\n")
        #expect(more.count > 2)
        #expect(more.allSatisfy { $0.contains(#/: (error|warning|note)\[[a-z-]+\]: ./#) })
    }

    @Test func githubIsACommandForEachFinding() throws {
        let outcome = try Self.check(Self.project(), "--format", "github")
        #expect(outcome.status == 1)
        #expect(outcome.stderr == "")
        let lines = outcome.stdout.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines.first.map(String.init)
                == "::error file=content/raci/work%2C 100%25.md,line=5,col=16,endColumn=17,title=two-accountable::"
                + "'Bake bread' has two accountable roles%0Ahelp: keep one A, make the other R or C"
        )
        #expect(lines.dropFirst().first?.hasPrefix("::warning file=content/ä.md,line=1,title=raw-html::'<div>' is left out%0A") == true)
        #expect(lines.last?.hasPrefix("1 error, 1 warning, ") == true)
    }

    @Test func placesCountFromTheProcesssFolder() throws {
        let scratch = try Self.project()
        let folder = scratch.url.deletingLastPathComponent()
        let name = scratch.url.lastPathComponent
        let github = try Command.run(["check", "--source", name, "--format", "github"], in: folder)
        #expect(github.stdout.hasPrefix("::error file=\(name)/content/raci/"))
        let sarif = try Command.run(["check", "--source", "./\(name)/", "--format", "sarif"], in: folder)
        #expect(sarif.stdout.contains("\"uri\" : \"\(name)/content/raci/work,%20100%25.md\""))
        // One that lies elsewhere is told by its own paths.
        try FileManager.default.createDirectory(at: scratch.url.appending(path: "static"), withIntermediateDirectories: true)
        let elsewhere = try Command.run(
            ["check", "--source", scratch.url.path, "--format", "github"],
            in: scratch.url.appending(path: "static")
        )
        #expect(elsewhere.stdout.hasPrefix("::error file=content/raci/"))
    }

    @Test func sarifIsWhatTheSpecificationAsksFor() throws {
        let outcome = try Self.check(Self.project(), "--format", "sarif")
        #expect(outcome.status == 1)
        #expect(outcome.stderr == "")
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "sarif-2.1.0.part.json")
        let schema = try JSONSchema(String(contentsOf: file, encoding: .utf8))
        #expect(try schema.faults(outcome.stdout) == [])
        #expect(try schema.faults(outcome.stdout.replacing("\"ruleId\"", with: "\"rule\"")) != [])

        let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        // Notes too: whoever reads the log chooses.
        #expect(results.contains { $0["level"] as? String == "note" })
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] { #expect(rule[key] != nil, "\(rule["id"] ?? "")") }
        }
        #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
        #expect(outcome.stdout.contains("\"uri\" : \"content/%C3%A4.md\""))
    }

    @Test func aLogWithoutFindingsIsOneToo() throws {
        let scratch = try Scratch()
        try scratch.write("# Home\n\nText.\n", to: "content/index.md")
        let outcome = try Self.check(scratch, "--format", "sarif")
        #expect(outcome.status == 0)
        #expect(outcome.stdout.contains("\"results\" : ["))
    }

    @Test func theReportIsWhatItsSchemaSays() throws {
        let scratch = try Self.project()
        let schema = try JSONSchema(Command.run(["schema", "check-report.json"], in: scratch.url).stdout)
        let report = try Self.check(scratch, "--format", "json").stdout
        #expect(try schema.faults(report) == [])
        #expect(try schema.faults(report.replacing("\"version\" : 1", with: "\"version\" : 2")) == ["/version: is not 1"])
        #expect(try schema.faults(report.replacing("\"severity\" : \"error\"", with: "\"severity\" : \"fatal\"")).count == 1)
        _ = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        let known = try Self.check(scratch, "--baseline", "b.json", "--format", "json").stdout
        #expect(try schema.faults(known) == [])
        #expect(known.contains("\"baseline\" : "))
    }

    @Test func nothingIsColouredThatIsNoTerminal() throws {
        #expect(!(try Self.check(Self.project()).stderr.contains("\u{1B}")))
    }

    // MARK: - Weights

    @Test func aDeniedWarningIsAnError() throws {
        let scratch = try Self.project()
        try scratch.write(Self.matrix("| Bake bread | A | R | C |"), to: "content/raci/work, 100%.md")
        #expect(try Self.check(scratch).status == 0)
        for word in ["raw-html", "pages", "warnings"] {
            let outcome = try Self.check(scratch, "--deny", word)
            #expect(outcome.status == 1)
            #expect(outcome.stderr.contains("error[raw-html]: '<div>' is left out\n"))
        }
        #expect(try Self.check(scratch, "--deny", "rows").status == 0)
    }

    @Test func denyingCountsForMoreThanTheSettings() throws {
        let scratch = try Self.project("rules: {two-accountable: off}\n")
        #expect(!(try Self.check(scratch).stderr.contains("two-accountable")))
        let outcome = try Self.check(scratch, "--deny", "rows")
        #expect(outcome.status == 1)
        #expect(outcome.stderr.contains("error[two-accountable]"))
    }

    @Test func anAllowedFindingIsLeftOut() throws {
        let scratch = try Self.project()
        for word in ["two-accountable", "rows"] {
            let outcome = try Self.check(scratch, "--allow", word)
            #expect(outcome.status == 0)
            #expect(!outcome.stderr.contains("two-accountable"))
            #expect(outcome.stderr.contains("warning[raw-html]"))
        }
    }

    @Test func aRuleCountsForMoreThanItsGroup() throws {
        let scratch = try Self.project()
        #expect(try Self.check(scratch, "--allow", "rows", "--deny", "two-accountable").status == 1)
        let outcome = try Self.check(scratch, "--deny", "rows", "--allow", "two-accountable")
        #expect(outcome.status == 1)
        #expect(!outcome.stderr.contains("two-accountable"))
        #expect(outcome.stderr.contains("error[nobody-asked]"))
    }

    @Test(
        arguments: [
            (["--deny", "raw-htm"], "error[unknown-id]: 'raw-htm' is the id of no rule\n", "did you mean 'raw-html'?"),
            (
                ["--allow", "dead-link"], "error[not-allowed]: 'dead-link' cannot be allowed\n",
                "mend what is found, or put it into a baseline"
            ),
            (
                ["--allow", "names"], "error[not-allowed]: nothing of 'names' can be allowed\n",
                "mend what is found, or put it into a baseline"
            ),
        ]
    )
    func wrongWordsEndWithTwo(words: [String], message: String, help: String) throws {
        let scratch = try Self.project()
        let outcome = try Command.run(["check"] + words, in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.hasPrefix(message))
        #expect(outcome.stderr.contains("= help: \(help)\n"))
    }

    // MARK: - Known findings

    @Test func whatABaselineHasDoesNotCount() throws {
        let scratch = try Self.project()
        let written = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        #expect(written.status == 0)
        #expect(written.stdout.contains(#/^b\.json: \d+ findings\n$/#))
        #expect(written.stderr == "")
        let outcome = try Self.check(scratch, "--baseline", "b.json")
        #expect(outcome.status == 0)
        #expect(outcome.stderr.contains(#/^no findings; \d+ more in the baseline\n$/#))
    }

    @Test func aMovedLineStaysKnownAndANewFindingIsTold() throws {
        let scratch = try Self.project()
        _ = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        let moved = Self.matrix("| Bake bread | A | A | R |\n| Bake cake | A | R | A |", before: "Prose before it.\n\n")
        try scratch.write(moved, to: "content/raci/work, 100%.md")
        let outcome = try Self.check(scratch, "--baseline", "b.json", "--format", "short")
        #expect(outcome.status == 1)
        #expect(outcome.stdout == "content/raci/work, 100%.md:8:15: error[two-accountable]: 'Bake cake' has two accountable roles\n")
    }

    @Test func whatIsMendedIsTold() throws {
        let scratch = try Self.project()
        _ = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        try scratch.write("# A page\n\nText.\n", to: "content/ä.md")
        let outcome = try Self.check(scratch, "--baseline", "b.json")
        #expect(outcome.status == 0)
        #expect(outcome.stderr.contains(#/warning\[stale-baseline\]: 1 of \d+ findings in 'b\.json' is no longer found\n/#))
        #expect(outcome.stderr.contains("= [raw-html] '<div>' is left out: content/ä.md\n"))
        #expect(try Self.check(scratch, "--baseline", "b.json", "--deny", "stale-baseline").status == 1)
        _ = try Self.check(scratch, "--baseline", "b.json", "--write-baseline")
        #expect(!(try Self.check(scratch, "--baseline", "b.json").stderr.contains("stale")))
    }

    @Test(
        arguments: [
            (nil, "error[invalid-baseline]: 'b.json' cannot be read\n"),
            ("{}", "error[invalid-baseline]: 'b.json' is no baseline of version 1\n"),
            ("{\"version\": 2, \"findings\": []}", "error[invalid-baseline]: 'b.json' is no baseline of version 1\n"),
        ] as [(String?, String)]
    )
    func aBaselineThatCannotBeReadEndsWithTwo(text: String?, message: String) throws {
        let scratch = try Self.project()
        if let text { try scratch.write(text, to: "b.json") }
        let outcome = try Self.check(scratch, "--baseline", "b.json")
        #expect(outcome.status == 2)
        #expect(outcome.stderr.hasPrefix(message))
    }

    @Test func aBaselineIsNotWrittenForNoProject() throws {
        let scratch = try Scratch()
        let outcome = try Self.check(scratch, "--source", "nowhere", "--baseline", "b.json", "--write-baseline")
        #expect(outcome.status == 2)
        #expect(!scratch.exists("b.json"))
        #expect(try Self.check(scratch, "--write-baseline").status == 2)
    }
}
