import Foundation
import Testing

/// Projects of which git knows nothing, or less than it should: each builds.
@Suite struct NoHistoryTests {
    /// Builds without a page of changes, and gives the notes.
    private static func build(_ folder: URL, environment: [String: String] = [:]) throws -> String {
        let own = GitScratch.environment.merging(environment) { _, own in own }
        let outcome = try Command.run(["build"], in: folder, environment: own)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "public").path)
        #expect(files.contains("index.html"))
        #expect(!files.contains { $0.hasSuffix("feed.xml") || $0.hasPrefix("changes") })
        return try Command.run(["check", "--notes"], in: folder, environment: own).stderr
    }

    private static func note(_ message: String, help: String) -> String {
        """
        note[no-history]: \(message)
           = rule: what git knows of the project can be told
           = help: \(help)

        1 note

        """
    }

    @Test func withoutARepositoryNothingIsSaid() throws {
        let scratch = try Scratch()
        try scratch.write("# Home\n", to: "content/index.md")
        #expect(try Self.build(scratch.url, environment: ["GIT_CEILING_DIRECTORIES": scratch.url.path]) == "no findings\n")
        #expect(try Self.build(scratch.url, environment: ["PATH": "/nowhere"]) == "no findings\n")
    }

    @Test func aRepositoryWithoutACommitHasNothingToTell() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        #expect(try Self.build(repository.url) == "no findings\n")
    }

    @Test func aProjectThatIsNotCommittedHasNothingToTell() throws {
        let repository = try GitScratch()
        try repository.write("other", to: "other.txt")
        try repository.commit()
        try repository.write("# Home\n", to: "content/index.md")
        #expect(try Self.build(repository.url) == "no findings\n")
    }

    @Test func withoutGitARepositoryIsANote() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit()
        #expect(
            try Self.build(repository.url, environment: ["PATH": "/nowhere"])
                == Self.note("'git' is not found, so no changes are told", help: "install git, or set 'changes: off' in handbook.yml")
        )
    }

    @Test func aShallowCloneIsANote() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit()
        try repository.write("# Home again\n", to: "content/index.md")
        try repository.commit()
        try repository.git("clone", "--quiet", "--depth", "1", "file://\(repository.url.path)", "../shallow")
        #expect(
            try Self.build(repository.scratch.url.appending(path: "shallow"))
                == Self.note(
                    "the clone is shallow, so no changes are told",
                    help: "fetch all revisions with 'git fetch --unshallow', or set 'changes: off' in handbook.yml"
                )
        )
    }

    @Test func aPartialCloneIsANoteAndAsksNoServer() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit()
        try repository.git("config", "uploadpack.allowFilter", "true")
        try repository.git("clone", "--quiet", "--filter", "blob:none", "file://\(repository.url.path)", "../partial")
        #expect(
            try Self.build(repository.scratch.url.appending(path: "partial"))
                == Self.note(
                    "the clone is a partial one, so no changes are told",
                    help: "clone without '--filter', or set 'changes: off' in handbook.yml"
                )
        )
    }

    @Test func aRepositoryOfSomebodyElseIsANote() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit()
        // What git itself uses to test that it refuses repositories of other users.
        let told = try Self.build(repository.url, environment: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
        #expect(told.hasPrefix("note[no-history]: '.' cannot be read by git: detected dubious ownership in repository at '"))
        #expect(told.contains("   = help: mend what git complains of, or set 'changes: off' in handbook.yml\n"))
    }

    @Test func aLinkToARepositoryThatIsNotThereIsANote() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try FileManager.default.removeItem(at: repository.url.appending(path: ".git"))
        try repository.write("gitdir: /nowhere/at/all\n", to: ".git")
        let told = try Self.build(repository.url)
        #expect(told.hasPrefix("note[no-history]: '.' cannot be read by git: not a git repository: "))
    }

    @Test func aRepositoryThatIsDamagedIsANote() throws {
        let repository = try GitScratch()
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit()
        let tree = try repository.git("rev-parse", "HEAD^{tree}").trimmingCharacters(in: .newlines)
        try FileManager.default.removeItem(at: repository.url.appending(path: ".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"))
        #expect(try Self.build(repository.url).hasPrefix("note[no-history]: "))
    }
}
