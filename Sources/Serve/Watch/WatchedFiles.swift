/// What a site is made from, as it is on the disk at a moment: enough to tell whether anything has changed.
public struct WatchedFiles: Sendable, Equatable {
    /// What tells two states of a file apart, by the file's path.
    public var stamps: [String: String]
    /// Every folder in which something may change, as the process sees it.
    public var folders: Set<String>

    /// A state of the disk.
    public init(stamps: [String: String] = [:], folders: Set<String> = []) {
        self.stamps = stamps
        self.folders = folders
    }

    /// The files that are new, gone or other than in an earlier state, sorted.
    public func changes(since earlier: WatchedFiles) -> [String] {
        Set(stamps.keys).union(earlier.stamps.keys).filter { stamps[$0] != earlier.stamps[$0] }.sorted()
    }
}
