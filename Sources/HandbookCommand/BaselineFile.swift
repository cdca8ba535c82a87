import Diagnostics
import Foundation
import Handbook
import Markdown

/// The file of known findings: of `baseline` in the settings, or of `check --baseline`.
enum BaselineFile {
    /// Reads the baseline that settings name.
    ///
    /// - Parameters:
    ///   - name: its path in the project.
    ///   - source: the project's folder.
    /// - Throws: a finding at the place of the setting.
    static func read(_ name: Located<String>, in source: String) throws(Diagnostic) -> Baseline {
        guard TextForm.projectFile.fits(name.value) else {
            throw Rule.invalidBaseline(
                "'\(name.value)' is no path in the project",
                at: name.location,
                help: "write it like known.json: it counts from the project's folder"
            )
        }
        do throws(Diagnostic) {
            return try read(path(name.value, in: source), called: name.value)
        } catch {
            throw Rule.invalidBaseline(error.message, at: name.location, help: error.help)
        }
    }

    /// The path of a file of a project, as the process sees it.
    static func path(_ name: String, in source: String) -> String {
        source.isEmpty || source == "." ? name : source.hasSuffix("/") ? source + name : "\(source)/\(name)"
    }

    /// Reads a baseline.
    ///
    /// - Throws: a finding where there is none.
    static func read(_ path: String, called name: String? = nil) throws(Diagnostic) -> Baseline {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Rule.invalidBaseline("'\(name ?? path)' cannot be read", help: "write it with --write-baseline")
        }
        guard let baseline = Baseline(text: String(decoding: data, as: UTF8.self)) else {
            throw Rule.invalidBaseline("'\(name ?? path)' is no baseline of version 1", help: "write it again with --write-baseline")
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
            help: "write it again with --write-baseline",
            related: gone.map { Related("[\($0.id)] \($0.message)", at: Location($0.path ?? path)) }
        )
    }
}
