import Diagnostics
import Formats
import Foundation
import Publish
import Serve
import Site
import Synchronization

/// Builds for the server instead of the disk: as `handbook build` does, with each file made when it is asked for, and with
/// what an edit has not touched taken from the build before.
final class ServedBuild: Sendable {
    private let options: ProjectOptions
    /// The last run that came to a plan. Only one build runs at a time.
    private let last = Mutex<ProjectRun?>(nil)

    init(_ options: ProjectOptions) { self.options = options }

    func run() async -> BuildResult {
        let progress = Progress.onStandardError()
        let pipeline = Pipeline(options: options, progress: progress, today: Today.byTheClock())
        let run = await pipeline.prepare(after: last.withLock(\.self))
        progress.end()
        if run.plan != nil { last.withLock { $0 = run.kept } }
        guard let site = run.prepared, !run.findings.hasErrors else { return BuildResult(files: nil, report: run.report, pages: 0) }
        return BuildResult(
            files: ServedFiles(site: site, source: options.source),
            report: run.report,
            pages: site.pageCount,
            remark: Self.remark(run),
            deferred: run.indexer.map { deferred($0, site, run) }
        )
    }

    private static func remark(_ run: ProjectRun) -> String? {
        let drafts = run.draftCount > 0 ? BuildCommand.leftOut(run.draftCount) : nil
        let remarks = [drafts, run.knownRemark, run.unsearchable.map { "no full-text search: \($0)" }].compactMap(\.self)
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    }

    /// The full-text index needs every page, so all are rendered for it once the site is shown.
    private func deferred(_ indexer: SearchIndexer, _ site: PreparedSite, _ run: ProjectRun) -> BuildResult.DeferredFiles {
        BuildResult.DeferredFiles(folder: SearchPlaces.index) { [source = options.source] in
            do throws(Diagnostic) {
                return .success(try indexer.files(for: await site.files().files).map { $0.served(from: source) })
            } catch {
                var run = run
                run.fail(error)
                return .failure(BuildResult.Report(run.report))
            }
        }
    }
}

/// The files of a prepared site, for the server.
private struct ServedFiles: SiteFiles {
    let site: PreparedSite
    let source: String

    func contents(at path: String) async -> SiteFile.Contents? { await site.file(at: path)?.served(from: source).contents }
}

extension OutputFile {
    fileprivate func served(from source: String) -> SiteFile {
        switch contents {
        case .bytes(let bytes): SiteFile(path: path, contents: .bytes(bytes))
        case .copy(let copied): SiteFile(path: path, contents: .file((source.isEmpty ? "." : source) + "/" + copied))
        }
    }
}
