import Diagnostics
import Foundation

/// How a run's findings are told. A new format is a report in Diagnostics, a case of `Format` and a line here.
struct Telling {
    let format: Format
    /// Whether notes are told, or only counted.
    var notes = false
    /// Whether nothing at all is said when there is nothing to say.
    var quietWhenClean = false
    /// Whether what is only counted is no more than nothing.
    var isQuiet = false
    /// The way from the process's folder to the project's.
    var folder = ""

    init(_ format: Format, notes: Bool = false) {
        self.format = format
        self.notes = notes
    }

    init(_ options: ProjectOptions, notes: Bool = false, quietWhenClean: Bool = false) {
        self.init(options.format, notes: notes)
        isQuiet = options.verbosity.quiet
        self.quietWhenClean = quietWhenClean || isQuiet
        folder = options.projectFolder
    }

    /// Tells findings where their format is read.
    ///
    /// - Parameters:
    ///   - known: how many more a baseline has.
    ///   - mended: what was mended.
    func tell(_ findings: Findings, known: Int?, mended: [Fix]? = nil, sources: @escaping HumanReport.Sources) throws {
        switch format {
        case .human:
            let isTold = !findings.isEmpty && !(isQuiet && !notes && findings.all.allSatisfy { $0.severity == .note })
            guard isTold || !quietWhenClean else { return }
            let report = HumanReport(color: Self.hasColor, sources: sources)
            FileHandle.standardError.write(Data(report.text(of: findings, notes: notes, known: known).utf8))
        case .short: Self.print(ShortReport.text(of: findings, notes: notes))
        case .json: Self.print(try JSONReport.text(of: findings, known: known, mended: mended))
        case .github: Self.print(GitHubReport.text(of: findings, notes: notes, folder: folder))
        case .sarif:
            let report = SARIFReport(version: Version.number, explanations: Catalogue.explanations, folder: folder)
            Self.print(try report.text(of: findings))
        }
    }

    private static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Whether standard error is a terminal that shows colours, and nobody has said not to (no-color.org).
    private static var hasColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(2) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
