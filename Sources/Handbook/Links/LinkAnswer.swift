/// What came of asking for an address of another site.
public enum LinkAnswer: Sendable, Hashable {
    /// A server answered.
    ///
    /// - Parameters:
    ///   - status: HTTP's number, after all redirects.
    ///   - movedTo: where the page is now, if the first redirects say that it stays there (301, 308).
    case answered(status: Int, movedTo: String? = nil)
    /// There is no host of that name.
    case noHost
    /// There is a host, but nothing listens there.
    case refused
    /// No answer in time.
    case late(seconds: Int)
    /// The connection cannot be trusted; why, in the words of the program that asks.
    case untrusted(reason: String)
    /// One redirect after another.
    case endless
    /// Anything else, in the words of the program that asks.
    case failed(reason: String)

    /// Whether the page is there.
    public var isThere: Bool { if case .answered(let status, _) = self { (200..<300).contains(status) } else { false } }
}
