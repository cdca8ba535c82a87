import Foundation
import TestSupport
import Testing

/// A folder of a test's own with a git repository in it, which no settings of the machine reach.
final class GitScratch {
    let scratch: Scratch
    var url: URL { scratch.url.appending(path: "repository") }

    static let environment = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": "2026-01-31T12:00:00Z",
        "GIT_COMMITTER_DATE": "2026-01-31T12:00:00Z",
    ]

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try git("init", "--quiet", "--initial-branch", "main")
        try git("config", "user.name", "A Test")
        try git("config", "user.email", "test@example.org")
    }

    /// Runs git in the repository, and gives what it prints.
    @discardableResult func git(_ words: String..., environment: [String: String] = [:]) throws -> String {
        let program = URL(fileURLWithPath: "/usr/bin/env")
        let own = Self.environment.merging(environment) { _, own in own }
        let outcome = try Command.run(["git", "-C", url.path] + words, in: url, binary: program, environment: own)
        try #require(outcome.status == 0, "git \(words): \(outcome.stderr)")
        return outcome.stdout
    }

    func write(_ text: String, to path: String) throws { try scratch.write(text, to: "repository/\(path)") }

    /// Replaces a text in a file.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try scratch.read("repository/\(path)")
        try #require(text.contains(old))
        try write(text.replacing(old, with: new), to: path)
    }

    /// Commits all that is there.
    func commit(_ subject: String = "A state", at date: String = "2026-01-31T12:00:00Z") throws {
        try git("add", "--all")
        let dates = ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date]
        try git("commit", "--quiet", "--allow-empty", "--message", subject, environment: dates)
    }

    /// Runs the program in the repository.
    func run(_ words: String..., in folder: String = "", environment: [String: String] = [:]) throws -> Command.Outcome {
        try Command.run(
            words,
            in: folder.isEmpty ? url : url.appending(path: folder),
            environment: Self.environment.merging(environment) { _, own in own }
        )
    }

    /// A repository that holds the default handbook, committed.
    static func ofDefaultHandbook(in folder: String = "") throws -> GitScratch {
        let repository = try GitScratch()
        let target = folder.isEmpty ? repository.url : repository.url.appending(path: folder)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        for name in ["content", "handbook.yml"] {
            try FileManager.default.copyItem(at: Repository.root.appending(path: name), to: target.appending(path: name))
        }
        try repository.commit()
        return repository
    }

    /// A repository that holds a small handbook, committed.
    static func ofSmallHandbook(in folder: String = "") throws -> GitScratch {
        let repository = try GitScratch()
        let prefix = folder.isEmpty ? "" : folder + "/"
        try repository.write("# Home\n", to: prefix + "content/index.md")
        try repository.write("---\ntitle: Editor\nshort: Ed\nkpis: [Readers]\n---\n", to: prefix + "content/roles/editor.md")
        try repository.write("---\ntitle: Reporter\n---\n", to: prefix + "content/roles/reporter.md")
        try repository.write(
            "# Daily\n\n| Task | Ed | Reporter |\n|---|---|---|\n| Print | A | R |\n",
            to: prefix + "content/raci/daily.md"
        )
        try repository.commit()
        return repository
    }
}
