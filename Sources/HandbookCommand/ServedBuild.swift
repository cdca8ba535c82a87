import Diagnostics
import Foundation
import Publish
import Serve
import Site

/// A build as `handbook build` makes it, for the server instead of the disk.
enum ServedBuild {
    static func run(source: String, output: String, drafts: Bool) async -> Built {
        var options = ProjectOptions()
        options.source = source
        options.output = output
        options.format = .human
        options.drafts = drafts
        let progress = Progress.onStandardError()
        var work = await Work.load(options, progress, searchable: true, today: Today.byTheClock())
        progress.end()
        if let site = work.site, !work.findings.hasErrors {
            do throws(Diagnostic) { try Publisher.check(site.files) } catch { work.fail(error) }
        }
        guard let site = work.site, !work.findings.hasErrors else { return Built(files: nil, report: work.report, pages: 0) }
        return Built(
            files: site.files.map { served($0, source) },
            report: work.report,
            pages: site.pageCount,
            remark: remark(work),
            later: work.indexer.map { later($0, site.files, work, source) }
        )
    }

    private static func remark(_ work: Work) -> String? {
        let drafts = work.draftCount > 0 ? BuildCommand.leftOut(work.draftCount) : nil
        let remarks = [drafts, work.unsearchable.map { "no full-text search: \($0)" }].compactMap(\.self)
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    }

    private static func later(_ indexer: SearchIndexer, _ files: [OutputFile], _ work: Work, _ source: String) -> Built.Later {
        Built.Later(folder: SearchPlaces.index) {
            do throws(Diagnostic) {
                return .success(try indexer.files(for: files).map { served($0, source) })
            } catch {
                var work = work
                work.fail(error)
                return .failure(Built.Report(work.report))
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
