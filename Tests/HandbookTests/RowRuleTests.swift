import Handbook
import TestSupport
import Testing

@Suite("Rules about a row of a matrix")
struct RowRuleTests {
    private func table(_ row: String, scheme: String = "raci", more: String = "") -> String {
        matrix(
            "| Task | Data Eng | ML Eng | PM | UX |\n|---|---|---|---|---|\n\(row)",
            frontMatter: "title: Delivery\nscheme: \(scheme)\(more)"
        )
    }

    @Test(
        "A row that breaks a rule is a finding; a near miss is none",
        arguments: [
            (
                "raci", "| Build | R | C | I | |",
                "7:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason"
            ),
            ("raci", "| Build | R | C | I | A |", nil), ("raci", "| Build | A | C | | |", nil), ("raci", "| Build | R | (A) | | |", nil),
            (
                "raci", "| Build | A | R | A | |",
                "7:11 two-accountable: 'Build' has two accountable roles -> keep one A, make the other R or C"
            ),
            (
                "raci", "| Build | A/R | A | A | |",
                "7:11 two-accountable: 'Build' has three accountable roles -> keep one A, make the others R or C"
            ),
            ("raci", "| Build | A/R | R | R | |", nil),
            ("raci", "| Build | C | I | | |", "7:3 nobody-acts: 'Build' is done by nobody -> give a role R, and one A"),
            ("raci", "| Build | - | - | - | - |", "7:3 nobody-acts: 'Build' is done by nobody -> give a role R, and one A"),
            ("raci", "| Build | | | | |", nil),
            ("raci", "| Build | A/C | R | | |", "7:11 accountable-and-weak: 'Data Eng' is both A and C for 'Build' -> keep A"),
            ("raci", "| Build | A/I | R | | |", "7:11 accountable-and-weak: 'Data Eng' is both A and I for 'Build' -> keep A"),
            ("raci", "| Build | A/R | R/C | | |", nil),
            (
                "daci", "| Build | A | D | A | |",
                "7:11 two-accountable: 'Build' has two approving roles -> keep one A, make the other C or I"
            ),
            (
                "rapid", "| Build | A | P | R | |",
                "7:3 no-accountable: 'Build' has no deciding role -> give one role D, or exempt the row with a reason"
            ),
            (
                "rapid", "| Build | D | P | D | |",
                "7:11 two-accountable: 'Build' has two deciding roles -> keep one D, make the other R or A"
            ),
            ("rasci", "| Build | S | C | | |", "7:3 nobody-acts: 'Build' is done by nobody -> give a role R, and one A"),
        ] as [(String, String, String?)]
    )
    func rules(scheme: String, row: String, finding: String?) async {
        let found = await findings(in: table(row, scheme: scheme))
        #expect(found == [finding].compactMap(\.self).map { "content/raci/delivery.md:" + $0 })
    }

    @Test("Two accountable roles are shown as product.md pictures them")
    func picture() async {
        await expectReport(
            of: roles([("One", "A1", "a"), ("Two", "A2", "b"), ("Three", "A3", "c"), ("Four", "A4", "d")]) + """
                -- content/raci/delivery.md --
                ---
                title: Delivery
                ---

                Who does what.

                | Task | A1 | A2 | A3 | A4 |
                |---|---|---|---|---|
                | Deploy to production | I | A | C | A |
                """,
            is: """
                error[two-accountable]: 'Deploy to production' has two accountable roles
                  --> content/raci/delivery.md:9:30
                   |
                 9 | | Deploy to production | I | A | C | A |
                   |                              ^       ^
                   = rule: a task has exactly one accountable role
                   = help: keep one A, make the other R or C

                1 error

                """
        )
    }

    @Test("An exemption with a reason takes a finding off the list, and keeps it with the reason")
    func exempted() async {
        let more = "\nexempt:\n  - rule: no-accountable\n    row: build\n    reason: The source names nobody."
        let result = await read(table("| Build | R | | | |", more: more))
        #expect(faults(result.findings).isEmpty)
        #expect(result.exempted.map(\.reason) == ["The source names nobody."])
        #expect(result.exempted.map(\.finding.rule.id) == ["no-accountable"])
    }

    @Test(
        "An exemption names a rule, a row and a reason, and is needed",
        arguments: [
            (
                "rule: no-accountable\n    row: Test\n    reason: R.",
                [
                    "6:10 unused-exemption: 'Test' does not break no-accountable -> remove the exemption",
                    "11:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason",
                ]
            ),
            (
                "rule: no-acountable\n    row: Build\n    reason: R.",
                [
                    "5:11 invalid-exemption: 'no-acountable' is no rule that a page can be exempt from -> did you mean 'no-accountable'?",
                    "11:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason",
                ]
            ),
            (
                "rule: no-accountable\n    row: Bild\n    reason: R.",
                [
                    "6:10 invalid-exemption: 'Bild' is no row of this matrix -> did you mean 'Build'?",
                    "11:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason",
                ]
            ),
            (
                "rule: no-accountable\n    row: Build\n    reason: \"\"",
                ["6:10 invalid-exemption: 'Build' is exempt without a reason -> say why after 'reason:'"]
            ),
            ("rule: no-accountable\n    row: Build\n    reason:", ["7:5 missing-key: 'reason' is empty -> add 'reason:', text"]),
            ("rule: no-accountable\n    row: Build", ["5:5 missing-key: 'reason' is missing -> add 'reason:', text"]),
            (
                "rule: no-accountable\n    reason: R.",
                [
                    "5:11 invalid-exemption: 'no-accountable' is exempt for no row -> name the row's task after 'row:'",
                    "11:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason",
                ]
            ),
            (
                "rule: no-accountable\n    about: Build\n    reason: R.",
                [
                    "5:11 invalid-exemption: 'no-accountable' is exempt for no row -> name the row's task after 'row:'",
                    "6:5 unknown-key: 'about' is not a known key -> known keys here: reason, row, rule",
                    "11:3 no-accountable: 'Build' has no accountable role -> give one role A, or exempt the row with a reason",
                ]
            ),
        ]
    )
    func exemptions(text: String, found: [String]) async {
        let project = table("| Build | R | | | |\n| Test | A/R | | | |", more: "\nexempt:\n  - \(text)")
        let all = await findings(in: project)
        // The row's line follows the length of the front matter.
        let lines = text.split(separator: "\n").count
        #expect(all == found.map { "content/raci/delivery.md:" + $0.replacing("11:3", with: "\(8 + lines):3") })
    }
}
