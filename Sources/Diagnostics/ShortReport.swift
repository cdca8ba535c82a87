/// Findings on a line each, as editors and `grep` read them.
public enum ShortReport {
    /// `path:line:column: severity[id]: message`, without what is not known of the place.
    ///
    /// - Parameter notes: whether notes are told.
    public static func text(of findings: Findings, notes: Bool = true) -> String {
        findings.sorted.filter { notes || $0.severity != .note }.map { line($0) + "\n" }.joined()
    }

    private static func line(_ finding: Diagnostic) -> String {
        let place = finding.location.map { HumanReport.address($0) + ": " } ?? ""
        return "\(place)\(finding.severity.rawValue)[\(finding.rule.id)]: \(Terminal.shown(finding.message))"
    }
}
