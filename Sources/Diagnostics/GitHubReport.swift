/// Findings as commands to a workflow of GitHub's, which shows each beside its line.
///
/// A command is a line `::error file=…,line=…::message`. Within it GitHub reads `%25`, `%0D` and `%0A` as a percent sign and
/// line ends, and in what stands before the message `%3A` and `%2C` too
/// (actions/toolkit, packages/core/src/command.ts).
public enum GitHubReport {
    /// A command for each finding, and how many there are.
    ///
    /// - Parameters:
    ///   - notes: whether notes are told.
    ///   - folder: the way from the workflow's folder to the project's: empty, or ended by `/`.
    public static func text(of findings: Findings, notes: Bool = true, folder: String = "") -> String {
        let lines = findings.sorted.filter { notes || $0.severity != .note }.map { command($0, folder) + "\n" }
        return lines.joined() + HumanReport.tally(findings) + "\n"
    }

    private static func command(_ finding: Diagnostic, _ folder: String) -> String {
        let place = finding.location
        let keys: [(String, String?)] = [
            ("file", place.map { folder + $0.path }), ("line", place?.line.map(String.init)), ("col", place?.column.map(String.init)),
            ("endColumn", place?.columns.first.map { String($0.upperBound) }), ("title", finding.rule.id),
        ]
        let given = keys.compactMap { key, value in value.map { "\(key)=\(property($0))" } }.joined(separator: ",")
        let message = [finding.message, finding.help.map { "help: \($0)" }].compactMap(\.self).joined(separator: "\n")
        return "::\(word(finding.severity)) \(given)::\(data(message))"
    }

    private static func word(_ severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }

    private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

    /// Scalar by scalar: `\r\n` is one character, in which neither is found.
    private static func escaped(_ text: String, _ reserved: Set<Unicode.Scalar>) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if reserved.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
