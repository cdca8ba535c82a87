import Diagnostics
import Foundation
import Testing

@Suite("The report for people")
struct HumanReportTests {
    private let row = "| Deploy to production | I | A | C | A |"

    private func lines(upTo last: String, count: Int) -> String {
        String(repeating: "\n", count: count - 1) + last + "\n"
    }

    @Test func showsPlaceExcerptCaretsRuleAndHelp() {
        let finding = twoAccountable(
            "'Deploy to production' has two accountable roles",
            at: Location("content/raci/delivery.md", line: 9, columns: [30..<31, 38..<39]),
            help: "keep one A, make the other R or C"
        )
        let text = report(["content/raci/delivery.md": lines(upTo: row, count: 9)]).text(of: findings(finding))
        #expect(
            text == """
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

    @Test func widensTheMarginForLongLineNumbers() {
        let finding = twoAccountable("wrong", at: Location("a.md", line: 1234, columns: [1..<4]))
        #expect(
            report(["a.md": lines(upTo: "abc", count: 1234)]).block(finding) == """
                error[two-accountable]: wrong
                     --> a.md:1234:1
                      |
                 1234 | abc
                      | ^^^
                      = rule: a task has exactly one accountable role
                """
        )
    }

    @Test func showsALineWithoutColumnsWithoutCarets() {
        let finding = missingTitle("no title", at: Location("a.md", line: 1))
        #expect(
            report(["a.md": "abc"]).block(finding) == """
                warning[missing-title]: no title
                  --> a.md:1
                   |
                 1 | abc
                   = rule: a page has a title
                """
        )
    }

    @Test func leavesNoBlankBehindTheBarOfAnEmptyLine() {
        let block = report(["a.md": "\nx"]).block(missingTitle("no title", at: Location("a.md", line: 1)))
        #expect(block.contains("\n 1 |\n"))
    }

    @Test(
        "A finding without an excerpt names what it can",
        arguments: [
            (nil, "warning[missing-title]: m\n   = rule: a page has a title"),
            (Location("a.md"), "warning[missing-title]: m\n  --> a.md\n   = rule: a page has a title"),
            (Location("gone.md", line: 3, columns: [2..<3]), "warning[missing-title]: m\n  --> gone.md:3:2\n   = rule: a page has a title"),
            (Location("a.md", line: 99), "warning[missing-title]: m\n   --> a.md:99\n    = rule: a page has a title"),
        ] as [(Location?, String)]
    )
    func withoutExcerpt(place: Location?, expected: String) {
        #expect(report(["a.md": "abc"]).block(missingTitle("m", at: place)) == expected)
    }

    @Test func tellsRelatedPlacesOncePerMessage() {
        let finding = twoAccountable(
            "wrong",
            at: Location("a.md"),
            related: [
                Related("first given", at: Location("a.md", line: 2, columns: [1..<3])),
                Related("see also", at: Location("b.md")),
                Related("first given", at: Location("a.md", line: 4)),
            ]
        )
        #expect(
            report().block(finding) == """
                error[two-accountable]: wrong
                  --> a.md
                   = rule: a task has exactly one accountable role
                   = first given: a.md:2:1, a.md:4
                   = see also: b.md
                """
        )
    }

    @Test func collapsesARepeatedFindingAndCutsAfterFivePlaces() {
        var all = Findings()
        for line in 1...8 { all.add(missingTitle("no title", at: Location("a.md", line: line))) }
        #expect(
            report().text(of: all) == """
                warning[missing-title]: no title
                  --> a.md:1
                   = rule: a page has a title
                   = the same here: a.md:2, a.md:3, a.md:4, a.md:5, a.md:6, and 2 more

                1 warning

                """
        )
    }

    @Test func leavesNotesOutWhenAsked() {
        let all = findings(noKPI("no KPI", at: Location("a.md")), missingTitle("no title", at: Location("b.md")))
        let text = report().text(of: all, notes: false)
        #expect(!text.contains("no KPI"))
        #expect(text.hasSuffix("\n1 warning, 1 note ('handbook check --notes' tells the notes)\n"))
        #expect(report().text(of: findings(missingTitle("m", at: nil)), notes: false).hasSuffix("\n1 warning\n"))
    }

    @Test func showsTheFirstFindingsOfARuleAndCountsTheRest() {
        var all = findings(noKPI("no KPI", at: Location("c.md")))
        for line in 1...5 { all.add(missingTitle("number \(line)", at: Location("a.md", line: line))) }
        for line in 1...2 { all.add(twoAccountable("row \(line)", at: Location("b.md", line: line))) }
        let text = report().text(of: all, notes: false, limit: 2)
        let shown = ["number 1", "number 2", "row 1", "row 2"]
        #expect(
            text.split(separator: "\n").filter { $0.contains("]: ") }.compactMap { $0.split(separator: ": ").last.map(String.init) }
                == shown
        )
        #expect(
            text.hasSuffix(
                """

                3 more of missing-title

                2 errors, 5 warnings, 1 note ('handbook check --notes' tells the notes, 'handbook check --all' shows every finding)

                """
            )
        )
        #expect(report().text(of: all, limit: nil).components(separatedBy: "]: ").count == 9)
    }

    @Test func letsNoTextMoveTheCursor() {
        let finding = twoAccountable("'\u{1B}[2J\n' is \u{202E}bad", at: Location("a\u{7}.md"), help: "do\tit")
        #expect(
            report().block(finding) == """
                error[two-accountable]: '·[2J ' is ·bad
                  --> a·.md
                   = rule: a task has exactly one accountable role
                   = help: do it
                """
        )
    }

    @Test(
        "The last line counts what was found",
        arguments: [
            (0, 0, 0, "no findings"), (1, 0, 0, "1 error"), (2, 1, 0, "2 errors, 1 warning"), (0, 2, 1, "2 warnings, 1 note"),
            (1, 1, 2, "1 error, 1 warning, 2 notes"),
        ]
    )
    func tally(errors: Int, warnings: Int, notes: Int, expected: String) {
        var all = Findings()
        for (rule, count) in [(twoAccountable, errors), (missingTitle, warnings), (noKPI, notes)] {
            for index in 0..<count { all.add(rule("number \(index)", at: Location("a.md", line: index + 1))) }
        }
        #expect(HumanReport.tally(all) == expected)
        #expect(report().text(of: all).hasSuffix(expected + "\n"))
        #expect(all.isEmpty == (expected == "no findings"))
        #expect(all.hasErrors == (errors > 0))
    }
}
