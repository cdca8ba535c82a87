/// When to act on a burst of changes: once it is over, or at the latest some time after it began.
///
/// Times count from any fixed moment; the clock is the caller's.
public struct Debounce: Sendable {
    private let quiet: Duration
    private let longest: Duration
    private var first: Duration?
    private var last: Duration?

    /// - Parameters:
    ///   - quiet: how long nothing must change for a burst to be over.
    ///   - longest: how long a burst may last before it is acted on all the same.
    public init(quiet: Duration, longest: Duration) {
        self.quiet = quiet
        self.longest = longest
    }

    /// When to act; `nil` when nothing has changed.
    public var due: Duration? {
        guard let first, let last else { return nil }
        return min(last + quiet, first + longest)
    }

    /// Something has changed.
    public mutating func change(at time: Duration) {
        if first == nil { first = time }
        last = time
    }

    /// Whether it is time to act; if so, what has changed until now is dealt with.
    public mutating func take(at time: Duration) -> Bool {
        guard let due, time >= due else { return false }
        (first, last) = (nil, nil)
        return true
    }
}
