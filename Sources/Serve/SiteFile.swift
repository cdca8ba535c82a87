/// A file of the site that is served.
public struct SiteFile: Sendable {
    /// Where its bytes come from.
    public enum Contents: Sendable, Equatable {
        /// Made by the build.
        case bytes([UInt8])
        /// A file on the disk, read when it is asked for.
        case file(String)
    }

    /// Relative to the site's root: `roles/data-engineer/index.html`.
    public let path: String
    /// What is in it.
    public let contents: Contents

    /// A file.
    public init(path: String, contents: Contents) {
        self.path = path
        self.contents = contents
    }
}

/// The files of a site, which may be made when they are asked for.
public protocol SiteFiles: Sendable {
    /// What is in the file at a path, such as `roles/data-engineer/index.html`; `nil` where there is none. It is the same each
    /// time.
    func contents(at path: String) async -> SiteFile.Contents?
}

/// Files that have been made.
public struct MadeFiles: SiteFiles {
    private let files: [String: SiteFile.Contents]

    /// Files by their paths.
    public init(_ files: [SiteFile]) { self.files = Dictionary(files.map { ($0.path, $0.contents) }) { first, _ in first } }

    /// What is in the file at a path; `nil` where there is none.
    public func contents(at path: String) -> SiteFile.Contents? { files[path] }
}

/// What a build gave.
public struct BuildResult: Sendable {
    /// The whole site; `nil` when there were errors.
    public let files: (any SiteFiles)?
    /// The findings as the terminal shows them; empty if there are none.
    public let report: String
    /// How many pages there are, for the terminal.
    public let pages: Int
    /// What else the terminal shows, once.
    public let remark: String?
    /// Files that are made after the site is shown, such as a search index.
    public let deferred: DeferredFiles?

    /// What a build gave.
    public init(files: (any SiteFiles)?, report: String, pages: Int, remark: String? = nil, deferred: DeferredFiles? = nil) {
        self.files = files
        self.report = report
        self.pages = pages
        self.remark = remark
        self.deferred = deferred
    }

    /// Files that take long to make and that pages work without.
    public struct DeferredFiles: Sendable {
        /// Their folder in the site. Until they are made, those of the site before are served.
        public let folder: String
        /// Makes them, or says why they cannot be made.
        public let make: @Sendable () async -> Result<[SiteFile], Report>

        /// Deferred files.
        public init(folder: String, make: @escaping @Sendable () async -> Result<[SiteFile], Report>) {
            self.folder = folder
            self.make = make
        }
    }

    /// The findings as the terminal shows them.
    public struct Report: Error {
        /// The text.
        public let text: String

        /// A report.
        public init(_ text: String) { self.text = text }
    }
}
