import Diagnostics
import Foundation

/// Runs git in a folder. No shell takes part: what a user or a file name says is never read as a command.
struct GitCommand {
    /// What a run gave.
    struct Outcome {
        let status: Int32
        let output: [UInt8]
        /// What it said on standard error, in git's own words.
        let complaint: String

        /// The output as a line of text.
        var line: String { String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
        /// The first line of the complaint, without git's prefix.
        var reason: String {
            let line = complaint.split(separator: "\n").first.map(String.init) ?? "status \(status)"
            return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
        }
    }

    private let program: String
    private let folder: String

    /// Git for what lies in `folder`; `nil` where there is no git on the PATH. Folders that the PATH counts from the
    /// working folder are passed over: a project is no place to run programs from.
    init?(in folder: String, path: String? = ProcessInfo.processInfo.environment["PATH"]) {
        let folders = (path ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
        let programs = folders.map { "\($0)/git" }
        guard let program = programs.first(where: { access($0, X_OK) == 0 && Self.isFile($0) }) else { return nil }
        self.program = program
        self.folder = folder
    }

    private static func isFile(_ path: String) -> Bool {
        var raw = stat()
        return stat(path, &raw) == 0 && raw.st_mode & S_IFMT == S_IFREG
    }

    /// Runs git with the given words and standard input.
    func run(_ words: [String], input: [UInt8] = []) throws(Diagnostic) -> Outcome {
        do {
            // Files, not pipes: git and this program never wait for one another.
            let (given, output, complaint) = (try Scratch(), try Scratch(), try Scratch())
            try given.fill(input)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = ["-C", folder] + Self.settings + words
            process.environment = Self.environment
            process.standardInput = given.handle
            process.standardOutput = output.handle
            process.standardError = complaint.handle
            try process.run()
            process.waitUntilExit()
            return Outcome(
                status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
                output: try output.contents,
                complaint: String(decoding: try complaint.contents, as: UTF8.self)
            )
        } catch {
            throw GitRules.failed(
                "'git' cannot be run: \(error.localizedDescription)",
                help: "see that 'git' in this folder does what it should"
            )
        }
    }

    /// What a user's or a repository's settings may not change: no pager, colours or signatures in what is read, and no
    /// program that a repository names is run.
    private static let settings: [String] =
        ["--no-pager", "--literal-pathspecs"]
        + [
            "core.warnAmbiguousRefs=true", "core.fsmonitor=false", "core.hooksPath=/dev/null", "color.ui=false", "log.showSignature=false",
            "log.showRoot=true", "log.follow=false", "diff.orderFile=/dev/null", "i18n.logOutputEncoding=UTF-8",
        ].flatMap { ["-c", $0] }

    /// Git's messages untranslated, and its repository looked for from the project: what a hook or an alias has set
    /// for another repository would lead astray.
    private static let environment: [String: String] = {
        var environment = ProcessInfo.processInfo.environment
        for name in [
            "DIR", "WORK_TREE", "INDEX_FILE", "PREFIX", "OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES", "COMMON_DIR", "NAMESPACE",
            "IMPLICIT_WORK_TREE", "GRAFT_FILE", "SHALLOW_FILE", "REPLACE_REF_BASE",
        ] { environment["GIT_\(name)"] = nil }
        environment["LC_ALL"] = "C"
        environment["GIT_OPTIONAL_LOCKS"] = "0"
        environment["GIT_TERMINAL_PROMPT"] = "0"
        return environment
    }()

    /// A file without a name, gone when it is closed.
    private final class Scratch {
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
}
