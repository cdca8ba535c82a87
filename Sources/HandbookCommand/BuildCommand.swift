import ArgumentParser
import Diagnostics
import Publish

/// `handbook build`: makes the site and puts it in place.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build the site.",
        discussion: """
            The site is built aside and put in place in one step. When an error is found, nothing is written and the last
            good site stays. A folder that handbook did not make is never emptied or replaced.

            Where the program 'pagefind' is on the PATH, or HANDBOOK_PAGEFIND names it, it makes the index that the whole
            text is searched by; 'search:' in handbook.yml says whether it has to.

            Examples:
              handbook build
              handbook build --source mine --output /srv/www/handbook
              handbook build --drafts --output preview
              handbook build --format json > findings.json
            """
    )

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let progress = Progress.of(options.verbosity)
        let pipeline = Pipeline(options: options, progress: progress)
        var run = await pipeline.build()
        let summary = pipeline.write(&run)
        progress.end()
        try run.report(to: FindingsOutput(options, quietWhenClean: true))
        if options.format == .human, !options.verbosity.quiet, let summary, let site = run.site {
            print(Self.line(site.pageCount, summary, options.outputFolder))
            if run.draftCount > 0 { print("\(options.outputFolder): \(Self.leftOut(run.draftCount))") }
            if let remark = run.knownRemark { print("\(options.outputFolder): \(remark)") }
            if let reason = run.unsearchable { print("\(options.outputFolder): no full-text search: \(reason)") }
        }
    }

    /// What is said of drafts.
    static func leftOut(_ drafts: Int) -> String { "\(drafts) draft\(drafts == 1 ? "" : "s") left out; --drafts takes them in" }

    private static func line(_ pages: Int, _ summary: Publisher.Summary, _ folder: String) -> String {
        let kept = summary.kept > 0 ? ", \(summary.kept) of others kept" : ""
        return
            "\(folder): \(pages) pages; files: \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed\(kept)"
    }
}
