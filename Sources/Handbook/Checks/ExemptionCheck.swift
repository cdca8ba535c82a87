import Diagnostics
import Markdown

extension Rule {
    /// An exemption that names no rule or row, or gives no reason.
    public static let invalidExemption = Rule("invalid-exemption", .error, "an exemption names a rule about rows, a row, and a reason")
    /// An exemption that nothing needs.
    public static let unusedExemption = Rule("unused-exemption", .warning, "an exemption stands for a finding that would be there")

    static func unusedExemption(_ exemption: Matrix.Exemption) -> Diagnostic {
        unusedExemption(
            "'\(exemption.row.value)' does not break \(exemption.rule.value)",
            at: exemption.row.location,
            help: "remove the exemption"
        )
    }
}

extension Check {
    /// Exemptions name a rule and a row that there are, and say why.
    static let exemptions = Check(rules: [.invalidExemption, .unusedExemption]) { handbook, findings in
        let rules = Checks.rowRules.map(\.rule.id)
        for matrix in handbook.matrices {
            let tasks = matrix.tasks.map(\.row.task).filter { !$0.isEmpty }
            for exemption in matrix.exemptions {
                if !rules.contains(exemption.rule.value) {
                    findings.add(
                        Rule.invalidExemption(
                            "'\(exemption.rule.value)' is no rule about rows",
                            at: exemption.rule.location,
                            help: NearMiss.help(for: exemption.rule.value, among: rules, called: "rules")
                        )
                    )
                }
                if !tasks.contains(where: { NameIndex.key($0) == NameIndex.key(exemption.row.value) }) {
                    findings.add(
                        Rule.invalidExemption(
                            "'\(exemption.row.value)' is no row of this matrix",
                            at: exemption.row.location,
                            help: NearMiss.help(for: exemption.row.value, among: tasks, called: "rows") ?? "remove the exemption"
                        )
                    )
                }
                if exemption.reason.trimmingWhitespace.isEmpty, !exemption.isReasonMissing {
                    findings.add(
                        Rule.invalidExemption(
                            "'\(exemption.row.value)' is exempt without a reason",
                            at: exemption.row.location,
                            help: "say why after 'reason:'"
                        )
                    )
                }
            }
        }
    }
}
