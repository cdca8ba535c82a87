import Changes
import Handbook

/// Puts the changes of a revision into words, in the language of the handbook.
struct ChangeWriter: Sendable {
    /// More pages of a kind than this that came or went together are one line.
    static let together = 3
    /// The most pages that such a line names.
    static let names = 60
    /// The most changes of a revision that are listed.
    static let limit = 120

    private let handbook: Handbook
    private let strings: Strings
    private let words: ChangeWords

    init(handbook: Handbook, strings: Strings) {
        self.handbook = handbook
        self.strings = strings
        let own = ChangeWords.englishTexts.keys.map { ($0, strings[Words.change + $0]) }
        words = ChangeWords(Dictionary(uniqueKeysWithValues: own))
    }

    /// A revision as far as the given changes of it go.
    func entry(_ revision: History.Revision, _ changes: [History.Change]) -> ChangeLog.Entry {
        let pageGroups = pageGroups(changes)
        var told: Set<PageGroup> = []
        var groups: [ChangeGroup] = []
        var lines = 0
        var left = 0
        for change in changes {
            if let pageGroup = PageGroup(change), let pages = pageGroups[pageGroup] {
                if told.insert(pageGroup).inserted { groups.append(group(pageGroup, pages)) }
            } else if lines < Self.limit {
                lines += 1
                add(change, to: &groups)
            } else {
                left += 1
            }
        }
        return ChangeLog.Entry(revision: revision, groups: groups, more: left)
    }

    // MARK: - Several pages

    /// Pages of one kind that came together, or went.
    private struct PageGroup: Hashable {
        let kind: Kind
        let isAdded: Bool

        init?(_ change: History.Change) {
            guard let kind = change.change.subject.page?.kind else { return nil }
            switch change.change.event {
            case .added: isAdded = true
            case .gone: isAdded = false
            default: return nil
            }
            self.kind = kind
        }
    }

    private func pageGroups(_ changes: [History.Change]) -> [PageGroup: [History.Change]] {
        var pageGroups: [PageGroup: [History.Change]] = [:]
        for change in changes {
            if let pageGroup = PageGroup(change) { pageGroups[pageGroup, default: []].append(change) }
        }
        return pageGroups.filter { $0.value.count > Self.together }
    }

    private func group(_ pageGroup: PageGroup, _ changes: [History.Change]) -> ChangeGroup {
        let kinds = strings["changes_\(pageGroup.kind.rawValue)"]
        let key = pageGroup.isAdded ? "changes_added" : "changes_gone"
        return ChangeGroup(
            sign: pageGroup.isAdded ? .added : .gone,
            subject: nil,
            lines: [strings.text(key, ["count": String(changes.count), "kinds": kinds])],
            pages: changes.prefix(Self.names).map { subject($0, CleanText.line($0.change.subject.title)) },
            morePages: max(0, changes.count - Self.names)
        )
    }

    // MARK: - One page

    private func add(_ change: History.Change, to groups: inout [ChangeGroup]) {
        let text = ChangeText(change.change, words)
        let subject = subject(change, CleanText.line(text.subject))
        let line = CleanText.line(text.words)
        if let last = groups.last, let other = last.subject, other.title == subject.title, other.address == subject.address {
            groups[groups.count - 1] = ChangeGroup(
                sign: .changed,
                subject: subject,
                lines: last.lines + [line],
                pages: [],
                morePages: 0
            )
        } else {
            groups.append(ChangeGroup(sign: Self.sign(change.change.event), subject: subject, lines: [line], pages: [], morePages: 0))
        }
    }

    private func subject(_ change: History.Change, _ title: String) -> ChangeGroup.Subject {
        ChangeGroup.Subject(title: title, address: change.page.flatMap { handbook.page($0)?.address })
    }

    private static func sign(_ event: HandbookChange.Event) -> ChangeGroup.Sign {
        switch event {
        case .added, .item(_, .added), .part(_, .added), .fact(_, from: nil, to: _): .added
        case .gone, .item(_, .gone), .part(_, .gone), .fact(_, from: _, to: nil): .gone
        default: .changed
        }
    }
}
