import Synchronization

/// A value that is computed when it is first asked for, and kept. Who asks while another computes it waits.
package final class OnDemand<Value: Sendable>: Sendable {
    private let compute: @Sendable () -> Value
    private let kept = Mutex<Value?>(nil)

    /// A value that `compute` will give.
    package init(_ compute: @escaping @Sendable () -> Value) { self.compute = compute }

    /// The value.
    package var value: Value {
        kept.withLock { kept in
            if let kept { return kept }
            let value = compute()
            kept = value
            return value
        }
    }
}
