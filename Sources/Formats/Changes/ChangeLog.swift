import Changes
import Handbook

/// The handbook's history as pages and feeds tell it.
package struct ChangeLog: Sendable {
    /// A revision in words.
    package struct Entry: Sendable {
        package let revision: History.Revision
        package let groups: [ChangeGroup]
        /// How many changes are left out, because there are so many.
        package let more: Int

        /// The anchor of its place on the page of changes.
        package var anchor: String { "r-\(revision.commit.id.prefix(12))" }
        /// What its author said of it, or else its id.
        package var title: String {
            let subject = CleanText.line(revision.commit.subject)
            return subject.isEmpty ? String(revision.commit.id.prefix(7)) : subject
        }
    }

    /// The newest first.
    package let entries: [Entry]
    /// What identifiers of feeds are made from: it stays as revisions come and go.
    package let origin: History.Commit?
    private let writer: ChangeWriter
    /// Places in `entries`, and of the changes in their revision, that concern a role.
    private var byRole: [String: [(entry: Int, changes: [Int])]] = [:]

    package init(_ history: History, _ handbook: Handbook, _ strings: Strings) {
        let writer = ChangeWriter(handbook: handbook, strings: strings)
        self.writer = writer
        entries = history.revisions.map { writer.entry($0, $0.changes) }
        origin = history.origin
        for (place, revision) in history.revisions.enumerated() {
            var changes: [String: [Int]] = [:]
            for (index, change) in revision.changes.enumerated() {
                for role in Set(change.roles) { changes[role, default: []].append(index) }
            }
            for (role, found) in changes { byRole[role, default: []].append((place, found)) }
        }
    }

    /// Whether there is anything to tell.
    package var isEmpty: Bool { entries.isEmpty }

    /// What concerns a role: its revisions, each with the changes that do.
    package func entries(of role: String) -> [Entry] {
        (byRole[role] ?? []).map { place, changes in
            let revision = entries[place].revision
            return writer.entry(revision, changes.map { revision.changes[$0] })
        }
    }
}

/// Changes under one heading: what has changed on one page, or the pages of a kind that came or went together.
package struct ChangeGroup: Sendable {
    /// What happened, for a sign beside the words.
    package enum Sign: String, Sendable {
        case added, gone, changed
    }

    /// What has changed, and its page if there still is one.
    package struct Subject: Sendable {
        package let title: String
        package let address: String?
    }

    package let sign: Sign
    /// The page; `nil` for several pages of a kind.
    package let subject: Subject?
    /// How it has changed, a line for each change; for several pages, what they all have done.
    package let lines: [String]
    /// The pages, if they are several.
    package let pages: [Subject]
    /// How many pages there are beside those.
    package let morePages: Int
}
