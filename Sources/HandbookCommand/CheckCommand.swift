import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Handbook
import Markdown

/// `handbook check`: everything that `build` does before pages are rendered.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the project, and write nothing but what --fix mends.",
        discussion: """
            The exit status is 0, also with warnings and notes; 1 when there are errors; 2 when they are in the settings, \
            when there is no project to read, or when an option is wrong. With --without it is 0 when the question is \
            answered and the project has no errors, and 2 when the name leads to no role.

            Rules and groups of them are those that 'handbook explain' lists; 'errors', 'warnings' and 'notes' are groups too.

            Examples:
              handbook check
              handbook check --source mine --format json
              handbook check --deny warnings --allow rows
              handbook check --baseline baseline.json --write-baseline
              handbook check --fix --dry-run
              handbook check --external --link-timeout 20
              handbook check --without 'Data Engineer'
            """
    )

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell notes too, not only how many there are.")
    var notes = false

    @Flag(help: "Show every finding, where a rule has more than \(HumanReport.mostOfARule).")
    var all = false

    @Option(
        name: .long,
        help: ArgumentHelp("Make the findings of a rule, or of a group, errors.", valueName: "id"),
        completion: NameCompletion.rule
    )
    var deny: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Leave out the findings of a rule, or of a group.", valueName: "id"),
        completion: NameCompletion.rule
    )
    var allow: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("A file of known findings, which do not count. (default: 'baseline' in handbook.yml)", valueName: "file"),
        completion: .file()
    )
    var baseline: String?

    @Flag(help: "Write that file from what is found now.")
    var writeBaseline = false

    @Flag(name: .long, help: "Mend what has one certain remedy, and tell what is left.")
    var fix = false

    @Flag(name: .long, help: "With --fix: show the changes, and write nothing.")
    var dryRun = false

    @OptionGroup var links: LinkOptions

    @Option(
        name: .long,
        help: ArgumentHelp("The day for which reviews are due: 2026-12-31. (default: today, in UTC)", valueName: "date")
    )
    var today: CalendarDate?

    @Option(
        name: .long,
        help: ArgumentHelp("Tell what nobody would own, decide or drive if this role were vacant.", valueName: "role"),
        completion: NameCompletion.role
    )
    var without: String?

    func validate() throws {
        if without != nil, baseline != nil { throw ValidationError("--baseline and --without cannot be used together.") }
        if fix, without != nil || writeBaseline { throw ValidationError("--fix goes with neither --without nor --write-baseline.") }
        if dryRun, !fix { throw ValidationError("--dry-run needs --fix.") }
        if dryRun, options.format != .human { throw ValidationError("--dry-run shows a diff; --format json has all fixes without --fix.") }
    }

    func run() async throws {
        let (weights, known) = try asked()
        var checker = try externalLinkChecker()
        let progress = Progress.of(options.verbosity)
        let pipeline = Pipeline(options: options, progress: progress, denied: weights.denied, today: today ?? Today.byTheClock())
        func weighed(_ run: ProjectRun) async -> ProjectRun {
            var run = run
            if let handbook = run.project?.handbook, let found = await checker?.check(handbook, progress) { run.add(found) }
            run.weigh(weights)
            guard !run.isUsage, !writeBaseline else { return run }
            if let baseline, let known {
                run.subtract(known, at: baseline)
            } else {
                run.subtractOwnBaseline(in: options.source, warns: true)
            }
            run.weigh(weights)
            return run
        }
        var run = await weighed(await pipeline.check())
        let fixes =
            fix
            ? try await Self.applyFixes(&run) { files, earlier in
                await weighed(await pipeline.check(files, earlier.readFindings, after: earlier))
            } : nil
        progress.end()
        if let without, let project = run.project { return try reportVacancy(of: without, &run, project) }
        if writeBaseline, !run.isUsage {
            guard let path = baseline ?? run.ownBaseline.map({ BaselineFile.path($0.value, in: options.source) }) else {
                throw ValidationError("--write-baseline needs the file to write: --baseline FILE, or 'baseline' in handbook.yml.")
            }
            let baseline = Baseline(run.findings)
            try write(baseline, to: path)
            run.subtract(baseline, at: path)
            if run.findings.hasErrors { try run.report(to: FindingsOutput(options, notes: notes, all: all)) }
            return
        }
        if let fixes { try take(fixes, &run) }
        try run.report(to: FindingsOutput(options, notes: notes, all: all))
    }

    private func take(_ fixes: AppliedFixes, _ run: inout ProjectRun) throws {
        run.fixed = fixes.made
        if dryRun {
            FileHandle.standardOutput.write(Data(fixes.diff.utf8))
            return
        }
        do { try write(fixes) } catch { throw FindingsOutput.failure(error) }
        report(fixes)
    }

    private func externalLinkChecker() throws -> ExternalLinkChecker? {
        do { return links.external ? try ExternalLinkChecker(links) : nil } catch { throw FindingsOutput.failure(error) }
    }

    /// What the options ask for, read before any work is done.
    private func asked() throws -> (RuleWeights, Baseline?) {
        do {
            let weights = try CheckWeights.read(deny: deny, allow: allow)
            return (weights, writeBaseline ? nil : try baseline.map { try BaselineFile.read($0) })
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    private func write(_ baseline: Baseline, to path: String) throws {
        do {
            try BaselineFile.write(baseline, to: path)
        } catch {
            throw FindingsOutput.failure(error)
        }
        print("\(path): \(baseline.count) finding\(baseline.count == 1 ? "" : "s")")
    }
}
