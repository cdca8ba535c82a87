import ArgumentParser
import Diagnostics
import Foundation
import Handbook
import Markdown
import Publish
import Site

/// What a run over a project has come to: the values of its phases, as far as they were reached, and all that was found.
struct ProjectRun {
    private(set) var findings: Findings
    /// The project, read and checked.
    private(set) var project: CheckedProject?
    /// What git knows of it.
    private(set) var history: ProjectHistory?
    /// What its site consists of.
    private(set) var plan: SitePlan?
    /// Its site, of which each file is made when it is asked for.
    private(set) var prepared: PreparedSite?
    /// Its site, rendered.
    private(set) var site: SiteBuilder.Result?
    /// What makes the full-text index, if the site is to have one.
    private(set) var indexer: SearchIndexer?
    /// Why it has none although the settings ask for it.
    private(set) var unsearchable: String?
    /// What was fixed; `nil` where nothing was to be.
    var fixed: [Fix]?

    /// What was found while the project's files were read.
    let readFindings: Findings
    /// Texts beside those of the project, for excerpts.
    private var otherSources: [String: SourceText] = [:]
    /// Whether the work could not be done at all.
    private(set) var isUsage = false
    /// How many findings a baseline has; `nil` where there is none.
    private(set) var known: Int?

    /// The baseline that the settings name.
    var ownBaseline: Located<String>? { project?.handbook.settings.baseline }

    /// How many drafts are left out.
    var draftCount: Int { project?.handbook.privacy.drafts.count ?? 0 }

    /// A run that begins.
    ///
    /// - Parameter found: what was found while the project's files were read.
    init(_ found: Findings = Findings()) { (findings, readFindings) = (found, found) }

    /// A run that has ended before it began.
    init(failure: any Error) {
        self.init()
        if let finding = failure as? Diagnostic { fail(finding) }
    }

    // MARK: - Values of phases

    mutating func take(_ project: CheckedProject) {
        self.project = project
        findings.add(contentsOf: project.findings)
    }

    mutating func take(_ history: ProjectHistory) {
        self.history = history
        findings.add(contentsOf: history.findings)
    }

    mutating func take(_ plan: SitePlan) {
        self.plan = plan
        findings.add(contentsOf: plan.findings)
    }

    mutating func take(_ prepared: PreparedSite) { self.prepared = prepared }

    mutating func take(_ site: SiteBuilder.Result) { self.site = site }

    /// What a run over a later state of the project makes use of; its site and its findings are not kept.
    var kept: ProjectRun {
        var kept = ProjectRun()
        (kept.project, kept.history, kept.plan) = (project, history, plan)
        return kept
    }

    mutating func findIndexer(for settings: Settings) {
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

    /// The same, with git to be asked again.
    var forgettingHistory: ProjectRun {
        var run = self
        run.history = nil
        return run
    }

    // MARK: - Findings

    /// A finding that ends the run: a folder that cannot be read or written.
    mutating func fail(_ finding: Diagnostic) {
        findings.add(finding)
        isUsage = true
    }

    /// Adds what was found elsewhere.
    mutating func add(_ others: Findings) { findings.add(contentsOf: others) }

    /// Adds a text that findings may quote.
    mutating func add(_ text: SourceText) { otherSources[text.path] = text }

    /// Weighs findings again, over what the settings say.
    mutating func weigh(_ weights: RuleWeights) { findings = findings.compactMap(weights.weighed) }

    /// Leaves out what a baseline has.
    ///
    /// - Parameter warns: whether entries that nothing matches are a warning.
    mutating func subtract(_ baseline: Baseline, at path: String, warns: Bool = true) {
        let comparison = baseline.compare(findings)
        findings = comparison.new
        known = comparison.known
        if warns, let stale = BaselineFile.stale(comparison.gone, of: baseline, at: path) { findings.add(stale) }
    }

    /// Leaves out what the baseline has that the settings name, if they name one. One that cannot be read is an error.
    mutating func subtractOwnBaseline(in source: String, warns: Bool) {
        guard let ownBaseline else { return }
        do throws(Diagnostic) {
            subtract(try BaselineFile.read(ownBaseline, in: source), at: ownBaseline.value, warns: warns)
        } catch {
            findings.add(error)
        }
    }

    /// What is said of known findings, if there are any; `nil` where the settings name no baseline.
    var knownRemark: String? {
        guard let known, known > 0, let ownBaseline else { return nil }
        return "\(known) known finding\(known == 1 ? "" : "s") left, in '\(ownBaseline.value)'"
    }

    private var sources: HumanReport.Sources {
        let (texts, others, overrides) = (project?.sources ?? [:], otherSources, project?.read.files.overrides ?? [:])
        return { path in texts[path] ?? others[path] ?? Self.template(path, overrides) }
    }

    /// A file of the project's theme, for excerpts.
    private static func template(_ path: String, _ overrides: [String: String]) -> SourceText? {
        guard path.hasPrefix("templates/"), let text = overrides[String(path.dropFirst("templates/".count))] else { return nil }
        return SourceText(path: path, text: text.replacing("\r\n", with: "\n"))
    }

    /// What was found, as the terminal shows it; empty when it is nothing.
    var report: String {
        findings.isEmpty ? "" : HumanReport(sources: sources).text(of: findings, notes: false, limit: HumanReport.mostOfARule, known: known)
    }

    /// Reports what was found, and ends the program with the status that it means, unless there are no errors.
    func report(to output: FindingsOutput) throws {
        try output.write(findings, known: known, fixed: fixed, sources: sources)
        guard findings.hasErrors else { return }
        let inSettings = findings.sorted.contains { $0.severity == .error && $0.location?.path == Settings.file }
        throw ExitCode(isUsage || inSettings ? Status.usage : Status.findings)
    }
}
