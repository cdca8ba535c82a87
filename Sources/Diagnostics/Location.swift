/// A place in a file of the project.
public struct Location: Sendable, Hashable {
    /// Relative to the project's folder, with `/` between its parts.
    public var path: String
    /// Counted from 1 at the top of the file, front matter included. `nil` means the file as a whole.
    public var line: Int?
    /// The columns to underline, counted in Unicode scalars from 1, sorted. Empty means the line as a whole.
    public var columns: [Range<Int>]

    /// A place.
    public init(_ path: String, line: Int? = nil, columns: [Range<Int>] = []) {
        self.path = path
        self.line = line
        self.columns = columns
    }

    /// The first underlined column, if any.
    public var column: Int? { columns.first?.lowerBound }
}

extension Location: Comparable {
    /// Orders by path, line, column; a file as a whole comes before its lines.
    public static func < (a: Location, b: Location) -> Bool {
        (a.path, a.line ?? 0, a.column ?? 0) < (b.path, b.line ?? 0, b.column ?? 0)
    }
}
