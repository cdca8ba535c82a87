import Handbook

/// How pages of older states of a handbook are named today. It goes back in time, a revision a step.
struct PageNames {
    /// Where the name of today is another, or there is none any more.
    private var today: [PageID: PageID?] = [:]

    /// The name that a page has today; `nil` when it is gone since.
    func name(of id: PageID) -> PageID? { if let known = today[id] { known } else { id } }

    /// The page that a change is about, as it is named today.
    func page(of change: HandbookChange) -> PageID? {
        guard let id = change.subject.page, change.event != .gone else { return nil }
        return name(of: id)
    }

    /// The roles that a change concerns, as they are named today. `gone` are the pages that the change's revision took away.
    func roles(of change: HandbookChange, gone: Set<PageID>) -> [String] {
        change.roles.map { PageID(.role, $0) }.filter { !gone.contains($0) }.compactMap { name(of: $0)?.slug }
    }

    /// Goes from the state after a revision to the one before it.
    mutating func step(back comparison: HandbookDiff.Comparison) {
        let moved = comparison.moved.map { (old: $0.key, today: name(of: $0.value)) }
        // A page that came with the revision, or went, is none of those that had its name before, or have it today.
        for id in comparison.added.union(comparison.gone) { today.updateValue(nil, forKey: id) }
        for page in moved { today.updateValue(page.today, forKey: page.old) }
    }
}
