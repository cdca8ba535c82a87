import Authoring
import Diagnostics
import Foundation
import Handbook
import Publish

extension CheckCommand {
    /// How often the project is checked again at most: one fix may reveal another.
    private static let rounds = 12

    /// `check --fix`: makes the certain fixes of findings that count, round by round, until there are none. Writes nothing.
    ///
    /// - Parameter check: checks a state of the project, given the run over the state before.
    static func applyFixes(
        _ run: inout ProjectRun,
        _ check: (ProjectFiles, ProjectRun) async throws -> ProjectRun
    ) async throws -> AppliedFixes? {
        guard !run.isUsage, let files = run.project?.read.files else { return nil }
        var fixes = AppliedFixes(files)
        var refused: Set<Fix> = []
        for _ in 0..<rounds {
            let round = FixRound(run.findings, on: fixes.files, except: refused)
            guard !round.made.isEmpty else { break }
            let after = try await check(round.files, run)
            let wrong = round.refused(before: run.findings, after: after.findings)
            if wrong.isEmpty {
                fixes.accept(round)
                run = after
            } else {
                refused.formUnion(wrong)
            }
        }
        return fixes
    }

    /// Writes the fixes to the files: all of them or none.
    func write(_ fixes: AppliedFixes) throws(Diagnostic) {
        let changes = fixes.changes.map { ProjectChange.File(path: $0.path, newPath: $0.path, before: $0.before, after: $0.after) }
        if !changes.isEmpty { try ProjectChange.apply(changes, to: options.source) }
    }

    /// Reports the fixes: on standard output, unless that is used for the findings.
    func report(_ fixes: AppliedFixes) {
        let lines = fixes.lines
        guard options.format != .json, !(lines.isEmpty && options.verbosity.quiet) else { return }
        let count = lines.isEmpty ? "nothing to mend" : "\(lines.count) mended"
        let text = "\(count)\n" + lines.map { "  \($0)\n" }.joined()
        let handle = options.format == .human ? FileHandle.standardOutput : FileHandle.standardError
        handle.write(Data(text.utf8))
    }
}
