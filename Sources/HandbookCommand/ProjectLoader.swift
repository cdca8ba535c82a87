import Changes
import Diagnostics
import Foundation
import Handbook
import Publish

/// Reads a project for commands that ask it something, errors or not, and for those that change it.
enum ProjectLoader {
    /// The files of a project that a command changes.
    ///
    /// - Throws: a finding where there is no project to read, or not all of its files can be read.
    static func files(_ source: String) throws -> ProjectFiles {
        let (files, found) = try ProjectFolder.read(source, output: ProjectPlace.siteFolder(of: source))
        if let error = found.all.first(where: { $0.severity == .error }) { throw error }
        return files
    }

    /// A project's handbook, as far as it can be read, and a warning if that is not all of it.
    ///
    /// - Throws: a finding where there is no project to read.
    static func handbook(_ source: String) async throws -> (Handbook, warning: Diagnostic?) {
        let (files, found) = try ProjectFolder.read(source, output: ProjectPlace.siteFolder(of: source))
        let result = await HandbookReader.read(files)
        var findings = found
        findings.add(contentsOf: result.findings)
        return (result.handbook, partlyRead(source, findings))
    }

    /// A warning if errors have kept something of a project from being read; the first of them are quoted.
    static func partlyRead(_ name: String, _ findings: Findings) -> Diagnostic? {
        let errors = HandbookDiff.hindrances(findings)
        guard !errors.isEmpty else { return nil }
        let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
        return Rule.partlyRead(
            "'\(name)' has \(count), and is taken as far as it can be read",
            help: "mend them, or take what is told with care",
            related: errors.prefix(3).compactMap { error in error.location.map { Related(error.message, at: $0) } }
        )
    }
}

extension Rule {
    /// A project, or a state of one, with errors for which something may be missing.
    static let partlyRead = Rule("partly-read", .warning, "what is asked about can be read")
}
