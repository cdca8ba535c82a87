import Diagnostics

/// A rule, or a few that belong together, over a whole handbook.
public struct Check: Sendable {
    /// The rules it can find broken.
    public let rules: [Rule]
    let run: @Sendable (Handbook, inout Findings) -> Void
}

/// A finding that a page's author accepts.
public struct Exempted: Sendable {
    /// The finding.
    public let finding: Diagnostic
    /// The author's reason.
    public let reason: String
}

/// Every check, one file each. A new check is one file and one line here.
public enum Checks {
    /// What no setting changes: a name that leads nowhere is wrong in every handbook.
    static let fixed: [Check] = [
        .names, .links, .rawHTML, .citations, .sourceAddresses, .categories, .roleFacts, .exemptions,
        .circularTeams, .questions, .theme,
    ]

    /// What `rules:` in the settings can weigh anew or switch off.
    static let settable: [Check] = [
        .duplicateTask, .neverActs, .overloaded, .noBlank, .cardSilent, .contradictingAccountable, .roleInNoMatrix, .workInNoMatrix,
        .stageWithoutRow, .oversized, .wrongTotals, .noKPI, .emptySection, .unownedActivity,
        .oneSidedRelation, .claimedTwice,
    ]

    /// Rules about one row of a matrix; a page can exempt a row from them, and the settings can weigh them.
    static let rowRules: [RowRule] = [
        .noAccountable, .twoAccountable, .nobodyActs, .accountableAlone, .manyResponsible, .manyConsulted, .manyInformed, .nobodyAsked,
        .mixedLetters, .accountableAndWeak, .neverAccountable, .sameApprover,
    ]

    /// The rules that the settings can name.
    static let settableRules: [Rule] = rowRules.map(\.rule) + settable.flatMap(\.rules)

    /// The ids of the rules that the settings can name.
    public static let settableRuleIDs: [String] = settableRules.map(\.id)

    /// Runs every check. Findings that a page exempts are given back, not added.
    static func run(on handbook: Handbook, into findings: inout Findings) -> [Exempted] {
        for check in fixed { check.run(handbook, &findings) }
        var found = Findings()
        for check in settable { check.run(handbook, &found) }
        let exempted = runRowRules(on: handbook, into: &found)
        for finding in found.all {
            if let weighed = handbook.settings.rules.weighed(finding) { findings.add(weighed) }
        }
        return exempted
    }

    private static func runRowRules(on handbook: Handbook, into findings: inout Findings) -> [Exempted] {
        let evidence = Evidence(handbook)
        var exempted: [Exempted] = []
        for matrix in handbook.matrices {
            var used: Set<Int> = []
            for (table, row) in matrix.tasks {
                let context = RowContext(row: row, table: table, matrix: matrix, handbook: handbook, evidence: evidence)
                for rule in rowRules {
                    guard let finding = rule.check(context) else { continue }
                    if let index = matrix.exemptions.firstIndex(where: { $0.covers(rule.rule, row) }) {
                        used.insert(index)
                        exempted.append(Exempted(finding: finding, reason: matrix.exemptions[index].reason))
                    } else {
                        findings.add(finding)
                    }
                }
            }
            for (index, exemption) in matrix.exemptions.enumerated() where !used.contains(index) && isValid(exemption, in: matrix) {
                findings.add(Rule.unusedExemption(exemption))
            }
        }
        return exempted
    }

    private static func isValid(_ exemption: Matrix.Exemption, in matrix: Matrix) -> Bool {
        rowRules.contains { $0.rule.id == exemption.rule.value } && matrix.tasks.contains { exemption.names($0.row) }
    }
}

extension Matrix.Exemption {
    func names(_ row: Matrix.Row) -> Bool { NameIndex.key(self.row.value) == NameIndex.key(row.task) }

    func covers(_ rule: Rule, _ row: Matrix.Row) -> Bool { self.rule.value == rule.id && names(row) }
}
