import Synchronization

/// A value that is computed when it is first asked for, and kept. Who asks while another computes it waits.
package final class OnDemand<Value: Sendable>: Sendable {
    private enum State {
        // What the computation holds on to is let go once it is done.
        case pending(@Sendable () -> Value)
        case done(Value)
    }

    private let state: Mutex<State>

    /// A value that `compute` will give.
    package init(_ compute: @escaping @Sendable () -> Value) { state = Mutex(.pending(compute)) }

    /// The value.
    package var value: Value {
        state.withLock { state in
            switch state {
            case .done(let value): return value
            case .pending(let compute):
                let value = compute()
                state = .done(value)
                return value
            }
        }
    }
}
