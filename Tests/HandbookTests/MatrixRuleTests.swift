import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing

/// Each rule about matrices finds what breaks it, and leaves alone what comes near.
@Suite struct MatrixRuleTests {
    /// A project with the roles A to G, a matrix of the given rows, and more files.
    private static func project(_ header: String, _ rows: String, _ more: String = "", front: String = "") -> String {
        let roles = ["Ann", "Bob", "Cid", "Dot", "Eve", "Fay", "Gil"].map { name in
            "-- content/roles/\(name.lowercased()).md --\n---\ntitle: \(name)\nsummary: Works.\n---\n## Responsibilities\n- **Bake bread**: bakes.\n"
        }
        let cells = header.split(separator: "|").count
        let rule = "|" + String(repeating: "---|", count: cells)
        return roles.joined() + "-- content/raci/m.md --\n---\ntitle: M\n\(front)---\n|\(header)|\n\(rule)\n\(rows)\n" + more
    }

    private static func ids(_ project: String) async -> [String] {
        await ProjectText(project).read().result.findings.sorted.map(\.rule.id)
    }

    @Test(arguments: RuleCase.all)
    func findsWhatBreaksItAndLeavesTheRestAlone(example: RuleCase) async {
        let broken = await Self.ids(example.breaks)
        #expect(broken.contains(example.rule), "\(example.rule) is not found in \(example.breaks): \(broken)")
        let kept = await Self.ids(example.keeps)
        #expect(!kept.contains(example.rule), "\(example.rule) is found in \(example.keeps)")
    }

    /// What the design of matrices lists, beside what the settings can name.
    private static let listed = [
        "unknown-role", "ambiguous-role", "unknown-letter", "ragged-row", "missing-task", "duplicate-column", "no-matrix",
    ]

    @Test func everyRuleHasACaseThatBreaksItAndOneThatComesNear() {
        let tried = Set(RuleCase.all.map(\.rule))
        // What depends on the day is in `ReviewDueTests`.
        #expect((Checks.settableRuleIDs + Self.listed).filter { !tried.contains($0) } == ["review-due"])
    }

    @Test func everyRuleThatCanBeSetIsDocumented() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/writing.md"), encoding: .utf8)
        for rule in Checks.settableRuleIDs { #expect(text.contains("`\(rule)`"), "\(rule)") }
    }

    @Test func noTwoRulesHaveOneID() {
        #expect(Set(Checks.settableRuleIDs).count == Checks.settableRuleIDs.count)
    }

    @Test func workWithoutARowIsTold() async {
        let relation = "-- content/relations/r.md --\n---\nbetween: [ann, bob]\n---\n"
        let apart = await ProjectText(Self.project("Task|Ann|Bob", "|Bake bread|A/R||\n|Bake cake||A/R|", relation)).read().report
        #expect(apart.contains("note[work-in-no-matrix]: 'Ann' and 'Bob' share no row of a matrix"))
        let together = await ProjectText(Self.project("Task|Ann|Bob", "|Bake bread|A/R|I|", relation)).read().report
        #expect(!together.contains("work-in-no-matrix"))
        let silent = await ProjectText(Self.project("Task|Ann|Bob", "|Paint walls|A/R|I|")).read().report
        #expect(silent.contains("note[work-in-no-matrix]: 'Ann' has 1 responsibility, none of them in a matrix"))
    }

    @Test func gapsOfPagesAreTold() async {
        let project = """
            -- content/roles/ann.md --
            ---
            title: Ann
            summary: Works.
            kpis: [Loaves]
            ---
            ## Responsibilities

            ## Skills
            - Bakes
            ## Eras
            ### Once
            -- content/roles/bob.md --
            ---
            title: Bob
            summary: Works.
            ---
            -- content/sources/s.md --
            # S
            -- content/activities/bake.md --
            ---
            title: Bake
            positions:
              - source: s
                responsible: [ann]
            ---
            -- content/activities/sell.md --
            ---
            title: Sell
            positions:
              - source: s
                decides: [ann]
            ---
            -- content/raci/m.md --
            ---
            title: M
            ---
            |Task|Ann|Bob|
            |---|---|---|
            |Sell|R|A|
            """
        let findings = await ProjectText(project).read().result.findings.sorted.map { "\($0.rule.id): \($0.message)" }
        #expect(findings.contains("no-kpi: 'Bob' has no KPI"))
        #expect(!findings.contains("no-kpi: 'Ann' has no KPI"))
        #expect(findings.contains("empty-section: 'Responsibilities' has nothing under it"))
        #expect(findings.contains("empty-section: 'Once' has nothing under it"))
        #expect(!findings.contains("empty-section: 'Skills' has nothing under it"))
        #expect(!findings.contains("empty-section: 'Eras' has nothing under it"))
        #expect(findings.contains("unowned-activity: 'Bake' has nobody accountable in any source or matrix"))
        #expect(!findings.contains("unowned-activity: 'Sell' has nobody accountable in any source or matrix"))
        #expect(findings.contains("activity-without-row: 'Bake' is in no matrix"))
        #expect(!findings.contains("activity-without-row: 'Sell' is in no matrix"))
    }

    @Test func aProposalRestsOnWhatIsSaidElsewhereAndSaysWhere() async {
        let more = """
            -- content/raci/n.md --
            ---
            title: N
            ---
            |Task|Bob|Cid|
            |---|---|---|
            |Bake bread|A/R|C|
            """
        let report = await ProjectText(Self.project("Task|Ann|Bob|Cid", "|Bake bread|R|C|I|", more)).read().report
        #expect(
            report.contains(
                """
                error[no-accountable]: 'Bake bread' has no accountable role
                  --> content/raci/m.md:6:2
                   |
                 6 | |Bake bread|R|C|I|
                   |  ^^^^^^^^^^
                   = rule: a task has exactly one accountable role
                   = help: make 'Bob' A
                   = accountable in 'N': content/raci/n.md:6:13
                """
            )
        )
    }

    @Test func evidenceThatDisagreesGivesNoProposal() async {
        let more = """
            -- content/raci/n.md --
            ---
            title: N
            ---
            |Task|Bob|Cid|
            |---|---|---|
            |Bake bread|A|R|
            -- content/raci/o.md --
            ---
            title: O
            ---
            |Task|Bob|Cid|
            |---|---|---|
            |Bake bread|R|A|
            """
        let report = await ProjectText(Self.project("Task|Ann|Bob|Cid", "|Bake bread|R|C|I|", more)).read().report
        #expect(report.contains("help: give one role A, or exempt the row with a reason"))
    }

    @Test func theSettingsWeighARuleOrSwitchItOff() async {
        let project = Self.project("Task|Ann|Bob|Cid", "|Bake bread|A|C||")
        let strict = await ProjectText(project + "-- handbook.yml --\nrules:\n  accountable-alone: warning\n  card-silent: off\n").read()
        #expect(strict.report.contains("warning[accountable-alone]: 'Bake bread' has nobody responsible: 'Ann' does it too"))
        let off = await Self.ids(project + "-- handbook.yml --\nrules:\n  accountable-alone: off\n")
        #expect(!off.contains("accountable-alone"))
        let limit = await Self.ids(project + "-- handbook.yml --\nrules:\n  oversized: {limit: 2}\n")
        #expect(limit.contains("oversized"))
    }

    @Test func aRuleThatCannotBeSetIsAnError() async {
        let report = await ProjectText("-- content/index.md --\n# H\n-- handbook.yml --\nrules:\n  oversize: off\n  overloaded: quiet\n")
            .read().report
        #expect(
            report == """
                error[unknown-rule]: 'oversize' is no rule that can be set
                  --> handbook.yml:2:3
                   |
                 2 |   oversize: off
                   |   ^^^^^^^^
                   = rule: the rules in handbook.yml are ids of rules about matrices, roles and gaps
                   = help: did you mean 'oversized'?

                error[wrong-type]: 'overloaded' is 'quiet', not off, note, warning or error
                  --> handbook.yml:3:15
                   |
                 3 |   overloaded: quiet
                   |               ^^^^^
                   = rule: a key's value has the type it is declared with
                   = help: choose off, note, warning or error

                2 errors

                """
        )
    }

    @Test func matricesOfDifferentSourcesMayDiffer() async {
        let sources = "-- content/sources/s.md --\n# S\n-- content/sources/t.md --\n# T\n"
        let other = "-- content/raci/n.md --\n---\ntitle: N\nsources: [t]\n---\n|Task|Ann|Bob|\n|---|---|---|\n|Bake bread|R|A|\n"
        let found = await ProjectText(Self.project("Task|Ann|Bob", "|Bake bread|A|R|", sources + other, front: "sources: [s]\n")).read()
            .result.findings
        #expect(found.sorted.filter { $0.rule.id == "contradicting-accountable" }.map(\.severity) == [.note])
    }
}
