import Foundation
import Testing

/// What `handbook diff` cannot compare.
@Suite struct DiffFailureTests {
    @Test(arguments: [
        (["nope"], "'nope' is no revision and no folder", "known branches and tags: main, v1.0"),
        (["v1.O"], "'v1.O' is no revision and no folder", "did you mean 'v1.0'?"),
        (["main", "HEAD~7"], "'HEAD~7' is no revision and no folder", "known branches and tags: main, v1.0"),
        (["main..HEAD"], "'main..HEAD' is no revision and no folder", "give the two revisions as two words: main HEAD"),
        (["./nope"], "'./nope' is no folder", "name a folder that is there, or a revision"),
        (["--", "--help"], "'--help' is no revision and no folder", "known branches and tags: main, v1.0"),
        (["HEAD:content/index.md"], "'HEAD:content/index.md' is no revision and no folder", "known branches and tags: main, v1.0"),
    ])
    func unknownRevisionsAreTold(words: [String], message: String, help: String) throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("tag", "v1.0")
        let outcome = try Command.run(["diff"] + words, in: repository.url, environment: GitScratch.environment)
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(
            outcome.stderr == """
                error[unknown-revision]: \(message)
                   = rule: what is compared is a revision of the repository, or a folder
                   = help: \(help)

                1 error

                """
        )
    }

    @Test func aFolderThatIsARevisionTooIsNeverGuessed() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try FileManager.default.copyItem(
            at: repository.url.appending(path: "content"),
            to: repository.url.appending(path: "main/content"),
            making: true
        )
        let id = try repository.git("rev-parse", "main").trimmingCharacters(in: .newlines)
        let outcome = try repository.run("diff", "main")
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[ambiguous-revision]: 'main' is a revision and a folder
                   = rule: what is compared has one meaning
                   = help: write './main' for the folder; for the revision move the folder away, or use its id \(id)

                1 error

                """
        )
        #expect(try repository.run("diff", "./main").stdout == "no changes\n")
        #expect(try repository.run("diff", id).stdout == "no changes\n")
        // A folder that is no revision needs no slash.
        try FileManager.default.moveItem(at: repository.url.appending(path: "main"), to: repository.url.appending(path: "other"))
        #expect(try repository.run("diff", "other", "main").stdout == "no changes\n")
    }

    @Test func aNameOfABranchAndATagIsNeverGuessed() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("tag", "twice")
        try repository.git("branch", "twice")
        let outcome = try repository.run("diff", "twice")
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[ambiguous-revision]: 'twice' is the name of several revisions
                   = rule: what is compared has one meaning
                   = help: write the whole name: refs/heads/twice, refs/tags/twice

                1 error

                """
        )
        #expect(try repository.run("diff", "refs/tags/twice").status == 0)
    }

    @Test func withoutGitARevisionCannotBeRead() throws {
        let repository = try GitScratch.ofSmallHandbook()
        let outcome = try repository.run("diff", "HEAD", environment: ["PATH": "/nowhere"])
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[no-git]: 'git' is not found, which 'HEAD' is read with
                   = rule: revisions are read with git, which is on the PATH
                   = help: install git, or compare two folders

                1 error

                """
        )
    }

    @Test func outsideOfARepositoryThereAreNoRevisions() throws {
        let scratch = try Scratch()
        try scratch.write("# Home\n", to: "mine/content/index.md")
        let environment = GitScratch.environment.merging(["GIT_CEILING_DIRECTORIES": scratch.url.path]) { $1 }
        let outcome = try Command.run(["diff", "HEAD", "--source", "mine"], in: scratch.url, environment: environment)
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[no-repository]: 'mine' is in no git repository, so 'HEAD' is no revision
                   = rule: revisions are those of the git repository that the project lies in
                   = help: name a project in a repository with --source, or compare two folders

                1 error

                """
        )
    }

    @Test func aRevisionWithoutTheProjectsFolderIsTold() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("mv", "content", "content2")
        try FileManager.default.createDirectory(at: repository.url.appending(path: "docs"), withIntermediateDirectories: true)
        try repository.git("mv", "content2", "docs/content")
        try repository.commit()
        let outcome = try repository.run("diff", "HEAD~1", "HEAD", "--source", "docs")
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[not-in-revision]: 'docs' is not in 'HEAD~1'
                   = rule: the project's folder is in the revision
                   = help: name a revision that has the project at this place

                1 error

                """
        )
    }

    @Test func aShallowCloneSaysWhereOlderRevisionsAre() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("# Home again\n", to: "content/index.md")
        try repository.commit()
        try repository.git("clone", "--quiet", "--depth", "1", "file://\(repository.url.path)", "../shallow")
        let shallow = repository.scratch.url.appending(path: "shallow")
        let outcome = try Command.run(["diff", "HEAD~1"], in: shallow, environment: GitScratch.environment)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("   = help: fetch the older revisions with 'git fetch --unshallow'\n"))
    }

    @Test func anotherRepositoryInTheEnvironmentIsNotTaken() throws {
        let (repository, other) = (try GitScratch.ofSmallHandbook(), try GitScratch.ofDefaultHandbook())
        let outcome = try repository.run("diff", "HEAD", environment: ["GIT_DIR": other.url.appending(path: ".git").path])
        #expect(outcome.stdout == "no changes\n")
    }
}

extension FileManager {
    /// Copies a folder into one that may have to be made.
    fileprivate func copyItem(at source: URL, to target: URL, making: Bool) throws {
        try createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try copyItem(at: source, to: target)
    }
}
