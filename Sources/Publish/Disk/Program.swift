import Foundation

/// A program of the system, run as a process of its own. No shell takes part: what a user or a file name says is never read
/// as a command.
struct Program: Sendable {
    /// Absolute.
    let path: String

    /// What a run gave.
    struct Outcome: Sendable {
        /// Its exit status; 128 and the signal's number when a signal ended it.
        let status: Int32
        let output: [UInt8]
        /// What it said on standard error.
        let complaint: String
        /// Whether it was ended because it took too long.
        let isOverdue: Bool
    }

    /// The program at a path; `nil` where there is none.
    init?(at path: String) {
        let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        guard access(absolute, X_OK) == 0, Self.isFile(absolute) else { return nil }
        self.path = absolute
    }

    /// The program of a name; `nil` where there is none on the PATH. Folders that the PATH counts from the working folder
    /// are passed over: a project is no place to run programs from.
    init?(named name: String, on path: String?) {
        let folders = (path ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
        guard let found = folders.lazy.compactMap({ Program(at: "\($0)/\(name)") }).first else { return nil }
        self = found
    }

    private static func isFile(_ path: String) -> Bool {
        var raw = stat()
        return stat(path, &raw) == 0 && raw.st_mode & S_IFMT == S_IFREG
    }

    /// Runs the program with the given words, and waits for its end.
    ///
    /// - Parameters:
    ///   - folder: the folder it works in; this process's own when there is none.
    ///   - limit: when it is ended; `nil` for never.
    func run(
        _ words: [String],
        in folder: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        input: [UInt8] = [],
        limit: Duration? = nil
    ) throws -> Outcome {
        // Files, not pipes: the program and this one never wait for one another.
        let (given, output, complaint) = (try ScratchFile(), try ScratchFile(), try ScratchFile())
        try given.fill(input)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.environment = environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = given.handle
        process.standardOutput = output.handle
        process.standardError = complaint.handle
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        var isOverdue = false
        if let limit {
            isOverdue = end.wait(timeout: .now() + .milliseconds(Int(limit / .milliseconds(1)))) == .timedOut
            if isOverdue { Self.kill(process.processIdentifier) }
        }
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try output.contents,
            complaint: String(decoding: try complaint.contents, as: UTF8.self),
            isOverdue: isOverdue
        )
    }

    /// Ends a process, and those that it has started if it leads a group of its own.
    private static func kill(_ process: pid_t) {
        guard process > 1 else { return }
        _ = Foundation.kill(-process, SIGKILL)
        _ = Foundation.kill(process, SIGKILL)
    }
}

/// A file without a name, gone when it is closed.
final class ScratchFile {
    let handle: FileHandle

    init() throws {
        guard let file = tmpfile() else { throw DiskError(.writing, DiskPath("/tmp")) }
        defer { fclose(file) }
        let copy = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw DiskError(.writing, DiskPath("/tmp")) }
        handle = FileHandle(fileDescriptor: copy, closeOnDealloc: true)
    }

    func fill(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
        try handle.seek(toOffset: 0)
    }

    var contents: [UInt8] {
        get throws {
            try handle.seek(toOffset: 0)
            return try handle.readToEnd().map { Array($0) } ?? []
        }
    }
}
