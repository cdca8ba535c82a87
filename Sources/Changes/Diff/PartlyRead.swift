import Diagnostics
import Handbook

extension HandbookDiff {
    /// The errors for which something of a handbook could not be read, so that a comparison may lack it. What a check
    /// finds wrong in what was read, such as a row without an accountable role, is none of them.
    public static func hindrances(_ findings: Findings) -> [Diagnostic] {
        var harmless = Set((Checks.fixed.flatMap(\.rules) + Checks.settableRules).map(\.id))
        // A position with an unknown source is left out.
        harmless.remove(Rule.unknownSource.id)
        return findings.sorted.filter { $0.severity == .error && !harmless.contains($0.rule.id) }
    }
}
