import Diagnostics
import Foundation
import Handbook
import Markdown
import Publish
import Site

/// The phases that a project goes through, in the order of this file:
///
///     read → resolve → analyse → check → pages → write
///
/// Each phase is a function from values to values, and `progress` shows the time of each. Faults are findings; a phase goes
/// on with what it has. Only a project that cannot be read and a folder that cannot be written end a run.
struct Pipeline {
    let options: ProjectOptions
    let progress: Progress
    /// The ids of rules whose findings are errors, also where the settings switch them off.
    var denied: Set<String> = []
    /// The day for which due reviews are found; `nil` where none are. The site is the same on every day.
    var today: CalendarDate?

    // MARK: - Runs

    /// Everything up to the plan of the site: what `handbook check` does. It renders no page, draws no picture and writes
    /// no JSON.
    func check() async -> ProjectRun {
        do {
            let (files, found) = try read()
            return await check(files, found)
        } catch {
            return ProjectRun(failure: error)
        }
    }

    /// Checks a project that was read, or a changed state of it.
    ///
    /// - Parameters:
    ///   - found: what was found while the files were read.
    ///   - earlier: the run over an earlier state of the project. What is the same in both is not worked out again.
    func check(_ files: ProjectFiles, _ found: Findings, after earlier: ProjectRun? = nil) async -> ProjectRun {
        // One revision decides whether the site has a page of changes.
        var run = await planned(files, found, after: earlier, mostRevisions: 1)
        guard let plan = run.plan else { return run }
        do throws(Diagnostic) { try Publisher.check(plan) } catch { run.fail(error) }
        return run
    }

    /// Everything up to a site that is ready to be rendered: what `handbook serve` shows.
    ///
    /// - Parameter earlier: the run over an earlier state of the project. What is the same in both is not worked out again.
    func prepare(after earlier: ProjectRun? = nil) async -> ProjectRun {
        do {
            async let head = ProjectHistory.head(options.source)
            let (files, found) = try read()
            let newest = await head
            let known = newest == earlier?.history?.head ? earlier : earlier?.forgettingHistory
            var run = await planned(files, found, after: known, head: newest)
            guard let plan = run.plan, let settings = run.project?.handbook.settings else { return run }
            do throws(Diagnostic) { try Publisher.check(plan) } catch { run.fail(error) }
            run.findIndexer(for: settings)
            run.subtractOwnBaseline(in: options.source, warns: false)
            if run.findings.hasErrors { return run }
            run.take(prepare(plan, hasFullText: run.indexer != nil))
            return run
        } catch {
            return ProjectRun(failure: error)
        }
    }

    /// Everything up to the files of the site: what `handbook build` writes.
    func build() async -> ProjectRun {
        do {
            let (files, found) = try read()
            var run = await planned(files, found)
            guard let plan = run.plan, let settings = run.project?.handbook.settings else { return run }
            run.findIndexer(for: settings)
            run.take(await pages(plan, hasFullText: run.indexer != nil))
            // An entry may be of what only a check finds, so one that nothing matches is no warning here.
            run.subtractOwnBaseline(in: options.source, warns: false)
            return run
        } catch {
            return ProjectRun(failure: error)
        }
    }

    private func planned(
        _ files: ProjectFiles,
        _ found: Findings,
        after earlier: ProjectRun? = nil,
        mostRevisions: Int? = nil,
        head: String? = nil
    ) async -> ProjectRun {
        var run = ProjectRun(found)
        let read = await pages(of: files, reusing: earlier?.project?.read)
        // Programs of git's work on it while the handbook is checked.
        async let asked = history(of: read, reusing: earlier, mostRevisions, head)
        let project = await check(analyse(resolve(read, reusing: earlier?.project), reusing: earlier?.project))
        run.take(project)
        progress.begin("asking git")
        let history = await asked
        run.take(history)
        let upkeep = upkeep(of: project, history, &run)
        if let today { run.add(project.reviews.due(on: today, lastChanges: upkeep.lastChanges)) }
        run.take(plan(project, history, upkeep, reusing: earlier?.plan))
        return run
    }

    // MARK: - Read

    private func read() throws(Diagnostic) -> (files: ProjectFiles, findings: Findings) {
        progress.begin("reading the files")
        return try ProjectFolder.read(options.source, output: options.outputFolder)
    }

    private func pages(of files: ProjectFiles, reusing earlier: ReadProject?) async -> ReadProject {
        progress.begin("reading the pages")
        return await HandbookReader.pages(of: files, denying: denied, publishesDrafts: options.drafts, reusing: earlier)
    }

    /// What git knows of the project. Of an earlier state of it git knows the same, unless settings have changed or pages
    /// have become private.
    private func history(
        of project: ReadProject,
        reusing earlier: ProjectRun?,
        _ mostRevisions: Int?,
        _ head: String?
    ) async -> ProjectHistory {
        if let earlier, let known = earlier.history, earlier.project?.read.isForGit(sameAs: project) == true { return known }
        return await ProjectHistory.read(
            options.source,
            output: options.outputFolder,
            of: project,
            mostRevisions: mostRevisions,
            // A check asks for them only to find what is due for a review.
            wantsDates: mostRevisions == nil || project.settings.reviewAfter != nil,
            head: head
        )
    }

    // MARK: - Resolve

    private func resolve(_ project: ReadProject, reusing earlier: CheckedProject?) -> ResolvedProject {
        progress.begin("resolving names")
        return HandbookReader.resolve(project, reusing: earlier)
    }

    // MARK: - Analyse

    private func analyse(_ project: ResolvedProject, reusing earlier: CheckedProject?) -> AnalysedProject {
        progress.begin("analysing")
        return HandbookReader.analyse(project, reusing: earlier)
    }

    // MARK: - Check

    private func check(_ project: AnalysedProject) async -> CheckedProject {
        progress.begin("checking")
        return await HandbookReader.check(project)
    }

    private func upkeep(of project: CheckedProject, _ history: ProjectHistory, _ run: inout ProjectRun) -> Upkeep {
        let lastChanges = history.lastChanges(in: project.read.files)
        guard project.handbook.settings.readsCodeOwners else { return Upkeep(lastChanges: lastChanges) }
        let file = CodeOwnersFile.read(options.source)
        run.add(file.findings)
        if let text = file.text { run.add(text) }
        return Upkeep(codeOwners: file.owners, lastChanges: lastChanges)
    }

    // MARK: - Pages

    private func plan(_ project: CheckedProject, _ history: ProjectHistory, _ upkeep: Upkeep, reusing earlier: SitePlan?) -> SitePlan {
        progress.begin("planning the pages")
        return SitePlan(
            project,
            history: history.changes,
            upkeep: upkeep,
            overrides: project.read.files.overrides,
            reusing: earlier
        )
    }

    private func prepare(_ plan: SitePlan, hasFullText: Bool) -> PreparedSite {
        progress.begin("preparing the site")
        return PreparedSite(plan, hasFullText: hasFullText)
    }

    private func pages(_ plan: SitePlan, hasFullText: Bool) async -> SiteBuilder.Result {
        progress.begin("making the pages")
        return await SiteBuilder.render(plan, hasFullText: hasFullText)
    }

    // MARK: - Write

    /// Puts the site of a run in place, with its index; `nil` if an error prevents that.
    func write(_ run: inout ProjectRun) -> Publisher.Summary? {
        guard !run.findings.hasErrors, let site = run.site else { return nil }
        do throws(Diagnostic) {
            if run.indexer != nil { progress.begin("indexing the text") }
            let index = try run.indexer?.files(for: site.files) ?? []
            progress.begin("writing the site")
            return try Publisher().publish(site.files + index, project: options.source, to: options.outputFolder)
        } catch {
            run.fail(error)
            return nil
        }
    }
}

extension ProjectFiles {
    /// The project's own files of `templates/`, by their path there.
    var overrides: [String: String] {
        var overrides: [String: String] = [:]
        for (path, bytes) in texts where path.hasPrefix("templates/") {
            overrides[String(path.dropFirst(10))] = String(decoding: bytes, as: UTF8.self)
        }
        return overrides
    }
}

extension ReadProject {
    /// Whether git is asked the same of another state of the project.
    fileprivate func isForGit(sameAs other: ReadProject) -> Bool {
        files.texts[Settings.file] == other.files.texts[Settings.file] && files.contentRoot == other.files.contentRoot
            && privacy.pages == other.privacy.pages && privacy.keys == other.privacy.keys
    }
}
