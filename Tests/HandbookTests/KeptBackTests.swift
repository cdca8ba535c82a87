import Diagnostics
import Handbook
import TestSupport
import Testing

/// What was meant to stay private is not published, however its author wrote that.
@Suite struct KeptBackTests {
    private static func read(_ page: String) async -> CheckedProject {
        await ProjectText("-- content/guides/pay.md --\n\(page)\n").read().result
    }

    private static func errors(_ project: CheckedProject) -> [Diagnostic] { project.findings.all.filter { $0.severity == .error } }

    @Test(
        arguments: [
            "\n---\ntitle: Pay\ndraft: true\n---\nSecret", "\u{FEFF}\n---\ntitle: Pay\ndraft: true\n---\nSecret",
            " \n\t\n\n---\n# A comment.\ntitle: Pay\nowners:\n  - Kim\n\ndraft: yes\n...\nSecret", "---\ndraft: \"yes\"\n---\nSecret",
            "---\ndraft: 'true'\n---\nSecret", "---\ndraft: On\n---\nSecret", "---\ndraft: Y\n---\nSecret",
        ]
    )
    func draftsAre(page: String) async {
        let project = await Self.read(page)
        #expect(project.handbook.everyPage.isEmpty)
        #expect(Self.errors(project).isEmpty, "\(project.findings.all)")
    }

    /// What guards private text is reported in spite of a baseline that has it.
    @Test(
        arguments: [
            "---\ntitle: A: b\ndraft: true\n---\nSecret", "---\npublish: false\n---\nSecret", "---\nDraft: true\n---\nSecret",
            "---\ndraft: maybe\n---\nSecret", "---\ndraft: true\ndraft: false\n---\nSecret", "---\ndraft:\n---\nSecret",
            "<!-- x -->\n---\ndraft: true\n---\nSecret", "---\ntitle: Pay\n---\n%% Secret\n", "---\ntitle: Pay\n---\nText %% Secret\n",
            "---\nprivate: kpi\n---\nSecret", "---\ntitle: Pay\nprivate: [kpi]\n---\nSecret",
        ]
    )
    func noBaselineCoversIt(page: String) async {
        let findings = (await Self.read(page)).findings
        #expect(findings.hasErrors)
        #expect(Baseline(findings).compare(findings).new.hasErrors)
        #expect(Baseline(text: Baseline(findings).text) == Baseline(findings))
    }

    @Test func aDateThatHidesElsewhereSaysDraft() async {
        let project = await ProjectText("-- content/sources/book.md --\n---\ntitle: Book\npublished: false\n---\n").read().result
        let errors = Self.errors(project)
        #expect(errors.map(\.rule.id) == ["wrong-type"] && errors[0].help?.contains("'draft: true'") == true, "\(errors)")
        #expect(Baseline(project.findings).compare(project.findings).new.hasErrors)
    }

    @Test(arguments: ["no", "\"no\"", "'false'", "Off", "n"])
    func whatIsNoDraftIsPublished(value: String) async {
        let project = await Self.read("---\ntitle: Pay\ndraft: \(value)\n---\nOpen")
        #expect(project.handbook.everyPage.map(\.title.value) == ["Pay"])
        #expect(Self.errors(project).isEmpty)
    }

    @Test(
        arguments: [
            ("publish: false", 2), ("published: no", 2), ("published: 'false'", 2), ("visibility: private", 2), ("Status: Draft", 2),
            ("status: unpublished", 2), ("hidden: true", 2), ("unlisted: true", 2), ("private: true", 2), ("dg-publish: false", 2),
        ]
    )
    func otherToolsWaysAreErrorsThatSayDraft(line: String, number: Int) async {
        let project = await Self.read("---\n\(line)\ntitle: Pay\n---\nSecret")
        let errors = Self.errors(project)
        #expect(errors.map(\.location?.line) == [number], "\(errors)")
        #expect(errors.first?.help?.contains("'draft: true'") == true)
    }

    @Test(arguments: ["status: done", "visibility: public", "publish: 2026-01-01", "hidden: false"])
    func otherValuesOfThemAreUnknownKeys(line: String) async {
        let project = await Self.read("---\ntitle: Pay\n\(line)\n---\nOpen")
        #expect(project.findings.all.map(\.rule.id) == ["unknown-key"])
        #expect(project.findings.all.first?.help?.contains("draft: true") == false)
    }

    @Test(
        arguments: [
            ("<!-- checked -->\n---\ntitle: Pay\ndraft: true\n---\nSecret", 2),
            ("# Pay\n\n---\ndraft: true\n---\nSecret", 3), ("Some text.\n\n---\ntags: [a]\ndraft: true\n---\nSecret", 3),
            ("<!--\nchecked\n-->\n\n---\ntitle: Pay\n---\nSecret", 5), ("%% note %%\n---\ntitle: Pay\ndraft: true\n---\nSecret", 2),
            ("# note\n---\ntitle: Pay\ndraft: true\n---\nSecret", 2), ("  ---\ntitle: Pay\ndraft: true\n---\nSecret", 1),
            ("\u{200B}---\ntitle: Pay\ndraft: true\n---\nSecret", 1), ("\u{FEFF}\u{FEFF}---\ntitle: Pay\n---\nSecret", 1),
            ("----\ntitle: Pay\ndraft: true\n----\nSecret", 1), ("---yaml\ntitle: Pay\n---\nSecret", 1),
            ("—\ntitle: Pay\ndraft: true\n—\nSecret", 1), ("———\ntitle: Pay\n———\nSecret", 1),
            ("title: Pay\ndraft: true\n---\nSecret", 1), ("draft: true\n---\nSecret", 1), ("title: Pay\ndraft: true\n\nSecret", 1),
            ("Title: Pay\nDraft: true\n\nSecret", 1), ("{\n  \"title\": \"Pay\",\n  \"draft\": true\n}\nSecret", 1),
            ("+++\ntitle = \"Pay\"\ndraft = true\n+++\nSecret", 1), ("---\n---\n---\ntitle: Pay\ndraft: true\n---\nSecret", 3),
            ("---\ntitle: Pay\n---\n\n---\ndraft: true\n---\nSecret", 5),
            ("<!-- x -->\n---\n\ntitle: Pay\n\ndraft: true\n---\nSecret", 2), ("<!-- x -->\n---\ndraft : true\n---\nSecret", 2),
            ("<!-- x -->\n---\n\"draft\": true\n---\nSecret", 2), ("<!-- x -->\n---\ntitle: Pay\ndraft: true\n\nSecret", 2),
            ("<!--\n---\ntitle: Pay\ndraft: true\n---\n-->\nSecret", 2),
        ]
    )
    func frontMatterElsewhereIsAnError(page: String, line: Int) async {
        let errors = Self.errors(await Self.read(page))
        #expect(errors.map { "\($0.rule.id) \($0.location?.line ?? 0)" } == ["misplaced-front-matter \(line)"])
    }

    @Test(
        arguments: [
            "# Pay\n\n---\n\nText: more.\n\n---\n", "# Pay\n\n---\nNote this: it is text.\n\n---\n", "Pay\n---\ntitle: x\n---\n",
            "# Pay\n\n---\n\n| a | b |\n|---|---|\n", "```yaml\n---\ntitle: x\ndraft: true\n---\n```\n",
            "# Pay\n\nWrite:\n\n    ---\n    title: x\n    ---\n", "# Pay\n\nNote: this.\n\n---\n\nWarning: that.\n",
            "Note: text.\n---\n\nMore.\n",
            "---\ntitle: Pay\n---\n\n---\n\nText: more.\n", "---\ntitle: Pay\n---\n---\nText.\n", "# Pay\n\n—\n\nText: more.\n",
            "{Pay} is not JSON.\n", "See http://example.org\n---\n",
        ]
    )
    func rulesAndHeadingsAreNoFrontMatter(page: String) async {
        #expect(Self.errors(await Self.read(page)).isEmpty)
    }
}
