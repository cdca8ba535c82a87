/// A file of the finished site.
public struct OutputFile: Sendable, Hashable {
    /// Where its bytes come from.
    public enum Contents: Sendable, Hashable {
        /// Made by the build.
        case bytes([UInt8])
        /// Copied as it is from a file of the project; the path is relative to the project's folder.
        case copy(of: String)
    }

    /// Relative to the output folder, with `/` between its parts: `roles/data-engineer/index.html`.
    public var path: String
    /// What is in it.
    public var contents: Contents

    /// A file with the given bytes.
    public init(path: String, contents: Contents) {
        self.path = path
        self.contents = contents
    }

    /// A text file in UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, contents: .bytes(Array(text.utf8)))
    }
}
