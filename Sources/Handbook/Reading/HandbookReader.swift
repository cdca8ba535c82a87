import Diagnostics
import Markdown

/// Makes a handbook of a project's files.
public enum HandbookReader {
    /// What a reading gives: the handbook, as far as it could be resolved, and every finding.
    public struct Result: Sendable {
        /// The handbook.
        public let handbook: Handbook
        /// What was found, checks included.
        public let findings: Findings
        /// Findings that a page's author accepts with a reason.
        public let exempted: [Exempted]
        /// The texts of the project by path, for excerpts.
        public let sources: [String: SourceText]
    }

    /// Reads, resolves and checks a project. Nothing is thrown: what is wrong is among the findings.
    public static func read(_ files: ProjectFiles) async -> Result {
        var findings = Findings()
        let settings = Settings.read(files, into: &findings)
        let (pages, found) = await readPages(files, settings)
        findings.add(contentsOf: found)

        let handbook = resolve(pages, of: files, settings, into: &findings)
        let exempted = Checks.run(on: handbook, into: &findings)

        var sources = Dictionary(pages.map { ($0.path, $0.source) }) { first, _ in first }
        sources[Settings.file] = settingsText(files)
        return Result(handbook: handbook, findings: findings, exempted: exempted, sources: sources)
    }

    /// Makes a handbook of pages that have been read, in the order of their paths; checks nothing.
    static func resolve(_ pages: [Page], of files: ProjectFiles, _ settings: Settings, into findings: inout Findings) -> Handbook {
        let frame = settingsText(files).flatMap { FrameReader.read(settings.theme, $0, into: &findings) }
        let unique = PageUniqueness.check(pages, into: &findings)
        return HandbookBuilder(pages: unique, frame: frame, files: files, settings: settings).build(into: &findings)
    }

    /// The settings' text, for what is Markdown in it and for excerpts; the reading of the settings has told its faults.
    private static func settingsText(_ files: ProjectFiles) -> SourceText? {
        var told = Findings()
        return files.texts[Settings.file].map { SourceText.decode($0, path: Settings.file, into: &told) }
    }

    /// Reads every page, in parallel, and gives them in the order of their paths.
    private static func readPages(_ files: ProjectFiles, _ settings: Settings) async -> ([Page], Findings) {
        let reader = PageReader(files, settings: settings)
        let read = await inParallel(files.pagePaths) { path in reader.read(path, files.texts[path] ?? []) }
        var findings = Findings()
        for (_, found) in read { findings.add(contentsOf: found) }
        return (read.map(\.page), findings)
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
