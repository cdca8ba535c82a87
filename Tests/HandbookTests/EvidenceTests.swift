import Diagnostics
import Handbook
import TestSupport
import Testing

/// A remedy that names a role, a row or a page rests on what the handbook says elsewhere, and cites it. Without evidence
/// there is none.
@Suite("Evidence for remedies")
struct EvidenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: String
        /// The matrix's row or rows, for the roles Ann, Bob, Cid and Dot.
        let rows: String
        /// What the evidence is in.
        let evidence: String
        let help: String
        let cites: [String]
        /// The remedy without evidence.
        let plain: String
        var header = "Task|Ann|Bob|Cid|Dot"
        var front = ""
        var more = ""

        var testDescription: String { rule }
    }

    private static func card(_ name: String, _ lead: String) -> String {
        RuleCase.roles([name], card: "- **\(lead)**: does it.")
    }

    private static func activity(_ front: String, title: String = "Bake bread", slug: String = "b") -> String {
        "-- content/activities/\(slug).md --\n---\ntitle: \(title)\n\(front)\n---\n"
    }

    private static func other(_ rows: String, header: String = "Task|Ann|Bob|Cid|Dot") -> String {
        RuleCase.matrix(header, rows, name: "n")
    }

    private static let plain = "give one role A, or exempt the row with a reason"
    private static let source = "-- content/sources/s.md --\n# S\n"

    static let cases: [Case] = [
        Case(
            rule: "no-accountable",
            rows: "|Bake bread|R|C|||",
            evidence: other("|Bake bread||A/R|||"),
            help: "make 'Bob' A",
            cites: ["accountable in 'N' content/raci/n.md:6"],
            plain: plain
        ),
        Case(
            rule: "no-accountable",
            rows: "|Bake bread|R|C|||",
            evidence: activity("positions: [{source: s, decides: [eve]}]") + source + card("Eve", "x"),
            help: "give 'Eve' a column, and A",
            cites: ["decides in the view of 'S' content/activities/b.md:3"],
            plain: plain
        ),
        Case(
            rule: "two-accountable",
            rows: "|Bake bread|A|A|R||",
            evidence: other("|Bake bread||A/R|||"),
            help: "keep A for 'Bob', make the other R or C",
            cites: ["accountable in 'N' content/raci/n.md:6"],
            plain: "keep one A, make the other R or C"
        ),
        Case(
            rule: "nobody-acts",
            rows: "|Bake bread|C||||",
            evidence: card("Dot", "Bake bread"),
            help: "make 'Dot' R, and give one role A",
            cites: ["on the card of 'Dot' content/roles/dot.md:6"],
            plain: "give a role R, and one A"
        ),
        Case(
            rule: "nobody-acts",
            rows: "|Bake bread|C||||",
            evidence: other("|Bake bread|A|R|||"),
            help: "make 'Ann' A, and make 'Bob' R",
            cites: ["accountable in 'N' content/raci/n.md:6", "responsible in 'N' content/raci/n.md:6"],
            plain: "give a role R, and one A"
        ),
        Case(
            rule: "accountable-alone",
            rows: "|Baking|A|C|||",
            evidence: "-- content/lifecycle/b.md --\n---\ntitle: Baking\ndrives: [cid]\n---\n",
            help: "make 'Cid' R",
            cites: ["drives the stage 'Baking' content/lifecycle/b.md:3"],
            plain: "write A/R, or give another role R"
        ),
        Case(
            rule: "accountable-alone",
            rows: "|Bake bread|A|C|||",
            evidence: card("Ann", "Bake bread"),
            help: "write A/R, as it does the work elsewhere",
            cites: ["on the card of 'Ann' content/roles/ann.md:6"],
            plain: "write A/R, or give another role R"
        ),
        Case(
            rule: "no-driver",
            rows: "|Bake bread|A|C|||",
            evidence: other("|Bake bread|A|R|||"),
            help: "make 'Bob' D",
            cites: ["responsible in 'N' content/raci/n.md:6"],
            plain: "give one role D, or exempt the row with a reason",
            front: "scheme: daci\n"
        ),
        Case(
            rule: "two-drivers",
            rows: "|Bake bread|A|D|D||",
            evidence: other("|Bake bread|A||R||"),
            help: "keep D for 'Cid', make the other C or I",
            cites: ["responsible in 'N' content/raci/n.md:6"],
            plain: "keep one D, make the other C or I",
            front: "scheme: daci\n"
        ),
        Case(
            rule: "many-responsible",
            rows: "|Bake bread|A/R|R|R||",
            evidence: other("|Bake bread|A|R|||"),
            help: "keep R for 'Bob', who have it elsewhere",
            cites: ["responsible in 'N' content/raci/n.md:6"],
            plain: "keep R for those who do the work, or split the task"
        ),
        Case(
            rule: "many-consulted",
            rows: "|Bake bread|A/R|C|C|C|C|",
            evidence: other("|Bake bread|A/R|C|C||"),
            help: "keep C for 'Bob' and 'Cid', who have it elsewhere",
            cites: ["consulted in 'N' content/raci/n.md:6", "consulted in 'N' content/raci/n.md:6"],
            plain: "keep C for those whose answer would change something",
            header: "Task|Ann|Bob|Cid|Dot|Eve",
            more: card("Eve", "x")
        ),
        Case(
            rule: "many-informed",
            rows: "|Bake bread|A/R|I|I|I|",
            evidence: other("|Bake bread|A/R|I|||"),
            help: "keep I for 'Bob', who have it elsewhere",
            cites: ["informed in 'N' content/raci/n.md:6"],
            plain: "keep I for those who need news of it"
        ),
        Case(
            rule: "nobody-asked",
            rows: "|Bake bread|A|R|||",
            evidence: other("|Bake bread|A|R|C|I|"),
            help: "make 'Cid' C and make 'Dot' I, as elsewhere",
            cites: ["consulted in 'N' content/raci/n.md:6", "informed in 'N' content/raci/n.md:6"],
            plain: "say who is consulted or informed, if anyone is"
        ),
        Case(
            rule: "accountable-and-weak",
            rows: "|Bake bread|A/C|R|||",
            evidence: other("|Bake bread|C|A/R|||"),
            help: "keep C, and make 'Bob' A",
            cites: ["accountable in 'N' content/raci/n.md:6"],
            plain: "keep A"
        ),
        Case(
            rule: "never-accountable",
            rows: "|Bake bread|R|C||A|",
            evidence: other("|Bake bread||A/R|||"),
            help: "make 'Bob' A",
            cites: ["it says so content/roles/robot.md:4", "accountable in 'N' content/raci/n.md:6"],
            plain: "make 'Ann' A, who does the work",
            header: "Task|Ann|Bob|Cid|Robot",
            more: RuleCase.roles(["Robot"], card: "- **x**: y.", front: "never_accountable: true\n")
        ),
        Case(
            rule: "same-approver",
            rows: "|Bake bread|A/R|C|||",
            evidence: other("|Bake bread|R|A|||"),
            help: "make 'Bob' A",
            cites: ["accountable in 'N' content/raci/n.md:6"],
            plain: "give R or A to another role",
            more: activity("approval: true")
        ),
        Case(
            rule: "same-approver",
            rows: "|Bake bread|A/R|C|||",
            evidence: card("Dot", "Bake bread"),
            help: "make 'Dot' R",
            cites: ["on the card of 'Dot' content/roles/dot.md:6"],
            plain: "give R or A to another role",
            more: activity("approval: true")
        ),
        Case(
            rule: "never-acts",
            rows: "|Bake bread|A/R|C|||",
            evidence: card("Bob", "Bake bread"),
            help: "give it R for 'Bake bread' in content/raci/m.md",
            cites: ["the row content/raci/m.md:6", "on the card of 'Bob' content/roles/bob.md:6"],
            plain: "give the role what it does itself, or accept that it only advises"
        ),
        Case(
            rule: "only-informed",
            rows: "|Bake bread|A/R|I|||",
            evidence: activity("positions: [{source: s, responsible: [bob]}]") + source,
            help: "give it R for 'Bake bread' in content/raci/m.md",
            cites: ["the row content/raci/m.md:6", "responsible in the view of 'S' content/activities/b.md:3"],
            plain: "give the role a part, or leave its column out"
        ),
        Case(
            rule: "overloaded",
            rows: "|Bake bread|A|R||I|\n|Bake rolls|A||R|I|\n|Bake cake|A|R||I|\n|Bake pie|A||R|I|",
            evidence: other("|Bake cake||A/R|||"),
            help: "share some of them out, such as 'Bake cake' to 'Bob', or split the role",
            cites: ["accountable in 'N' content/raci/n.md:6"],
            plain: "share some of them out, or split the role"
        ),
        Case(
            rule: "card-silent",
            rows: "|Wash dishes|A|R|||",
            evidence: card("Dot", "Wash dishes"),
            help: "say it in content/roles/ann.md, or give it to 'Dot', whose card has it",
            cites: ["on the card of 'Dot' content/roles/dot.md:6"],
            plain: "say it in content/roles/ann.md, or mend the matrix"
        ),
        Case(
            rule: "contradicting-accountable",
            rows: "|Bake bread|A|R|||",
            evidence: activity("positions: [{source: s, accountable: [bob]}]") + source,
            help: "make 'Bob' accountable in both",
            cites: ["the other content/raci/m.md:6", "accountable in the view of 'S' content/activities/b.md:3"],
            plain: "make both the same, or name the tasks so that they differ",
            more: other("|Bake bread|R|A|||")
        ),
        Case(
            rule: "role-in-no-matrix",
            rows: "|Bake bread|A|R|||",
            evidence: card("Eve", "Bake bread"),
            help: "give it a column in content/raci/m.md, with a part in 'Bake bread'",
            cites: ["on its card content/roles/eve.md:6"],
            plain: "give it a column where it has a part",
            more: RuleCase.roles(["Fay"], card: "- **x**: y.")
        ),
        Case(
            rule: "role-in-no-matrix",
            rows: "|Bake bread|A|R|||",
            evidence: activity("positions: [{source: s, takes_part: [fay]}]") + source,
            help: "give it a column in content/raci/m.md, with a part in 'Bake bread'",
            cites: ["has a part in a source's view content/activities/b.md:3"],
            plain: "give it a column where it has a part",
            more: RuleCase.roles(["Fay"], card: "- **x**: y.")
        ),
        Case(
            rule: "work-in-no-matrix",
            rows: "|Bake bread|A/R||||\n|Slice|C|A/R|||",
            evidence: card("Bob", "Bake bread"),
            help: "give it a part in 'Bake bread' of content/raci/m.md, or add rows for what others depend on",
            cites: ["the row content/raci/m.md:6"],
            plain: "add rows for those that others depend on, such as 'x'"
        ),
        Case(
            rule: "stage-without-row",
            rows: "|Bake bread|A|R|||",
            evidence: "-- content/lifecycle/c.md --\n---\ntitle: Cleaning\ndrives: [cid]\n---\n",
            help: "add a row for the stage, in which 'Cid' does the work",
            cites: ["drives it content/lifecycle/c.md:3"],
            plain: "add a row for the stage, or for an activity of it",
            more: "-- content/lifecycle/d.md --\n---\ntitle: Drying\n---\n"
        ),
        Case(
            rule: "stage-without-row",
            rows: "|Bake bread|A|R|||",
            evidence: activity("stage: drying", title: "Hang up", slug: "h"),
            help: "add a row for 'Hang up', or for the stage",
            cites: ["an activity of it content/activities/h.md:2"],
            plain: "add a row for the stage, or for an activity of it",
            more: "-- content/lifecycle/drying.md --\n---\ntitle: Drying\n---\n"
        ),
        Case(
            rule: "activity-without-row",
            rows: "|Slice|A|R|||",
            evidence: other("|Bread baking|A|R|||"),
            help: "name 'Bread baking' under 'also:' if it is the same, or add a row",
            cites: ["a row of a similar name content/raci/n.md:6"],
            plain: "add a row of that name, or name the row under 'also:'",
            more: activity("", title: "Baking bread")
        ),
        Case(
            rule: "unowned-activity",
            rows: "|Slice|A|R|||",
            evidence: other("|Bread baking|A|R|||"),
            help: "name 'Bread baking' under 'also:', for which 'Ann' answers",
            cites: ["answers for it content/raci/n.md:6"],
            plain: "name who answers for it in a matrix, or in a position",
            more: activity("", title: "Baking bread")
        ),
        Case(
            rule: "oversized",
            rows: (1...26).map { "|Bake \($0)|A|R|||" }.joined(separator: "\n"),
            evidence: "HEADING",
            help: "split it at its headings, such as 'Evening'",
            cites: ["a heading content/raci/m.md:32"],
            plain: "split it, by stage or by team"
        ),
        Case(
            rule: "duplicate-task",
            rows: "|Bake bread|A|R|||\n|Bake bread|A|R|||",
            evidence: "SAME",
            help: "remove one of the two rows: they say the same",
            cites: ["first listed content/raci/m.md:6"],
            plain: "join the two rows, or name what tells them apart"
        ),
        Case(
            rule: "one-sided-relation",
            rows: "|Slice|A/R||||",
            evidence: other("|Wash||C||A/R|", header: "Task|Ann|Bob|Cid|Eve"),
            help: "say it in content/roles/bob.md too, or write content/relations/eve-bob.md",
            cites: ["both have a part in 'Wash' content/raci/n.md:6"],
            plain: "say it in content/roles/bob.md too, or write content/relations/eve-bob.md",
            more: RuleCase.roles(["Eve"], card: "- **x**: asks [Bob](bob.md).")
        ),
    ]

    @Test(arguments: cases)
    func remediesRestOnEvidence(example: Case) async {
        let names = ["Ann", "Bob", "Cid", "Dot"]
        func project(_ evidence: String) -> String {
            var rows = example.rows
            if evidence == "HEADING" { rows += "\n|Evening|||||" }
            if example.rule == "duplicate-task", evidence != "SAME" {
                rows = rows.replacing("\n|Bake bread|A|R|||", with: "\n|Bake bread|A|C|||")
            }
            let own = ["HEADING", "SAME"].contains(evidence) ? "" : evidence
            let cards = names.filter { !own.contains("roles/\($0.lowercased()).md") }.map { Self.card($0, "x") }
            return cards.joined() + RuleCase.matrix(example.header, rows, front: example.front) + own + example.more
        }
        let found = await findings(project(example.evidence), example.rule)
        let finding = found.first { $0.help == example.help }
        #expect(finding != nil, "\(found.map { $0.help ?? "" })")
        #expect(finding?.related.map { "\($0.message) \($0.location.path):\($0.location.line ?? 0)" } == example.cites)
        let without = await findings(project(""), example.rule)
        #expect(without.contains { $0.help == example.plain }, "\(without.map { $0.help ?? "" })")
    }

    private func findings(_ project: String, _ rule: String) async -> [Diagnostic] {
        await ProjectText(project).read().result.findings.sorted.filter { $0.rule.id == rule }
    }

    @Test("Every rule whose remedy can rest on evidence is tried")
    func complete() {
        // Their remedy is what the letters themselves say, or what no other page could know.
        let without: Set<String> = [
            "mixed-letters", "no-blank", "wrong-totals", "no-kpi", "empty-section", "claimed-twice", "cell-notation", "review-due",
        ]
        let tried = Set(Self.cases.map(\.rule))
        #expect(Set(Checks.settableRuleIDs).subtracting(without).subtracting(tried) == [])
    }
}
