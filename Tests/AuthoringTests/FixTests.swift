import Diagnostics
import Handbook
import TestSupport
import Testing

@testable import Authoring

/// Certain remedies: which there are, and that they change what they say and nothing else.
@Suite("Certain remedies")
struct FixTests {
    /// The sentences of the remedies in a project, with their lines.
    private func fixes(_ project: String) async -> [String] {
        let result = await read(project)
        var fixes = AppliedFixes(ProjectText(project).files)
        fixes.accept(FixRound(result.findings, on: ProjectText(project).files))
        return fixes.lines
    }

    @Test(
        "A slip in a key is mended where one key is nearest, not given yet, and takes the value",
        arguments: [
            ("sumary: Cooks.", "'sumary' becomes 'summary'"), ("kpi: [Speed]", "'kpi' becomes 'kpis'"),
            ("\"sumary\": Cooks.", "'sumary' becomes 'summary'"), ("core-skills: [Soup]", "'core-skills' becomes 'core_skills'"),
            ("kpi: Speed", nil), ("sumary: Cooks.\nsummary: Bakes.", nil), ("sumary: Cooks.\nsummry: Bakes.", nil),
            ("colour: red", nil), ("order: 1\nalias: Cook", nil), ("alias: [Cook]", "'alias' becomes 'aliases'"),
        ] as [(String, String?)]
    )
    func keys(front: String, sentence: String?) async {
        let found = await fixes("-- content/roles/chef.md --\n---\ntitle: Chef\n\(front)\n---\n")
        #expect(found.map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) } == (sentence.map { [$0] } ?? []))
    }

    @Test(
        "So it is in the settings",
        arguments: [
            ("titel: Kitchen", "handbook.yml:1: 'titel' becomes 'title'"),
            ("groups: [{id: a, titel: A}]", "handbook.yml:1: 'titel' becomes 'title'"),
            ("rules: {card-silnt: off}", "handbook.yml:1: 'card-silnt' becomes 'card-silent'"),
            ("rules: {no-kpi: warnign}", "handbook.yml:1: 'warnign' becomes 'warning'"),
            ("search: outo", "handbook.yml:1: 'outo' becomes 'auto'"),
            ("rules: {card-silent: off, card-silnt: off}", nil), ("search: of", nil),
        ] as [(String, String?)]
    )
    func settings(text: String, line: String?) async {
        #expect(await fixes("-- handbook.yml --\n\(text)\n-- content/index.md --\n# Home\n") == (line.map { [$0] } ?? []))
    }

    @Test(
        "A slip in a name is mended as its place asks for",
        arguments: [
            ("takes_part: [data enginer]", "", "takes_part: [Data Engineer]", ""),
            ("takes_part: [\"Data Enginer\", 'data-enginer']", "", "takes_part: [\"Data Engineer\", 'data-engineer']", ""),
            ("takes_part:\n  - Dta Enginer", "", "takes_part:\n  - Data Engineer", ""),
            ("sources: [gide]", "See [@gide, p. 3].", "sources: [guide]", "See [@guide, p. 3]."),
            ("summary: Cooks. [@gide]", "", "summary: Cooks. [@guide]", ""),
            ("", "[[Data Enginer]] and [[ data-enginer|him]].", "", "[[Data Engineer]] and [[ data-engineer|him]]."),
            ("", "Both [@gide] and [@guide].", "", "Both [@guide] and [@guide]."),
            // Short names, numbers, words that are missing, and what two roles could be.
            ("takes_part: [QN, Level 2, Engineer, Data Engineering]", "", nil, nil),
            ("takes_part: [Line Cook X]", "", nil, nil),
            // Nothing of a scalar that runs over two lines.
            ("takes_part:\n  - Data\n    Enginer", "", nil, nil),
        ] as [(String, String, String?, String?)]
    )
    func names(front: String, text: String, mendedFront: String?, mendedText: String?) async {
        func project(_ front: String, _ text: String) -> String {
            fourRoles
                + roles([("Level 1", "L1", "level-1"), ("Tester", "QA", "qa"), ("Line Cook A", "LA", "la"), ("Line Cook B", "LB", "lb")])
                + "-- content/sources/guide.md --\n# The guide\n-- content/lifecycle/build.md --\n---\ntitle: Build\n\(front)\n---\n\(text)\n"
        }
        let files = ProjectText(project(front, text)).files
        let round = FixRound(await read(project(front, text)).findings, on: files)
        let expected = ProjectText(project(mendedFront ?? front, mendedText ?? text)).files
        #expect(
            String(decoding: round.files.texts["content/lifecycle/build.md"] ?? [], as: UTF8.self)
                == String(decoding: expected.texts["content/lifecycle/build.md"] ?? [], as: UTF8.self)
        )
        #expect(round.made.isEmpty == (mendedFront == nil))
    }

    @Test(
        "Headers and cells of a matrix",
        arguments: [
            ("| Task | Data Enginer (lead) | **ML Enginer** |", "| Task | Data Engineer (lead) | **ML Engineer** |"),
            (
                "| Task | Data Eng | ML Eng |\n|---|---|---|\n| Deploy | r·A | (c) |",
                "| Task | Data Eng | ML Eng |\n|---|---|---|\n| Deploy | A/R | (C) |"
            ),
            (
                "| Task | Data Eng | ML Eng |\n|---|---|---|\n| Deploy | AR | r (drafts, a lot) |",
                "| Task | Data Eng | ML Eng |\n|---|---|---|\n| Deploy | A/R | R (drafts, a lot) |"
            ),
            (
                "| Task | Responsible | Accountable |\n|---|---|---|\n| Deploy | Data Enginer, ML Enginer | PM |",
                "| Task | Responsible | Accountable |\n|---|---|---|\n| Deploy | Data Engineer, ML Engineer | PM |"
            ),
            // Marks, notes without brackets, letters that do not go together, letters twice.
            ("| Task | Data Eng | ML Eng | PM | UX |\n|---|---|---|---|---|\n| Deploy | **a** | r for now | c/i | RR |", nil),
        ] as [(String, String?)]
    )
    func matrices(table: String, mended: String?) async {
        func whole(_ table: String) -> String { matrix(table.contains("|---") ? table : table + "\n|---|---|---|\n| Deploy | A | R |") }
        let files = ProjectText(whole(table)).files
        let round = FixRound(await read(whole(table)).findings, on: files)
        #expect(round.files.texts == ProjectText(whole(mended ?? table)).files.texts)
    }

    @Test("Bytes beside a change stay: mark, line ends, no last line end, letters with marks of their own")
    func bytes() async {
        let before = "\u{FEFF}---\r\ntitle: Chef\nsumary: Ma\u{308}rz\r\nkpi: [Ä]\r---\nText e\u{301}\r\n\r\nEnd"
        let files = ProjectFiles(texts: ["content/roles/chef.md": Array(before.utf8)], assets: [], contentRoot: "content")
        let round = FixRound(await HandbookReader.read(files).findings, on: files)
        // The line with a letter of two parts is read in another form than it is written in: it is left.
        let after = before.replacing("kpi:", with: "kpis:")
        #expect(round.files.texts["content/roles/chef.md"] == Array(after.utf8))
    }

    @Test("What two remedies would change is left for the next round")
    func overlapping() {
        func finding(_ id: String, _ columns: Range<Int>, _ text: String) -> Diagnostic {
            Rule(id, .error, "x")("m", at: Location("a.md", line: 1)).fixed(
                by: Fix("s", [Fix.Edit(path: "a.md", line: 1, columns: columns, text: text)])
            )
        }
        var findings = Findings()
        for found in [
            finding("a", 1..<3, "AB"), finding("b", 2..<4, "XY"), finding("c", 1..<3, "AB"), finding("d", 5..<5, "!"),
            finding("e", 9..<10, "?"),
        ] {
            findings.add(found)
        }
        let files = ProjectFiles(texts: ["a.md": Array("abcdef".utf8)], assets: [], contentRoot: "")
        let round = FixRound(findings, on: files)
        #expect(round.files.texts["a.md"] == Array("ABcd!ef".utf8))
        #expect(round.made.count == 3)
    }

    @Test("A remedy that brings an error or a warning to its line is refused")
    func refused() async {
        let project = fourRoles + "-- content/raci/m.md --\n# M\n\n| Task | Data Eng | Data Enginer |\n|---|---|---|\n| Deploy | A | R |\n"
        let before = await read(project).findings
        let round = FixRound(before, on: ProjectText(project).files)
        #expect(round.made.map(\.sentence) == ["'Data Enginer' becomes 'Data Engineer'"])
        let after = await HandbookReader.read(round.files).findings
        #expect(round.refused(before: before, after: after) == Set(round.made))
        #expect(FixRound(before, on: ProjectText(project).files, except: Set(round.made)).made.isEmpty)
    }

    @Test("The same finding on several lines has one remedy for all")
    func repeated() async {
        let project = fourRoles + "-- content/index.md --\n# Home\n\n[[Data Enginer]]\n\nand [[Data Enginer]] and [[Data Enginer]]\n"
        let fix = await read(project).findings.sorted.first { $0.rule.id == "unknown-name" }?.fix
        #expect(fix?.edits.map(\.line) == [3, 5, 5])
        let round = FixRound(await read(project).findings, on: ProjectText(project).files)
        #expect(
            round.files.texts["content/index.md"]
                == Array("# Home\n\n[[Data Engineer]]\n\nand [[Data Engineer]] and [[Data Engineer]]\n".utf8)
        )
    }
}
