import Diagnostics

/// A rule, or a few that belong together, that the settings can weigh and from which a page can exempt what it is about.
struct SettableCheck: Sendable {
    let rules: [Rule]
    let run: @Sendable (CheckContext, inout CheckFindings) -> Void
}

/// A handbook, and what several checks want to know of it, gathered once.
struct CheckContext: Sendable {
    let handbook: Handbook
    let evidence: Evidence
    let tasks: TaskIndex
    let likenesses: Likenesses
    /// What each role has in all matrices together, by its slug.
    let parts: [String: RoleParts]

    var rules: RuleSettings { handbook.settings.rules }

    init(_ handbook: Handbook) {
        self.handbook = handbook
        likenesses = Likenesses(synonyms: handbook.settings.synonyms)
        evidence = Evidence(handbook, likenesses)
        tasks = TaskIndex(handbook)
        parts = RoleParts.gather(handbook)
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
