import Handbook

/// What version control knows of a project: which revisions changed what the handbook says.
public struct History: Sendable {
    /// A revision as its author recorded it.
    public struct Commit: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// When its author wrote it.
        public let date: Moment
        /// The first line of what its author said of it.
        public let subject: String

        /// A revision.
        public init(id: String, date: Moment, subject: String) {
            self.id = id
            self.date = date
            self.subject = subject
        }
    }

    /// A change, and what it concerns in the handbook of today.
    public struct Change: Sendable {
        /// What has changed, under the names of that time.
        public let change: HandbookChange
        /// The page as it is named today; `nil` for the settings, and for a page that is gone since.
        public let page: PageID?
        /// Slugs that the roles have today; those that are gone since are left out.
        public let roles: [String]
    }

    /// A revision that changed what the handbook says.
    public struct Revision: Sendable {
        /// The revision.
        public let commit: Commit
        /// What it changed, in the order of `HandbookDiff`; never empty.
        public let changes: [Change]
        /// Whether the handbook begins with it: then its changes are the pages that it has.
        public let isFirst: Bool
        /// Whether errors kept something of it, or of the one before, from being read.
        public let isPartlyRead: Bool
    }

    /// The newest revisions that changed what the handbook says, the newest first.
    public var revisions: [Revision]
    /// The oldest revision of the project, whatever it changed: it stays the same as revisions come.
    public var origin: Commit?

    /// A history of the given revisions.
    public init(revisions: [Revision] = [], origin: Commit? = nil) {
        self.revisions = revisions
        self.origin = origin
    }

    /// Of a project that nothing is known of.
    public static let none = History()
}
