import Diagnostics
import Handbook

/// Finds out what the revisions of a project have changed in what its handbook says, from the newest to the oldest.
public struct HistoryBuilder {
    /// The most revisions that are listed.
    public let limit: Int
    private var revisions: [History.Revision] = []
    private var states: HandbookStates
    private var names = PageNames()

    /// A builder that lists at most `limit` revisions.
    ///
    /// - Parameter current: the project as it is now: what is private in it is not told of the past either, and a page that is
    ///   still the same is not read again.
    public init(limit: Int, current: ReadProject) {
        self.limit = limit
        states = HandbookStates(current)
    }

    /// Whether older revisions make no difference any more.
    public var isFull: Bool { revisions.count >= limit }

    /// Takes in a revision that is older than those before it.
    ///
    /// - Parameters:
    ///   - before: the project as it was before; `nil` where there was none.
    ///   - after: the project as the revision made it; `nil` where it took the project away.
    ///   - contents: what the files of both held, by the ids of the snapshots.
    public mutating func add(_ commit: History.Commit, before: Snapshot?, after: Snapshot?, contents: [String: [UInt8]]) async {
        guard !isFull, before != after, let after, after.hasPages else { return }
        let new = await states.state(after, contents)
        guard let before, before.hasPages else {
            var ignored = Findings()
            let none = HandbookReader.resolve([], of: ProjectFiles(), new.handbook.settings, into: &ignored)
            return list(commit, HandbookDiff.comparison(from: none, to: new.handbook), isFirst: true, isPartlyRead: new.isPartlyRead)
        }
        let old = await states.state(before, contents)
        let comparison = HandbookDiff.comparison(from: old.handbook, to: new.handbook)
        list(commit, comparison, isFirst: false, isPartlyRead: old.isPartlyRead || new.isPartlyRead)
    }

    private mutating func list(_ commit: History.Commit, _ comparison: HandbookDiff.Comparison, isFirst: Bool, isPartlyRead: Bool) {
        guard !comparison.changes.isEmpty else { return }
        let changes = comparison.changes.map { change in
            History.Change(change: change, page: names.page(of: change), roles: names.roles(of: change, gone: comparison.gone))
        }
        revisions.append(History.Revision(commit: commit, changes: changes, isFirst: isFirst, isPartlyRead: isPartlyRead))
        names.step(back: comparison)
    }

    /// What was found out. Revisions of one moment stay in the order in which they came.
    public func history(origin: History.Commit?) -> History {
        let order = revisions.indices.sorted { a, b in
            (revisions[b].commit.date, a) < (revisions[a].commit.date, b)
        }
        return History(revisions: order.map { revisions[$0] }, origin: origin)
    }
}

extension Snapshot {
    /// Whether there is anything to read.
    fileprivate var hasPages: Bool { texts.count > (texts[Settings.file] == nil ? 0 : 1) }
}
