import Handbook
import TestSupport
import Testing

@testable import enum Handbook.Checks

/// Which rules about rows hold under which scheme, and in whose words.
@Suite("Rules about a row by scheme")
struct SchemeRuleTests {
    /// How a rule stands to a scheme: a row that breaks it and one near it that does not, or a row that would break it
    /// if it held.
    enum Expectation {
        case holds(String, near: String)
        case doesNotHold(String)
    }

    /// By RACI; its kin differ where `others` say so.
    private static let raci: [String: Expectation] = [
        "no-accountable": .holds("R|C|I", near: "R|A|I"), "two-accountable": .holds("A|A|R", near: "A/R|R"),
        "nobody-acts": .holds("C|I", near: "C|A"), "accountable-alone": .holds("A|C", near: "A|R"),
        "no-driver": .doesNotHold("A|C|I"), "two-drivers": .doesNotHold("R|R|A"),
        "many-responsible": .holds("A|R|R|R|R", near: "A|R|R|R"), "many-consulted": .holds("A/R|C|C|C|C", near: "A/R|C|C|C|I"),
        "many-informed": .holds("A/R|I|I|I|I", near: "A/R|I|I|I|C"), "nobody-asked": .holds("A|R", near: "A|R|I"),
        "mixed-letters": .holds("A|R/C", near: "A/R|C"), "accountable-and-weak": .holds("A/C|R", near: "A/R|C"),
        "never-accountable": .holds("A|R", near: "R|A"), "same-approver": .holds("A/R|C", near: "A|R|C"),
    ]

    private static let others: [Scheme: [String: Expectation]] = [
        .raci: [:], .rasci: ["nobody-acts": .holds("S|C", near: "S|R"), "mixed-letters": .holds("A|R/S", near: "A/R|S")],
        .raciVS: [
            "nobody-acts": .holds("V|S", near: "V|A"), "mixed-letters": .holds("A|R/V", near: "A/S|R|V"),
            "same-approver": .holds("A|R/S|C", near: "A|R|S|C"),
        ],
        .daci: [
            "no-accountable": .holds("D|C|I", near: "D|A|I"), "two-accountable": .holds("A|A|D", near: "A|C|D"),
            "accountable-alone": .doesNotHold("A|C"), "no-driver": .holds("A|C", near: "A|D"),
            "two-drivers": .holds("A|D|D", near: "A|D|C"),
            "many-responsible": .doesNotHold("A|D|D|D|D"), "many-consulted": .holds("A|D|C|C|C|C", near: "A|D|C|C|C"),
            "many-informed": .holds("A|D|I|I|I|I", near: "A|D|I|I|I"), "nobody-asked": .holds("A|D", near: "A|D|I"),
            "mixed-letters": .holds("A|D/C", near: "A/D|C"), "accountable-and-weak": .holds("A/C|D", near: "A/D|C"),
            "never-accountable": .holds("A|D", near: "D|A"), "same-approver": .holds("A/D|C", near: "A|D|C"),
        ],
        .rapid: [
            "no-accountable": .holds("P|R|A", near: "P|R|D"), "two-accountable": .holds("D|D|P", near: "D|A|P"),
            "nobody-acts": .holds("R|A|I", near: "R|D"), "accountable-alone": .holds("D|R", near: "D|P"),
            "two-drivers": .doesNotHold("D|D|P"), "no-driver": .doesNotHold("A|R|I"),
            "many-responsible": .holds("D|P|P|P|P", near: "D|P|P|P"), "many-consulted": .holds("D|P|I|I|I|I", near: "D|P|I|I|I"),
            "many-informed": .doesNotHold("D|P|I|I|I|I|I"), "nobody-asked": .holds("D|P", near: "D|P|R"),
            "mixed-letters": .holds("D|R/A|P", near: "D/P|R/P|A"), "accountable-and-weak": .holds("D/I|P", near: "D/P|I"),
            "never-accountable": .holds("D|P", near: "P|D"), "same-approver": .holds("D/R|P", near: "D|R|P"),
        ],
    ]

    private static func ids(_ scheme: Scheme, _ cells: String) async -> [String] {
        let roles =
            RuleCase.roles(["Bob", "Cid", "Dot", "Eve", "Fay", "Gil"]) + RuleCase.roles(["Ann"], front: "never_accountable: true\n")
        let missing = String(repeating: "|", count: 6 - cells.count { $0 == "|" })
        let matrix = RuleCase.matrix(
            "Task|Ann|Bob|Cid|Dot|Eve|Fay|Gil",
            "|Bake bread|\(cells)\(missing)|",
            front: "scheme: \(scheme.rawValue)\n"
        )
        let activity = "-- content/activities/b.md --\n---\ntitle: Bake bread\napproval: true\n---\n"
        return await ProjectText(roles + matrix + activity).read().result.findings.sorted.map(\.rule.id)
    }

    @Test("Each rule is tried under each scheme", arguments: Scheme.allCases)
    func standings(scheme: Scheme) async {
        let standings = Self.raci.merging(Self.others[scheme] ?? [:]) { _, own in own }
        #expect(Set(standings.keys) == Set(Checks.rowRules.map(\.rule.id)))
        for (rule, standing) in standings {
            switch standing {
            case .holds(let breaks, let near):
                #expect(await Self.ids(scheme, breaks).contains(rule), "\(rule): \(breaks)")
                let found = await Self.ids(scheme, near)
                #expect(!found.contains(rule), "\(rule): \(near)")
                #expect(!found.contains("unknown-letter"), "\(near)")
            case .doesNotHold(let row):
                let found = await Self.ids(scheme, row)
                #expect(!found.contains(rule), "\(rule): \(row)")
            }
        }
    }

    @Test(
        "Messages speak in the scheme's words",
        arguments: [
            (Scheme.daci, "D|C|I|", "no-accountable: 'Build' has no approving role -> give one role A, or exempt the row with a reason"),
            (.daci, "A|C|I|", "no-driver: 'Build' has no driving role -> give one role D, or exempt the row with a reason"),
            (.daci, "D|D|A|I", "two-drivers: 'Build' has two driving roles -> keep one D, make the other C or I"),
            (.daci, "D|A|A|A", "two-accountable: 'Build' has three approving roles -> keep one A, make the others C or I"),
            (.daci, "C|I||", "nobody-acts: 'Build' is done by nobody -> give a role D, and one A"),
            (.rapid, "P|R||", "no-accountable: 'Build' has no deciding role -> give one role D, or exempt the row with a reason"),
            (.rapid, "D|R||", "accountable-alone: 'Build' has nobody performing -> write D/P, or give another role P"),
            (.rapid, "D/P|R/A||", "mixed-letters: 'ML Eng' has R and A for 'Build' -> keep A, which is what counts"),
            (.raciVS, "A|R/S|C|", "mixed-letters: 'ML Eng' has R and S for 'Build' -> keep R, which is what counts"),
            (.rasci, "A/R|S/C||", "mixed-letters: 'ML Eng' has S and C for 'Build' -> keep S, which is what counts"),
            (.raci, "A/R|C/I||", "mixed-letters: 'ML Eng' has C and I for 'Build' -> keep C, which is what counts"),
        ]
    )
    func words(scheme: Scheme, row: String, finding: String) async {
        let table = "| Task | Data Eng | ML Eng | PM | UX |\n|---|---|---|---|---|\n| Build |\(row)|"
        let found = await read(TestSupport.matrix(table, frontMatter: "title: D\nscheme: \(scheme.rawValue)")).findings.sorted.map(line)
        #expect(found.contains { $0.hasSuffix(" \(finding)") }, "\(found)")
    }

    @Test("Of two letters that do not go together the stronger counts, for the part in an activity too")
    func stronger() async {
        let table = "| Task | Data Eng | ML Eng | PM | UX |\n|---|---|---|---|---|\n| Build |A/R|R/C|C/I|I|"
        let project = TestSupport.matrix(table) + "-- content/activities/b.md --\n---\ntitle: Build\n---\n"
        let result = await read(project)
        let parts = result.handbook.activity("b").flatMap { result.analysis.tally(of: $0).positions.first?.parts }
        #expect(parts?[.responsible] == ["data-engineer", "ml-engineer"])
        #expect(parts?[.consulted] == ["product-manager"])
        #expect(parts?[.informed] == ["ux-designer"])
        #expect(result.handbook.matrices.first?.tasks.first?.row.cells.map(\.letters) == [["A", "R"], ["R", "C"], ["C", "I"], ["I"]])
    }
}
