import Diagnostics

/// A rule, or a few that belong together, over a whole handbook, that no setting changes.
package struct Check: Sendable {
    /// The rules it can find broken.
    package let rules: [Rule]
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
    package static let fixed: [Check] = [
        .names, .links, .rawHTML, .literalEmphasis, .surplusCells, .strayRows, .citations, .sourceAddresses, .categories, .roleFacts,
        .exemptions,
        .circularTeams, .questions, .theme, .folders, .plainTexts,
    ]

    /// What `rules:` in the settings can weigh anew or switch off, and a page can exempt.
    static let settable: [SettableCheck] = [
        .duplicateTask, .neverActs, .overloaded, .noBlank, .onlyInformed, .cardSilent, .contradictingAccountable, .roleInNoMatrix,
        .workInNoMatrix, .stageWithoutRow, .oversized, .wrongTotals, .noKPI, .emptySection, .unownedActivity, .activityWithoutRow,
        .oneSidedRelation, .claimedTwice, .cellNotation,
    ]

    /// Rules about one row of a matrix: as above.
    static let rowRules: [RowRule] = [
        .noAccountable, .twoAccountable, .nobodyActs, .accountableAlone, .noDriver, .twoDrivers, .manyResponsible, .manyConsulted,
        .manyInformed, .nobodyAsked, .mixedLetters, .accountableAndWeak, .neverAccountable, .sameApprover,
    ]

    /// Rules whose findings depend on the day: `Reviews` looks for them, apart from all that a site is made of. The settings
    /// and pages can say of them what they can of the others.
    static let ofTheDay: [Rule] = [.reviewDue]

    /// The rules that the settings can name.
    package static let settableRules: [Rule] = rowRules.map(\.rule) + settable.flatMap(\.rules) + ofTheDay

    /// The ids of the rules that the settings can name.
    public static let settableRuleIDs: [String] = settableRules.map(\.id)

    /// What a check finds: findings that stand, and those that the settings weigh and pages exempt.
    typealias Found = (fixed: Findings, settable: CheckFindings)

    /// The checks of a handbook, each by itself, in an order that never changes.
    static func jobs(on handbook: Handbook, _ analysis: Analysis) -> [@Sendable () -> Found] {
        let context = CheckContext(handbook, analysis)
        let ofFixed = fixed.map { check -> @Sendable () -> Found in
            {
                var found = Findings()
                check.run(handbook, &found)
                return (found, CheckFindings())
            }
        }
        let ofSettable = settable.map { check -> @Sendable () -> Found in
            {
                var found = CheckFindings()
                check.run(context, &found)
                return (Findings(), found)
            }
        }
        return ofFixed + ofSettable + [{ (Findings(), rowFindings(context)) }]
    }

    /// Joins what the checks have found. Findings that a page exempts are given back, not added.
    static func join(_ found: [Found], on handbook: Handbook, into findings: inout Findings) -> [Exempted] {
        for one in found { findings.add(contentsOf: one.fixed) }
        var exemptions = UsedExemptions(handbook)
        var exempted: [Exempted] = []
        for entry in found.flatMap(\.settable.entries) {
            if let exemption = exemptions.use(entry) {
                exempted.append(Exempted(finding: entry.finding, reason: exemption.reason))
            } else if let weighed = handbook.settings.rules.weighed(entry.finding) {
                findings.add(weighed)
            }
        }
        exemptions.reportUnused(into: &findings)
        return exempted
    }

    private static func rowFindings(_ context: CheckContext) -> CheckFindings {
        var found = CheckFindings()
        for matrix in context.handbook.matrices {
            for (table, row) in matrix.tasks {
                let context = RowContext(row: row, table: table, matrix: matrix, context: context)
                for rule in rowRules {
                    if let finding = rule.check(context) { found.add(finding, on: matrix, about: [row.task]) }
                }
            }
        }
        return found
    }
}
