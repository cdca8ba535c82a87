// Its sources may be used from any thread, but are not declared so.
@preconcurrency import Dispatch
import Foundation

/// Ctrl-C, and the other ways to ask a program to end.
public enum Interrupts {
    /// A value for each time the program is asked to end, which then does not end by itself.
    public static func stream() -> AsyncStream<Void> {
        let (stream, interrupt) = AsyncStream<Void>.makeStream()
        let queue = DispatchQueue(label: "handbook.interrupts")
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { interrupt.yield() }
            source.activate()
            return source
        }
        interrupt.onTermination = { _ in for source in sources { source.cancel() } }
        return stream
    }
}
