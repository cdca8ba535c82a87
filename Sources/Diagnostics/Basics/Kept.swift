import Synchronization

/// A place for a value that is computed when it is first asked for, and kept. Who asks while another computes it waits.
package final class Kept<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    /// Nothing is kept yet.
    package init() {}

    /// The value; `compute` gives it the first time, and is to give the same every time.
    package func value(_ compute: () -> Value) -> Value {
        kept.withLock { kept in
            if let kept { return kept }
            let value = compute()
            kept = value
            return value
        }
    }
}
