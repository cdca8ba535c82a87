import Foundation
import Synchronization

/// What a run tells of its work while it goes on, on standard error: nothing; in a terminal the phase that has taken more
/// than a second, on a line that goes again; or the time of each phase.
final class Progress: Sendable {
    private struct State {
        var phase: (name: String, start: ContinuousClock.Instant)?
        /// What stands in the terminal's line.
        var shown = ""
        var isEnded = false
    }

    private let state = Mutex(State())
    private let isVerbose: Bool
    private let start: ContinuousClock.Instant
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - isVerbose: whether the time of each phase is told.
    ///   - now: the clock.
    ///   - write: what puts text on standard error.
    init(isVerbose: Bool, now: @escaping @Sendable () -> ContinuousClock.Instant, write: @escaping @Sendable (String) -> Void) {
        (self.isVerbose, self.now, self.write) = (isVerbose, now, write)
        start = now()
    }

    /// The progress of a command, as its options would have it.
    static func of(_ verbosity: Verbosity) -> Progress { onStandardError(isQuiet: verbosity.quiet, isVerbose: verbosity.verbose) }

    /// The progress that the terminal shows, if standard error is one.
    static func onStandardError(isQuiet: Bool = false, isVerbose: Bool = false) -> Progress {
        let progress = Progress(isVerbose: isVerbose, now: { .now }) { text in
            try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
        }
        let isPlain = ProcessInfo.processInfo.environment["TERM", default: "dumb"] == "dumb"
        if !isQuiet, !isVerbose, isatty(2) == 1, !isPlain { progress.showInTerminal() }
        return progress
    }

    /// Shows in the terminal what goes on while something is worked out, if that takes more than a second.
    static func showing<Value>(_ phase: String, _ work: () async throws -> Value) async rethrows -> Value {
        let progress = onStandardError()
        progress.begin(phase)
        defer { progress.end() }
        return try await work()
    }

    /// Begins a phase, and so ends the one before.
    func begin(_ name: String) {
        let now = now()
        state.withLock { state in
            tell(state.phase, until: now)
            state.phase = (name, now)
        }
    }

    /// Ends the last phase, and takes the line out of the terminal. Nothing is told after this.
    func end() {
        let now = now()
        state.withLock { state in
            guard !state.isEnded else { return }
            tell(state.phase, until: now)
            if isVerbose { write(Self.line("in all", now - start)) }
            if !state.shown.isEmpty { write(Self.clear) }
            (state.phase, state.shown, state.isEnded) = (nil, "", true)
        }
    }

    /// The line of a phase that goes on, if it is time to show one.
    func tick() {
        let now = now()
        state.withLock { state in
            guard !state.isEnded, let phase = state.phase, now - start >= .seconds(1) else { return }
            let line = "\(phase.name) … \((now - start).components.seconds) s"
            if line != state.shown { write(Self.clear + line) }
            state.shown = line
        }
    }

    /// A thread of its own: the pool that the work runs on may have none to spare.
    private func showInTerminal() {
        Thread.detachNewThread { [weak self] in
            while true {
                Thread.sleep(forTimeInterval: 0.2)
                guard let self, !self.state.withLock({ $0.isEnded }) else { return }
                self.tick()
            }
        }
    }

    private func tell(_ phase: (name: String, start: ContinuousClock.Instant)?, until now: ContinuousClock.Instant) {
        guard isVerbose, let phase else { return }
        write(Self.line(phase.name, now - phase.start))
    }

    /// Back to the line's beginning, and everything on it erased (ECMA-48: CR, EL).
    private static let clear = "\r\u{1B}[2K"

    static func line(_ name: String, _ time: Duration) -> String {
        let (seconds, attoseconds) = time.components
        let hundredths = attoseconds / 10_000_000_000_000_000
        return "\(name): \(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s\n"
    }
}
