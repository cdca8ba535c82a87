/// When to act on a burst of changes: once it is over, or at the latest some time after it began.
///
/// Times count from any fixed moment; the clock is the caller's.
public struct Debounce: Sendable {
    /// A burst that begins within this many quiet times after the last one is taken for one of many saves.
    private static let quietTimes = 8

    private let quick: Duration
    private let quiet: Duration
    private let longest: Duration
    private var first: Duration?
    private var last: Duration?
    private var taken: Duration?

    /// - Parameters:
    ///   - quick: how long nothing must change for a burst to be over that comes after a rest: a single save is acted on soon.
    ///   - quiet: the same for bursts that follow one another.
    ///   - longest: how long a burst may last before it is acted on all the same.
    public init(quick: Duration, quiet: Duration, longest: Duration) {
        self.quick = quick
        self.quiet = quiet
        self.longest = longest
    }

    /// When to act; `nil` when nothing has changed.
    public var due: Duration? {
        guard let first, let last else { return nil }
        let follows = taken.map { first < $0 + quiet * Self.quietTimes } ?? false
        return min(last + (follows ? quiet : min(quick, quiet)), first + longest)
    }

    /// Something has changed.
    public mutating func change(at time: Duration) {
        if first == nil { first = time }
        last = time
    }

    /// Whether it is time to act; if so, what has changed until now is dealt with.
    public mutating func take(at time: Duration) -> Bool {
        guard let due, time >= due else { return false }
        (first, last, taken) = (nil, nil, time)
        return true
    }
}
