/// Where hints of changes come from: events of the system, or looking again and again. A hint says only that it is worth
/// looking; what has changed, if anything, is told by two states of `WatchedFiles`.
public struct ChangeSource: Sendable {
    /// A hint after each change, or several for one.
    let hints: AsyncStream<Void>
    /// Says which folders to attend to; `true` if some of them were not attended to before, so that something may have
    /// been missed.
    let attend: @Sendable (Set<String>) -> Bool
    /// How long no hint must come for a burst of changes to be over.
    let quiet: Duration

    /// A source.
    public init(hints: AsyncStream<Void>, quiet: Duration, attend: @escaping @Sendable (Set<String>) -> Bool) {
        self.hints = hints
        self.quiet = quiet
        self.attend = attend
    }

    /// Looks at the files in intervals, for file systems that tell of no changes.
    public static func polling(
        every interval: Duration = .milliseconds(300),
        look: @escaping @Sendable () async -> WatchedFiles
    ) -> ChangeSource {
        let (hints, hint) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let poll = Task {
            var seen: WatchedFiles?
            while !Task.isCancelled {
                let now = await look()
                if let seen, now != seen { hint.yield() }
                seen = now
                try? await Task.sleep(for: interval)
            }
        }
        hint.onTermination = { _ in poll.cancel() }
        // Longer than an interval: a burst is over when two looks see the same.
        return ChangeSource(hints: hints, quiet: interval + interval / 3) { _ in false }
    }
}
