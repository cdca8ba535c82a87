import Diagnostics
import Foundation

/// `check --baseline`: the file of known findings.
enum BaselineFile {
    /// Reads a baseline.
    ///
    /// - Throws: a finding where there is none.
    static func read(_ path: String) throws(Diagnostic) -> Baseline {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Rule.invalidBaseline("'\(path)' cannot be read", help: "write it with --write-baseline")
        }
        guard let baseline = Baseline(text: String(decoding: data, as: UTF8.self)) else {
            throw Rule.invalidBaseline("'\(path)' is no baseline of version 1", help: "write it anew with --write-baseline")
        }
        return baseline
    }

    /// Puts a baseline into its file, whole or not at all.
    ///
    /// - Throws: a finding when that fails.
    static func write(_ baseline: Baseline, to path: String) throws {
        do {
            try Data(baseline.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Rule.invalidBaseline("'\(path)' cannot be written", help: "name a file in a folder that you may write to")
        }
    }

    /// What is said of entries that are no longer found, if there are any.
    static func stale(_ gone: [Baseline.Key], of baseline: Baseline, at path: String) -> Diagnostic? {
        guard !gone.isEmpty else { return nil }
        let are = gone.count == 1 ? "is" : "are"
        return Rule.staleBaseline(
            "\(gone.count) of \(baseline.count) findings in '\(path)' \(are) no longer found",
            help: "write it anew with --write-baseline",
            related: gone.map { Related("[\($0.id)] \($0.message)", at: Location($0.path ?? path)) }
        )
    }
}
