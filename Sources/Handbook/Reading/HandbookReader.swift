import Diagnostics
import Markdown

/// Makes a handbook of a project's files.
public enum HandbookReader {
    /// What a reading gives: the handbook, as far as it could be resolved, and every finding.
    public struct Result: Sendable {
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
        /// The texts of the project by path, for excerpts.
        public let sources: [String: SourceText]
        /// When pages are to be looked through again.
        public let reviews: Reviews
    }

    /// Reads, resolves and checks a project. Nothing is thrown: what is wrong is among the findings.
    ///
    /// - Parameters:
    ///   - denied: the ids of rules whose findings are errors, also where the settings switch them off.
    ///   - publishesDrafts: whether drafts are pages as all others are.
    public static func read(_ files: ProjectFiles, denying denied: Set<String> = [], publishesDrafts: Bool = false) async -> Result {
        var findings = Findings()
        var settings = Settings.read(files, into: &findings)
        settings.rules.deny(denied.intersection(Checks.settableRuleIDs))
        let read = await readPages(files, settings, publishesDrafts: publishesDrafts)
        for page in read { findings.add(contentsOf: page.findings) }

        let privacy = Privacy(read.map(\.page))
        let open = read.map(\.page).filter { !$0.privacy.isWhole }
        let handbook = resolve(open, of: files.withoutPrivate, settings, privacy: privacy, into: &findings)
        let analysis = Analysis(handbook)
        let exempted = Checks.run(on: handbook, analysis, into: &findings)

        var all = findings
        if !privacy.isEmpty { all.add(contentsOf: inPrivate(read, of: files, settings, privacy)) }
        var sources = Dictionary(read.map { ($0.page.path, $0.page.source) }) { first, _ in first }
        sources[Settings.file] = settingsText(files)
        return Result(
            handbook: handbook,
            analysis: analysis,
            findings: all,
            publicFindings: findings,
            exempted: exempted,
            sources: sources,
            reviews: Reviews(of: read.map(\.whole), settings)
        )
    }

    /// Reads and resolves a project with what is private in it, for those who change it; checks nothing.
    package static func readWhole(_ files: ProjectFiles) async -> (handbook: Handbook, settings: SourceText?, findings: Findings) {
        var findings = Findings()
        let settings = Settings.read(files, into: &findings)
        let read = await readPages(files, settings)
        for page in read {
            findings.add(contentsOf: page.findings)
            findings.add(contentsOf: page.hidden)
        }
        let handbook = resolve(read.map(\.whole), of: files, settings, into: &findings)
        return (handbook, settingsText(files), findings)
    }

    /// What is to be found in what is private: it is checked with all the rest around it.
    private static func inPrivate(_ read: [PageReader.Read], of files: ProjectFiles, _ settings: Settings, _ privacy: Privacy) -> Findings {
        var all = Findings()
        let whole = resolve(read.map(\.whole), of: files, settings, into: &all)
        _ = Checks.run(on: whole, Analysis(whole), into: &all)
        var findings = Findings()
        for page in read { findings.add(contentsOf: page.hidden) }
        for finding in all.all where privacy.covers(finding) { findings.add(finding) }
        return findings
    }

    /// Makes a handbook of pages that have been read, in the order of their paths; checks nothing.
    package static func resolve(
        _ pages: [Page],
        of files: ProjectFiles,
        _ settings: Settings,
        privacy: Privacy = Privacy(),
        into findings: inout Findings
    ) -> Handbook {
        let frame = settingsText(files).flatMap { FrameReader.read(settings.theme, $0, into: &findings) }
        let unique = PageUniqueness.check(pages, into: &findings)
        return HandbookBuilder(pages: unique, frame: frame, files: files, settings: settings, privacy: privacy).build(into: &findings)
    }

    /// The settings' text, for what is Markdown in it and for excerpts; the reading of the settings has told its faults.
    private static func settingsText(_ files: ProjectFiles) -> SourceText? {
        var told = Findings()
        return files.texts[Settings.file].map { SourceText.decode($0, path: Settings.file, into: &told) }
    }

    /// Reads every page, in parallel, and gives them in the order of their paths.
    private static func readPages(
        _ files: ProjectFiles,
        _ settings: Settings,
        publishesDrafts: Bool = false
    ) async -> [PageReader.Read] {
        let reader = PageReader(files, settings: settings, publishesDrafts: publishesDrafts)
        return await inParallel(files.pagePaths) { path in reader.read(path, files.texts[path] ?? []) }
    }
}

/// Runs `work` over `items` on all cores, a slice at a time, and gives the results in the items' order.
public func inParallel<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Output
) async -> [Output] {
    let slice = max(1, min(64, items.count / 16))
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        for start in stride(from: 0, to: items.count, by: slice) {
            group.addTask { (start, items[start..<min(start + slice, items.count)].map(work)) }
        }
        var parts: [(Int, [Output])] = []
        for await part in group { parts.append(part) }
        return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}
