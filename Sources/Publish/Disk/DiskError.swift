import Foundation

/// A call to the system that failed.
struct DiskError: Error, Equatable {
    enum Operation: Sendable {
        case reading
        case writing
    }

    let operation: Operation
    let path: DiskPath
    /// An `errno`.
    let code: Int32

    /// The system's own words, which no locale changes: the command never sets one.
    var reason: String { String(cString: strerror(code)) }

    /// Takes `errno` as it is now: to be made right after the call.
    init(_ operation: Operation, _ path: DiskPath, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}
