import Diagnostics
import Foundation

/// Runs git in a folder.
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

    private let program: Program
    private let folder: String

    /// Git for what lies in `folder`; `nil` where there is no git on the PATH.
    init?(in folder: String, path: String? = ProcessInfo.processInfo.environment["PATH"]) {
        guard let program = Program(named: "git", on: path) else { return nil }
        self.program = program
        self.folder = folder
    }

    /// Runs git with the given words and standard input.
    func run(_ words: [String], input: [UInt8] = []) throws(Diagnostic) -> Outcome {
        do {
            let ran = try program.run(
                ["-C", folder] + Self.settings + words,
                environment: Self.environment,
                input: input
            )
            return Outcome(status: ran.status, output: ran.output, complaint: ran.complaint)
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
}
