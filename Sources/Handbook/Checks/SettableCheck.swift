import Diagnostics

/// A rule, or a few that belong together, that the settings can weigh and from which a page can exempt what it is about.
struct SettableCheck: Sendable {
    let rules: [Rule]
    let run: @Sendable (CheckContext, inout CheckFindings) -> Void
}

/// A handbook, its analysis, and what only checks ask, gathered once.
struct CheckContext: Sendable {
    let handbook: Handbook
    let analysis: Analysis
    let evidence: Evidence
    /// Rows of matrices that are named like an activity.
    let nearRows: NearRows

    var rules: RuleSettings { handbook.settings.rules }
    var tasks: TaskIndex { analysis.tasks }
    var likenesses: Likenesses { analysis.likenesses }

    init(_ handbook: Handbook, _ analysis: Analysis) {
        self.handbook = handbook
        self.analysis = analysis
        evidence = Evidence(handbook, analysis.likenesses)
        nearRows = NearRows(handbook.activities, analysis)
    }
}

/// What checks find, with the pages whose authors may accept it.
struct CheckFindings {
    struct Entry {
        let finding: Diagnostic
        /// The pages that it is about.
        let pages: [PageID]
        /// What on those pages it is about: a task, an item, another role, by any of its names.
        let about: [String]
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ finding: Diagnostic, on pages: [PageID], about: [String] = []) {
        entries.append(Entry(finding: finding, pages: pages, about: about))
    }

    mutating func add(_ finding: Diagnostic, on page: any Described, about: [String] = []) { add(finding, on: [page.id], about: about) }
}
