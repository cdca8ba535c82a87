import Diagnostics
import Handbook
import TestSupport
import Testing

/// A page is exempt from what a rule finds about it, be it found on another page.
@Suite("Exemptions on every kind of page")
struct ExemptionTests {
    private func read(_ project: String) async -> (ids: [String], exempted: [String]) {
        let result = await ProjectText(project).read().result
        return (result.findings.sorted.map(\.rule.id), result.exempted.map { "\($0.finding.rule.id): \($0.reason)" })
    }

    private static func exempt(_ rule: String, _ about: String = "") -> String {
        "exempt: [{rule: \(rule), \(about.isEmpty ? "" : "\(about), ")reason: Known.}]\n"
    }

    private static let bakers = RuleCase.roles(["Bob"], card: "- **Bake cake**: bakes.", front: "kpis: [Cakes]\n")

    @Test(
        "The page that a finding is about takes it off the list, and keeps it with the reason",
        arguments: [
            ("no-kpi", "", RuleCase.matrix("Task|Ann|Bob", "|Bake bread|A/R|I|")),
            ("never-acts", "", RuleCase.matrix("Task|Ann|Bob", "|Bake bread|C|A/R|")),
            ("only-informed", "", RuleCase.matrix("Task|Ann|Bob", "|Bake bread|I|A/R|")),
            (
                "overloaded", "about: accountable",
                RuleCase.matrix("Task|Ann|Bob", (1...4).map { "|Bake bread \($0)|A|R|" }.joined(separator: "\n"))
            ),
            ("role-in-no-matrix", "", RuleCase.matrix("Task|Bob", "|Bake bread|A/R|")),
            ("card-silent", "about: paint  WALLS", RuleCase.matrix("Task|Ann|Bob", "|Paint walls|A/R|I|")),
            ("card-silent", "", RuleCase.matrix("Task|Ann|Bob", "|Paint walls|A/R|I|")),
            ("work-in-no-matrix", "", RuleCase.matrix("Task|Ann|Bob", "|Paint walls|A/R|I|")),
            ("claimed-twice", "about: Bake bread", RuleCase.roles(["Aaron"])),
            ("one-sided-relation", "about: bob", ""), ("empty-section", "about: Skills", ""),
        ]
    )
    func roles(rule: String, about: String, more: String) async {
        func project(_ front: String) -> String {
            RuleCase.roles(["Ann"], card: "- **Bake bread**: with [Bob](bob.md).\n\n## Skills", front: front) + Self.bakers + more
        }
        let plain = await read(project(""))
        #expect(plain.ids.contains(rule), "\(plain.ids)")
        let (ids, exempted) = await read(project(Self.exempt(rule, about)))
        // The other role may break the rule too.
        #expect(ids.count { $0 == rule } == plain.ids.count { $0 == rule } - 1)
        #expect(!ids.contains("unused-exemption"))
        #expect(exempted == ["\(rule): Known."])
    }

    @Test(
        "So do relations, matrices, activities, stages and plain pages",
        arguments: [
            (
                "work-in-no-matrix", "-- content/relations/r.md --\n---\nbetween: [ann, bob]\n", "## Overlap\n1. Ann asks Bob.\n",
                RuleCase.matrix("Task|Ann|Bob", "|Bake bread|A/R||\n|Bake cake||A/R|")
            ),
            ("one-sided-relation", "-- content/relations/r.md --\n---\nbetween: [ann, bob]\n", "## Overlap\n1. Ann asks.\n", ""),
            ("oversized", "-- content/raci/m.md --\n---\ntitle: M\n", "", "ROWS"),
            ("wrong-totals", "-- content/raci/m.md --\n---\ntitle: M\n", "|Task|Ann|Bob|\n|-|-|-|\n|Bake bread|A/R|C|\n|Total|3|1|\n", ""),
            (
                "duplicate-task", "-- content/raci/m.md --\n---\ntitle: M\n",
                "|Task|Ann|Bob|\n|-|-|-|\n|Bake bread|A/R|C|\n|Bake bread|A/R|C|\n",
                ""
            ),
            ("unowned-activity", "-- content/activities/a.md --\n---\ntitle: A\n", "", ""),
            (
                "activity-without-row", "-- content/activities/a.md --\n---\ntitle: A\n", "",
                RuleCase.matrix("Task|Ann|Bob", "|Bake bread|A/R|I|")
            ),
            (
                "stage-without-row", "-- content/lifecycle/a.md --\n---\ntitle: A\n", "",
                RuleCase.matrix("Task|Ann|Bob", "|Bake bread|A/R|I|")
            ),
            ("empty-section", "-- content/a.md --\n---\ntitle: A\n", "## B\n", ""),
        ]
    )
    func otherPages(rule: String, front: String, body: String, more: String) async {
        let rows = more == "ROWS" ? "|Task|Ann|Bob|\n|-|-|-|\n" + (1...26).map { "|Bake bread \($0)|A/R|C|" }.joined(separator: "\n") : body
        let others = RuleCase.roles(["Ann", "Bob"]) + (more == "ROWS" ? "" : more)
        let plain = await read(others + front + "---\n" + rows + "\n")
        #expect(plain.ids.contains(rule), "\(plain.ids)")
        let (ids, exempted) = await read(others + front + Self.exempt(rule) + "---\n" + rows + "\n")
        #expect(!ids.contains(rule), "\(ids)")
        #expect(!ids.contains("unused-exemption"))
        #expect(exempted == ["\(rule): Known."])
    }

    @Test("Either matrix of two that contradict each other may accept it, for the row it names", arguments: ["m", "n"])
    func contradiction(name: String) async {
        func project(_ row: String) -> String {
            ["m", "n"].map { matrix in
                RuleCase.matrix(
                    "Task|Ann|Bob",
                    matrix == "m" ? "|Bake bread|A|R|" : "|Bake bread|R|A|",
                    name: matrix,
                    front: matrix == name ? Self.exempt("contradicting-accountable", row) : ""
                )
            }.joined() + RuleCase.roles(["Ann", "Bob"])
        }
        #expect(await read(project("row: Bake bread")).exempted == ["contradicting-accountable: Known."])
        let other = await read(project("row: Bake cake"))
        #expect(other.ids.contains("contradicting-accountable"))
        #expect(other.ids.contains("unused-exemption"))
    }

    @Test("An exemption that nothing needs is told, with what it is about or its page")
    func unused() async {
        func found(_ front: String) async -> [String] {
            await ProjectText(RuleCase.roles(["Ann"], front: front)).read().result.findings.sorted.filter {
                $0.rule.id.contains("exemption")
            }
            .map(line)
        }
        #expect(
            await found(Self.exempt("never-acts")) == [
                "content/roles/ann.md:4:17 unused-exemption: 'ann' does not break never-acts -> remove the exemption"
            ]
        )
        #expect(
            await found(Self.exempt("claimed-twice", "about: Bake bread")) == [
                "content/roles/ann.md:4:39 unused-exemption: 'Bake bread' does not break claimed-twice -> remove the exemption"
            ]
        )
        #expect(
            await found(Self.exempt("dead-link")) == [
                "content/roles/ann.md:4:17 invalid-exemption: 'dead-link' is no rule that a page can be exempt from -> known rules: "
                    + Checks.settableRuleIDs.sorted().prefix(8).joined(separator: ", ") + ", and \(Checks.settableRuleIDs.count - 8) more"
            ]
        )
    }
}
