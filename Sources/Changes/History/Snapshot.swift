import Handbook

/// Which contents the files of a project had at one time. The contents themselves are kept by their ids: two snapshots
/// with one id at a path have the same file there.
public struct Snapshot: Sendable, Hashable {
    /// Ids of contents by path: of `handbook.yml`, and of everything Markdown below the content folder.
    public var texts: [String: String]
    /// The folder that held the Markdown, as in `ProjectFiles`.
    public var contentRoot: String

    /// A snapshot of the given contents.
    public init(texts: [String: String] = [:], contentRoot: String = "content") {
        self.texts = texts
        self.contentRoot = contentRoot
    }
}
