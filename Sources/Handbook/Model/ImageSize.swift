/// How large a picture is, in CSS pixels.
public struct ImageSize: Sendable, Hashable {
    /// From left to right.
    public let width: Int
    /// From top to bottom.
    public let height: Int

    /// A size; `nil` when either side is nothing, or more than any picture's.
    public init?(width: Int, height: Int) {
        guard (1...65_535).contains(width), (1...65_535).contains(height) else { return nil }
        (self.width, self.height) = (width, height)
    }
}
