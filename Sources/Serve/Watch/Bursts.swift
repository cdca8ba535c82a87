import Synchronization

/// Makes of a stream of hints one value for each burst of them.
final class Bursts: Sendable {
    /// Times from any fixed moment.
    typealias Clock = @Sendable () -> Duration

    private let debounce: Mutex<Debounce>
    private let now: Clock
    private let begun: AsyncStream<Void>
    private let begin: AsyncStream<Void>.Continuation

    init(quick: Duration, quiet: Duration, longest: Duration, now: @escaping Clock) {
        debounce = Mutex(Debounce(quick: quick, quiet: quiet, longest: longest))
        self.now = now
        (begun, begin) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes hints until there are no more.
    func take(_ hints: AsyncStream<Void>) async {
        for await _ in hints {
            debounce.withLock { $0.change(at: now()) }
            begin.yield()
        }
        begin.finish()
    }

    /// Does the work after each burst, one at a time. Hints that come meanwhile are another burst.
    func forEach(_ work: () async -> Void) async {
        for await _ in begun where await settle() { await work() }
    }

    /// Waits for the end of a burst; `false` when there is none, or the task is cancelled.
    private func settle() async -> Bool {
        while let due = debounce.withLock({ $0.due }) {
            if debounce.withLock({ $0.take(at: now()) }) { return !Task.isCancelled }
            do { try await Task.sleep(for: due - now()) } catch { return false }
        }
        return false
    }
}
