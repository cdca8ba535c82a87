import Authoring
import Diagnostics
import Foundation
import Handbook
import Publish

extension CheckCommand {
    /// How often the project is checked again at most: one remedy may bring another to light.
    private static let rounds = 12

    /// `check --fix`: makes the certain remedies of what counts, round by round, until there are none. Nothing is written yet.
    ///
    /// - Parameter check: checks a state of the project, given the run over the state before.
    static func mend(
        _ run: inout ProjectRun,
        _ check: (ProjectFiles, ProjectRun) async throws -> ProjectRun
    ) async throws -> Mending? {
        guard !run.isUsage, let files = run.project?.read.files else { return nil }
        var mending = Mending(files)
        var refused: Set<Fix> = []
        for _ in 0..<rounds {
            let round = FixRound(run.findings, on: mending.files, except: refused)
            guard !round.made.isEmpty else { break }
            let after = try await check(round.files, run)
            let wrong = round.refused(before: run.findings, after: after.findings)
            if wrong.isEmpty {
                mending.accept(round)
                run = after
            } else {
                refused.formUnion(wrong)
            }
        }
        return mending
    }

    /// Puts what was mended into the files, all of it or nothing.
    func write(_ mending: Mending) throws(Diagnostic) {
        let changes = mending.changes.map { ProjectChange.File(path: $0.path, newPath: $0.path, before: $0.before, after: $0.after) }
        if !changes.isEmpty { try ProjectChange.apply(changes, to: options.source) }
    }

    /// Tells what was mended: on standard output, where nothing else is told there.
    func tell(_ mending: Mending) {
        let lines = mending.lines
        guard options.format != .json, !(lines.isEmpty && options.verbosity.quiet) else { return }
        let count = lines.isEmpty ? "nothing to mend" : "\(lines.count) mended"
        let text = "\(count)\n" + lines.map { "  \($0)\n" }.joined()
        let handle = options.format == .human ? FileHandle.standardOutput : FileHandle.standardError
        handle.write(Data(text.utf8))
    }
}
