import Diagnostics
import Markdown

/// The phases from a project's files to a checked handbook. Each is a function from values to values.
///
/// Nothing is thrown: what is wrong is among the findings, and each phase goes on with what it has.
public enum HandbookReader {
    /// All phases, one after another.
    ///
    /// - Parameters:
    ///   - denied: the ids of rules whose findings are errors, also where the settings switch them off.
    ///   - publishesDrafts: whether drafts are pages as all others are.
    public static func read(
        _ files: ProjectFiles,
        denying denied: Set<String> = [],
        publishesDrafts: Bool = false
    ) async -> CheckedProject {
        await check(analyse(resolve(await pages(of: files, denying: denied, publishesDrafts: publishesDrafts))))
    }

    /// Reads the settings, then every page, each by itself and in parallel.
    ///
    /// - Parameters:
    ///   - denied: the ids of rules whose findings are errors, also where the settings switch them off.
    ///   - publishesDrafts: whether drafts are pages as all others are.
    ///   - earlier: an earlier state of the project. Pages whose bytes are the same are not read again.
    public static func pages(
        of files: ProjectFiles,
        denying denied: Set<String> = [],
        publishesDrafts: Bool = false,
        reusing earlier: ReadProject? = nil
    ) async -> ReadProject {
        await ReadProject(files, denying: denied, publishesDrafts: publishesDrafts, reusing: earlier)
    }

    /// Makes the handbook of the pages, with every name resolved.
    ///
    /// - Parameter earlier: an earlier state of the project. Text that is the same is not searched for names again.
    public static func resolve(_ project: ReadProject, reusing earlier: CheckedProject? = nil) -> ResolvedProject {
        ResolvedProject(project, reusing: earlier)
    }

    /// Computes what follows from the handbook.
    ///
    /// - Parameter earlier: an earlier state of the project. What depends on pages that are the same is not computed again.
    public static func analyse(_ project: ResolvedProject, reusing earlier: CheckedProject? = nil) -> AnalysedProject {
        AnalysedProject(project, reusing: earlier)
    }

    /// Runs every check, in parallel.
    public static func check(_ project: AnalysedProject) async -> CheckedProject { await CheckedProject(project) }

    /// The same, on this thread alone: for tests that count.
    package static func check(inOrder project: AnalysedProject) -> CheckedProject { CheckedProject(inOrder: project) }

    /// Reads and resolves a project with what is private in it, for those who change it; checks nothing.
    package static func readWhole(_ files: ProjectFiles) async -> (handbook: Handbook, settings: SourceText?, findings: Findings) {
        let project = await pages(of: files)
        var findings = project.findings
        for page in project.pages { findings.add(contentsOf: page.hidden) }
        let handbook = resolve(project.pages.map(\.whole), of: files, project.settings, into: &findings)
        return (handbook, project.sources[Settings.file], findings)
    }

    /// Makes a handbook of pages that have been read, in the order of their paths; checks nothing.
    ///
    /// - Parameter marksMentions: whether running text is searched for names of roles.
    package static func resolve(
        _ pages: [Page],
        of files: ProjectFiles,
        _ settings: Settings,
        privacy: Privacy = Privacy(),
        marksMentions: Bool = true,
        reusing earlier: Handbook? = nil,
        into findings: inout Findings
    ) -> Handbook {
        let frame = ReadProject.settingsText(files).flatMap { FrameReader.read(settings.theme, $0, into: &findings) }
        let unique = PageUniqueness.check(pages, into: &findings)
        let builder = HandbookBuilder(
            pages: unique,
            frame: frame,
            files: files,
            settings: settings,
            privacy: privacy,
            marksMentions: marksMentions,
            reusing: earlier
        )
        return builder.build(into: &findings)
    }
}
