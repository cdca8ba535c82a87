import Diagnostics
import Formats
import Foundation
import Publish
import Serve
import Site

/// A build as `handbook build` makes it, for the server instead of the disk.
enum ServedBuild {
    static func run(source: String, output: String, drafts: Bool) async -> BuildResult {
        var options = ProjectOptions()
        options.source = source
        options.output = output
        options.format = .human
        options.drafts = drafts
        let progress = Progress.onStandardError()
        var run = await Pipeline(options: options, progress: progress, today: Today.byTheClock()).build()
        progress.end()
        if let site = run.site, !run.findings.hasErrors {
            do throws(Diagnostic) { try Publisher.check(site.files) } catch { run.fail(error) }
        }
        guard let site = run.site, !run.findings.hasErrors else { return BuildResult(files: nil, report: run.report, pages: 0) }
        return BuildResult(
            files: site.files.map { served($0, source) },
            report: run.report,
            pages: site.pageCount,
            remark: remark(run),
            deferred: run.indexer.map { deferred($0, site.files, run, source) }
        )
    }

    private static func remark(_ run: ProjectRun) -> String? {
        let drafts = run.draftCount > 0 ? BuildCommand.leftOut(run.draftCount) : nil
        let remarks = [drafts, run.knownRemark, run.unsearchable.map { "no full-text search: \($0)" }].compactMap(\.self)
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    }

    private static func deferred(_ indexer: SearchIndexer, _ files: [OutputFile], _ run: ProjectRun, _ source: String)
        -> BuildResult.DeferredFiles
    {
        BuildResult.DeferredFiles(folder: SearchPlaces.index) {
            do throws(Diagnostic) {
                return .success(try indexer.files(for: files).map { served($0, source) })
            } catch {
                var run = run
                run.fail(error)
                return .failure(BuildResult.Report(run.report))
            }
        }
    }

    private static func served(_ file: OutputFile, _ source: String) -> SiteFile {
        switch file.contents {
        case .bytes(let bytes): SiteFile(path: file.path, contents: .bytes(bytes))
        case .copy(let path): SiteFile(path: file.path, contents: .file((source.isEmpty ? "." : source) + "/" + path))
        }
    }
}
