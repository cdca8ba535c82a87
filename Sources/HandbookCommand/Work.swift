import ArgumentParser
import Diagnostics
import Foundation
import Handbook
import Markdown
import Publish
import Site

/// A project read, resolved, checked and made into pages; nothing is written.
struct Work {
    private(set) var findings = Findings()
    private(set) var handbook: Handbook?
    /// The project's files, if they could be read.
    private(set) var files: ProjectFiles?
    private(set) var site: SiteBuilder.Result?
    private var sources: [String: SourceText] = [:]
    /// Whether the work could not be done at all.
    private(set) var isUsage = false
    /// How many findings a baseline has; `nil` where there is none.
    private var known: Int?
    /// What was mended; `nil` where nothing was to be.
    var mended: [Fix]?
    /// What makes the full-text index, if the site is to have one.
    private(set) var indexer: SearchIndexer?
    /// Why it has none although the settings would have it.
    private(set) var unsearchable: String?
    /// How many drafts are left out.
    var draftCount: Int { handbook?.privacy.drafts.count ?? 0 }

    /// - Parameters:
    ///   - progress: what is told of each phase.
    ///   - searchable: whether the site is to be published, and so needs what makes its index.
    ///   - denied: the ids of rules whose findings are errors, also where the settings switch them off.
    ///   - today: the day for which it is told what is due; the site is the same on every day.
    ///   - state: the project's texts as they would be, in the place of those on the disk.
    static func load(
        _ options: ProjectOptions,
        _ progress: Progress,
        searchable: Bool = false,
        denying denied: Set<String> = [],
        today: CalendarDate? = nil,
        as state: ProjectFiles? = nil
    ) async -> Work {
        var work = Work()
        do {
            progress.begin("reading the files")
            let (there, found) = try ProjectFolder.read(options.source, output: options.outputFolder)
            let files = state ?? there
            work.files = files
            work.findings.add(contentsOf: found)
            progress.begin("resolving and checking")
            let read = await HandbookReader.read(files, denying: denied, publishesDrafts: options.drafts)
            work.findings.add(contentsOf: read.findings)
            work.handbook = read.handbook
            work.sources = read.sources
            let overrides = overrides(files)
            for (path, text) in overrides {
                let path = "templates/\(path)"
                work.sources[path] = SourceText(path: path, text: text.replacing("\r\n", with: "\n"))
            }
            progress.begin("asking git")
            let past = await ProjectHistory.read(options.source, output: options.outputFolder, files: files, of: read.handbook)
            work.findings.add(contentsOf: past.findings)
            let upkeep = work.upkeep(of: read.handbook, options.source, past)
            if let today { work.findings.add(contentsOf: read.reviews.due(on: today, lastChanges: past.lastChanges)) }
            if searchable { work.findIndexer(for: read.handbook.settings) }
            progress.begin("making the pages")
            let site = await SiteBuilder.build(
                read,
                history: past.history,
                upkeep: upkeep,
                overrides: overrides,
                hasFullText: work.indexer != nil
            )
            work.findings.add(contentsOf: site.findings)
            work.site = site
        } catch {
            work.fail(error)
        }
        return work
    }

    /// The project's own files of `templates/`, by their path there.
    private static func overrides(_ files: ProjectFiles) -> [String: String] {
        var overrides: [String: String] = [:]
        for (path, bytes) in files.texts where path.hasPrefix("templates/") {
            overrides[String(path.dropFirst(10))] = String(decoding: bytes, as: UTF8.self)
        }
        return overrides
    }

    private mutating func upkeep(of handbook: Handbook, _ source: String, _ past: ProjectHistory.Past) -> Upkeep {
        guard handbook.settings.readsCodeOwners else { return Upkeep(lastChanges: past.lastChanges) }
        let file = CodeOwnersFile.read(source)
        findings.add(contentsOf: file.findings)
        if let text = file.text { sources[text.path] = text }
        return Upkeep(codeOwners: file.owners, lastChanges: past.lastChanges)
    }

    private mutating func findIndexer(for settings: Settings) {
        do throws(Diagnostic) {
            switch try SearchIndexer.find(for: settings, environment: ProcessInfo.processInfo.environment) {
            case .made(let indexer): self.indexer = indexer
            case .missing(let reason): unsearchable = reason
            case .unwanted: break
            }
        } catch {
            fail(error)
        }
    }

    /// A finding that ends the work: a folder that cannot be read or written.
    mutating func fail(_ finding: Diagnostic) {
        findings.add(finding)
        isUsage = true
    }

    /// What was found, as the terminal tells it; empty when it is nothing.
    var report: String {
        let sources = sources
        return findings.isEmpty ? "" : HumanReport { sources[$0] }.text(of: findings, notes: false)
    }

    /// Adds what was found elsewhere.
    mutating func add(_ others: Findings) { findings.add(contentsOf: others) }

    /// Weighs findings anew, over what the settings say.
    mutating func weigh(_ weights: RuleWeights) { findings = findings.compactMap(weights.weighed) }

    /// Leaves out what a baseline has, and warns of what it has too much.
    mutating func subtract(_ baseline: Baseline, at path: String) {
        let comparison = baseline.compare(findings)
        findings = comparison.new
        known = comparison.known
        if let stale = BaselineFile.stale(comparison.gone, of: baseline, at: path) { findings.add(stale) }
    }

    /// Tells what was found and ends the program with the status that it means, unless all is well.
    func tell(_ telling: Telling) throws {
        let sources = sources
        try telling.tell(findings, known: known, mended: mended) { sources[$0] }
        guard findings.hasErrors else { return }
        let inSettings = findings.sorted.contains { $0.severity == .error && $0.location?.path == Settings.file }
        throw ExitCode(isUsage || inSettings ? Status.usage : Status.findings)
    }
}
