import ArgumentParser
import Diagnostics
import Foundation

/// Writes findings in a format. A new format is a report in Diagnostics, a case of `Format` and a line here.
struct FindingsOutput {
    let format: Format
    /// Whether notes are shown, or only counted.
    var notes = false
    /// Whether people see every finding of a rule that has many.
    var all = false
    /// Whether nothing is written when nothing was found.
    var quietWhenClean = false
    /// Whether nothing is written when there is nothing but notes that are only counted.
    var isQuiet = false
    /// The path from the process's folder to the project's.
    var folder = ""

    init(_ format: Format, notes: Bool = false) {
        self.format = format
        self.notes = notes
    }

    init(_ options: ProjectOptions, notes: Bool = false, all: Bool = false, quietWhenClean: Bool = false) {
        self.init(options.format, notes: notes)
        self.all = all
        isQuiet = options.verbosity.quiet
        self.quietWhenClean = quietWhenClean || isQuiet
        folder = options.projectFolder
    }

    /// Writes findings where their format is read: on standard error for people, on standard output for programs.
    ///
    /// - Parameters:
    ///   - known: how many more a baseline has.
    ///   - fixed: what was fixed.
    func write(_ findings: Findings, known: Int?, fixed: [Fix]? = nil, sources: @escaping HumanReport.Sources) throws {
        switch format {
        case .human:
            let isShown = !findings.isEmpty && !(isQuiet && !notes && findings.all.allSatisfy { $0.severity == .note })
            guard isShown || !quietWhenClean else { return }
            let report = HumanReport(color: Self.hasColor, sources: sources)
            FileHandle.standardError.write(
                Data(report.text(of: findings, notes: notes, limit: all ? nil : HumanReport.mostOfARule, known: known).utf8)
            )
        case .short: Self.print(ShortReport.text(of: findings, notes: notes))
        case .json: Self.print(JSONReport.text(of: findings, known: known, fixed: fixed))
        case .github: Self.print(GitHubReport.text(of: findings, notes: notes, folder: folder))
        case .sarif:
            let report = SARIFReport(version: Version.number, explanations: Catalogue.explanations, folder: folder)
            Self.print(report.text(of: findings))
        }
    }

    /// Writes a finding that ends the command, and gives the status to end with.
    static func failure(_ error: any Error) -> any Error {
        guard let finding = error as? Diagnostic else { return error }
        warn([finding])
        return ExitCode(Status.usage)
    }

    /// Writes findings on standard error.
    static func warn(_ found: [Diagnostic]) {
        guard !found.isEmpty else { return }
        var findings = Findings()
        for finding in found { findings.add(finding) }
        FileHandle.standardError.write(Data(HumanReport { _ in nil }.text(of: findings, limit: HumanReport.mostOfARule).utf8))
    }

    private static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Whether standard error is a terminal that shows colours, and nobody has said not to (no-color.org).
    private static var hasColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(2) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
