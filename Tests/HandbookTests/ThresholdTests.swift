import Handbook
import TestSupport
import Testing

/// How much is too much, as the settings say.
@Suite("Thresholds")
struct ThresholdTests {
    private func ids(_ project: String, _ rules: String) async -> [String] {
        await ProjectText(project + "-- handbook.yml --\nrules: {\(rules)}\n").read().result.findings.sorted.map(\.rule.id)
    }

    private static let wide = "Task|Ann|Bob|Cid|Dot|Eve|Fay|Gil"

    private static func rows(_ rows: String, _ header: String = wide) -> String {
        RuleCase.roles(["Ann", "Bob", "Cid", "Dot", "Eve", "Fay", "Gil"]) + RuleCase.matrix(header, rows)
    }

    @Test(
        "A limit, a share or a number of rows moves where a finding begins",
        arguments: [
            ("many-responsible", rows("|Bake bread|A|R|R|R|C|C||"), "limit: 3", "limit: 2"),
            ("many-responsible", rows("|Bake bread|A|R|R|R|C|C||"), "share: 50", "share: 40"),
            ("many-consulted", rows("|Bake bread|A|R|C|C|C|C||"), "limit: 4", "limit: 3"),
            ("many-consulted", rows("|Bake bread|A|R|C|C|C|C||"), "share: 60", "share: 50"),
            ("many-informed", rows("|Bake bread|A|R|C|C|I|I|I|"), "share: 50", "share: 40"),
            (
                "overloaded", rows("|Bake a|A|R|C|||||\n|Bake b|A|C|R|||||\n|Bake c|A|C||R||||\n|Bake d|A|C|||R|||\n|Bake e||A||||R||"),
                "limit: 5", "limit: 4"
            ),
            (
                "overloaded", rows("|Bake a|A|R|C|||||\n|Bake b|A|C|R|||||\n|Bake c|A|C||R||||\n|Bake d|A|C|||R|||\n|Bake e||A||||R||"),
                "share: 80", "share: 79"
            ),
            ("no-blank", rows("|Bake a|A|R||||||\n|Bake b|A||R|||||"), "rows: 3", "rows: 2"),
            ("oversized", rows("|Bake a|A|R||||||"), "limit: 7", "limit: 6"),
            ("oversized", rows("|Bake a|A|R||||||\n|Bake b|A|R||||||"), "rows: 2", "rows: 1"),
            ("claimed-twice", rows("|Bake a|A|R||||||"), "limit: 6", "limit: 7"),
        ]
    )
    func moves(rule: String, project: String, keeps: String, breaks: String) async {
        #expect(!(await ids(project, "\(rule): {\(keeps)}").contains(rule)), "\(keeps)")
        #expect(await ids(project, "\(rule): {\(breaks)}").contains(rule), "\(breaks)")
    }

    @Test(
        "A threshold that the rule does not have, or that makes no sense, is an error",
        arguments: [
            ("no-kpi: {limit: 3}", "1:18 unknown-key: 'no-kpi' has no 'limit' -> set its severity alone"),
            ("oversized: {share: 3}", "1:21 unknown-key: 'oversized' has no 'share' -> it has 'limit' and 'rows'"),
            (
                "oversized: {limit: -1}",
                "1:28 wrong-type: 'limit' is -1, not a number from 0 to 1000000 -> write a number from 0 to 1000000"
            ),
            ("overloaded: {share: 101}", "1:29 wrong-type: 'share' is 101, not a number from 0 to 100 -> write a number from 0 to 100"),
            ("overloaded: {limit: many}", "1:29 wrong-type: 'limit' is 'many', not a whole number -> write a whole number"),
        ]
    )
    func faults(rule: String, finding: String) async {
        let found = await findings(in: "-- handbook.yml --\nrules: {\(rule)}\n")
        #expect(found == ["handbook.yml:\(finding)"])
    }

    // What depends on the day is in `ReviewDueTests`.
    @Test("Every rule can be weighed, and switched off", arguments: Checks.settableRuleIDs.filter { $0 != "review-due" })
    func severities(rule: String) async throws {
        let example = try #require(RuleCase.all.first { $0.rule == rule })
        for severity in ["note", "warning", "error"] {
            let found = await ProjectText(example.breaks + "-- handbook.yml --\nrules: {\(rule): \(severity)}\n").read().result.findings
                .sorted
            #expect(found.filter { $0.rule.id == rule }.allSatisfy { $0.severity.rawValue == severity }, "\(severity)")
            #expect(found.contains { $0.rule.id == rule })
        }
        #expect(!(await ids(example.breaks, "\(rule): off").contains(rule)))
    }
}
