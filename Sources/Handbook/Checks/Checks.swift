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
    static let all: [Check] = [
        .names, .links, .rawHTML, .citations, .sourceAddresses, .categories, .roleFacts, .exemptions,
    ]

    /// Rules about one row of a matrix; a page can exempt a row from them.
    static let rowRules: [RowRule] = [
        .noAccountable, .twoAccountable, .nobodyActs, .accountableAndWeak,
    ]

    /// Runs every check. Findings that a page exempts are given back, not added.
    static func run(on handbook: Handbook, into findings: inout Findings) -> [Exempted] {
        for check in all { check.run(handbook, &findings) }
        var exempted: [Exempted] = []
        for matrix in handbook.matrices {
            var used: Set<Int> = []
            for (table, row) in matrix.tasks {
                for rule in rowRules {
                    guard let finding = rule.check(row, table, matrix) else { continue }
                    let index = matrix.exemptions.firstIndex {
                        $0.rule.value == rule.rule.id && NameIndex.key($0.row.value) == NameIndex.key(row.task)
                    }
                    if let index {
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
        rowRules.contains { $0.rule.id == exemption.rule.value }
            && matrix.tasks.contains { NameIndex.key($0.row.task) == NameIndex.key(exemption.row.value) }
    }
}
