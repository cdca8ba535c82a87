import Foundation

/// The built program, run as a user runs it.
struct Command {
    /// What a run gave.
    struct Outcome {
        let status: Int32
        let stdout: String
        let stderr: String
    }

    /// The program stands beside the tests' own.
    static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
        path: "handbook"
    )

    /// In the place of a variable's value: the variable is not to be there.
    static let unset = "\u{1}"

    /// Runs the program in a folder. Without Pagefind, whether it is installed here or not, unless the environment says so.
    static func run(_ arguments: [String], in folder: URL, binary: URL = binary, environment: [String: String] = [:]) throws -> Outcome {
        let environment = ["HANDBOOK_PAGEFIND": ""].merging(environment) { _, own in own }
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }.filter { $0.value != unset }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a pipe that nobody empties would stop the program.
        let scratch = try Scratch()
        let (out, err) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
        for file in [out, err] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            stdout: try String(contentsOf: out, encoding: .utf8),
            stderr: try String(contentsOf: err, encoding: .utf8)
        )
    }
}

/// A folder of a test's own, gone with it.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "handbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file below the folder.
    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ path: String) throws -> String { try String(contentsOf: url.appending(path: path), encoding: .utf8) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path) }

    /// Every file below a folder, with its bytes.
    func files(_ folder: String) throws -> [String: Data] {
        let root = url.appending(path: folder)
        var files: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? FileManager.DirectoryEnumerator() {
            var isFolder: ObjCBool = false
            let file = root.appending(path: path)
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
                files[path] = try Data(contentsOf: file)
            }
        }
        return files
    }

    /// When each file below a folder last changed.
    func times(_ folder: String) throws -> [String: Date] {
        var times: [String: Date] = [:]
        for path in try files(folder).keys {
            let file = url.appending(path: folder).appending(path: path)
            times[path] = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        }
        return times
    }
}
