import Diagnostics
import Markdown

/// A project whose settings and pages have been read, each page by itself.
public struct ReadProject: Sendable {
    /// Its files.
    public let files: ProjectFiles
    /// Its settings.
    public let settings: Settings
    /// Its texts by path, for excerpts.
    public let sources: [String: SourceText]
    /// What of it is not published.
    public let privacy: Privacy
    /// How many pages were read, and not taken over from an earlier state of the project.
    public let readCount: Int
    /// What was found in the settings and in pages, except in what is private.
    let findings: Findings
    /// Every page, in the order of their paths.
    let pages: [PageReader.Read]
    /// Where in `pages` a page is, by its path.
    private let places: [String: Int]

    private let reader: PageReader

    init(_ files: ProjectFiles, denying denied: Set<String>, publishesDrafts: Bool, reusing earlier: ReadProject?) async {
        var findings = Findings()
        var settings = Settings.read(files, into: &findings)
        settings.rules.deny(denied.intersection(Checks.settableRuleIDs))
        let reader = PageReader(files, settings: settings, publishesDrafts: publishesDrafts)
        let known = earlier.map { $0.pages(sameIn: files, for: reader) } ?? [:]
        let paths = files.pagePaths
        let missing = paths.filter { known[$0] == nil }
        let new = await inParallel(missing) { path in reader.read(path, files.texts[path] ?? []) }
        let byPath = known.merging(zip(missing, new)) { known, _ in known }
        pages = paths.compactMap { byPath[$0] }
        places = Dictionary(pages.enumerated().map { ($1.page.path, $0) }) { first, _ in first }
        for page in pages { findings.add(contentsOf: page.findings) }
        privacy = Privacy(pages.map(\.page))
        var sources = byPath.mapValues(\.page.source)
        sources[Settings.file] = Self.settingsText(files)
        (self.files, self.settings, self.sources, self.findings) = (files, settings, sources, findings)
        (self.reader, readCount) = (reader, missing.count)
    }

    /// Pages that another reading of the project would read from the same bytes in the same way, by path.
    private func pages(sameIn others: ProjectFiles, for other: PageReader) -> [String: PageReader.Read] {
        guard reader.isEquivalent(to: other) else { return [:] }
        let same = pages.filter { files.texts[$0.page.path] == others.texts[$0.page.path] }
        return Dictionary(same.map { ($0.page.path, $0) }) { first, _ in first }
    }

    /// A page of this project, if a reader would read it from these bytes in the same way.
    package func page(at path: String, of bytes: [UInt8], readBy other: PageReader) -> PageReader.Read? {
        guard reader.isEquivalent(to: other), files.texts[path] == bytes, let place = places[path] else { return nil }
        return pages[place]
    }

    /// The settings' text, for what is Markdown in it and for excerpts. Its faults are found when the settings are read.
    static func settingsText(_ files: ProjectFiles) -> SourceText? {
        var ignored = Findings()
        return files.texts[Settings.file].map { SourceText.decode($0, path: Settings.file, into: &ignored) }
    }
}

/// A project with its handbook, in which every name is resolved.
public struct ResolvedProject: Sendable {
    /// What it was resolved from.
    let read: ReadProject
    /// The handbook as readers may know it: nothing in it is private, or a draft.
    let handbook: Handbook
    /// The handbook with all that is private, for checks alone; `nil` where nothing is private.
    let whole: Handbook?
    /// What was found in what readers may know.
    let findings: Findings
    /// What was found while the whole was resolved.
    let wholeFindings: Findings

    init(_ project: ReadProject, reusing earlier: CheckedProject?) {
        var findings = project.findings
        let privacy = project.privacy
        let open = project.pages.map(\.page).filter { !$0.privacy.isWhole }
        let files = project.files.withoutPrivate
        handbook = HandbookReader.resolve(
            open,
            of: files,
            project.settings,
            privacy: privacy,
            reusing: earlier?.handbook,
            into: &findings
        )
        var wholeFindings = Findings()
        whole =
            privacy.isEmpty
            ? nil : HandbookReader.resolve(project.pages.map(\.whole), of: project.files, project.settings, into: &wholeFindings)
        (read, self.findings, self.wholeFindings) = (project, findings, wholeFindings)
    }
}

/// A project with what follows from its handbook.
public struct AnalysedProject: Sendable {
    let resolved: ResolvedProject
    let analysis: Analysis
    /// What follows from the handbook with all that is private.
    let wholeAnalysis: Analysis?

    init(_ project: ResolvedProject, reusing earlier: CheckedProject? = nil) {
        resolved = project
        analysis = Analysis(project.handbook, reusing: earlier?.analysis)
        wholeAnalysis = project.whole.map { Analysis($0) }
    }
}

/// A project that has been read, resolved, analysed and checked.
public struct CheckedProject: Sendable {
    /// The project as it was read.
    public let read: ReadProject
    /// The handbook as readers may know it: nothing in it is private, or a draft.
    public let handbook: Handbook
    /// What follows from it.
    public let analysis: Analysis
    /// What was found, checks included, for the project's authors.
    public let findings: Findings
    /// What of that readers may know.
    public let publicFindings: Findings
    /// Findings that a page's author accepts with a reason.
    public let exempted: [Exempted]
    /// When pages are due for a review.
    public let reviews: Reviews

    /// The texts of the project by path, for excerpts.
    public var sources: [String: SourceText] { read.sources }

    /// Checks a project, in parallel.
    init(_ project: AnalysedProject) async {
        let found = await inParallel(Self.jobs(project)) { $0() }
        self.init(project, found)
    }

    /// Checks a project on this thread alone, for tests that count.
    init(inOrder project: AnalysedProject) { self.init(project, Self.jobs(project).map { $0() }) }

    /// The checks of what readers may know, then those of what is private, which is checked with all the rest around it.
    private static func jobs(_ project: AnalysedProject) -> [@Sendable () -> Checks.Found] {
        let resolved = project.resolved
        let open = Checks.jobs(on: resolved.handbook, project.analysis)
        guard let whole = resolved.whole, let analysis = project.wholeAnalysis else { return open }
        return open + Checks.jobs(on: whole, analysis)
    }

    private init(_ project: AnalysedProject, _ found: [Checks.Found]) {
        let resolved = project.resolved
        (read, handbook, analysis) = (resolved.read, resolved.handbook, project.analysis)
        let isAllOpen = resolved.whole == nil
        let open = isAllOpen ? found[...] : found.prefix(found.count / 2)
        var findings = resolved.findings
        exempted = Checks.join(Array(open), on: resolved.handbook, into: &findings)
        let hidden = Self.inPrivate(project, Array(found[open.endIndex...]))
        var all = findings
        all.add(contentsOf: hidden)
        let consequences = Consequences(all, resolved.read)
        publicFindings = consequences.suppressed(in: findings)
        self.findings = consequences.suppressed(in: all)
        reviews = Reviews(of: resolved.read.pages.map(\.whole), resolved.read.settings)
    }

    /// What is found in what is private.
    private static func inPrivate(_ project: AnalysedProject, _ found: [Checks.Found]) -> Findings {
        let resolved = project.resolved
        guard let whole = resolved.whole else { return Findings() }
        var all = resolved.wholeFindings
        _ = Checks.join(found, on: whole, into: &all)
        var findings = Findings()
        for page in resolved.read.pages { findings.add(contentsOf: page.hidden) }
        for finding in all.all where resolved.handbook.privacy.covers(finding) { findings.add(finding) }
        return findings
    }
}
