import Foundation
import Testing

/// `build` and `init` as a user runs them, one after another.
@Suite struct BuildTests {
    @Test func theBinaryAloneMakesAProjectAndItsSiteInAnEmptyFolder() throws {
        let scratch = try Scratch()
        let alone = scratch.url.appending(path: "handbook")
        try FileManager.default.copyItem(at: Command.binary, to: alone)
        let made = try Command.run(["init", "mine"], in: scratch.url, binary: alone)
        #expect(made.status == 0, "\(made.stderr)")
        let built = try Command.run(["build", "--source", "mine", "--output", "mine/public"], in: scratch.url, binary: alone)
        #expect(built.status == 0)
        #expect(built.stderr == "")
        #expect(built.stdout.contains(/^mine\/public: \d+ pages; files: \d+ written, 0 unchanged, 0 removed\n$/))
        #expect(scratch.exists("mine/public/index.html"))
        #expect(scratch.exists("mine/public/compare/designer/developer/index.html"))
        let checked = try Command.run(["check"], in: scratch.url.appending(path: "mine"), binary: alone)
        #expect(checked.stderr == "no findings\n")
        #expect(checked.status == 0)
    }

    @Test func initRefusesAFolderWithFilesAndChangesNothing() throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: "note.txt")
        let outcome = try Command.run(["init"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.stderr == """
                error[folder-not-empty]: '.' is not empty
                   = rule: a new project is made in a folder that is new or empty
                   = help: name a folder that does not exist yet, or an empty one

                1 error

                """
        )
        #expect(try scratch.files("").keys.sorted() == ["note.txt"])
    }

    @Test func twoBuildsGiveTheSameBytesAndLeaveTheFilesAlone() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        _ = try Command.run(["build", "--source", "mine", "--output", "one"], in: scratch.url)
        _ = try Command.run(
            ["build", "--source", "mine", "--output", "two"],
            in: scratch.url,
            environment: ["SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"]
        )
        #expect(try scratch.files("one") == scratch.files("two"))

        let times = try scratch.times("one")
        let again = try Command.run(["build", "--source", "mine", "--output", "one"], in: scratch.url)
        let files = try scratch.files("one").keys.count { $0 != ".handbook-manifest" }
        #expect(again.stdout.hasSuffix("; files: 0 written, \(files) unchanged, 0 removed\n"))
        #expect(try scratch.times("one") == times)
    }

    @Test func aChangeWritesWhatChangedAndRemovesStalePages() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        _ = try Command.run(["build", "--source", "mine"], in: scratch.url)
        try FileManager.default.removeItem(at: scratch.url.appending(path: "mine/content/relations/designer-developer.md"))
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(!scratch.exists("mine/public/compare/designer/developer"))
        #expect(scratch.exists("mine/public/roles/designer/index.html"))
        #expect(try !scratch.read("mine/public/roles/designer/index.html").contains("compare/designer/developer"))
    }

    @Test func aFailingBuildLeavesTheOldSiteWhole() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        _ = try Command.run(["build", "--source", "mine"], in: scratch.url)
        let before = try scratch.files("mine/public")
        try scratch.write("---\ntitle: Tester\ngroop: making\n---\n", to: "mine/content/roles/tester.md")
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 1)
        #expect(outcome.stdout == "")
        #expect(outcome.stderr.contains("error[unknown-key]: 'groop' is not a known key\n  --> content/roles/tester.md:3:1\n"))
        #expect(try scratch.files("mine/public") == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.appending(path: "mine").path).sorted() == [
                ".gitignore", ".handbook", "content", "handbook.yml", "public",
            ]
        )
    }

    @Test func aFolderThatHandbookDidNotMakeIsRefusedAndLeftAsItIs() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        try scratch.write("precious", to: "theirs/index.html")
        let outcome = try Command.run(["build", "--source", "mine", "--output", "theirs"], in: scratch.url)
        #expect(outcome.status == 2)
        #expect(outcome.stderr.hasPrefix("error[foreign-output]: "))
        #expect(try scratch.files("theirs") == ["index.html": Data("precious".utf8)])
    }

    @Test func filesThatOthersPutIntoTheSiteStay() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        _ = try Command.run(["build", "--source", "mine"], in: scratch.url)
        try scratch.write("example.org", to: "mine/public/CNAME")
        try scratch.write("# Changed\n", to: "mine/content/new.md")
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(try scratch.read("mine/public/CNAME") == "example.org")
        #expect(scratch.exists("mine/public/new/index.html"))
    }

    @Test func staticFilesAndPicturesAreCopied() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        try scratch.write("User-agent: *\nDisallow: /\n", to: "mine/static/robots.txt")
        try scratch.write("png", to: "mine/content/guides/plan.png")
        try scratch.write("# Plan\n\n![The plan](plan.png)\n", to: "mine/content/guides/plan.md")
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(try scratch.read("mine/public/robots.txt") == "User-agent: *\nDisallow: /\n")
        #expect(try scratch.read("mine/public/guides/plan.png") == "png")
        #expect(try scratch.read("mine/public/guides/plan/index.html").contains(#"<img src="../../guides/plan.png" alt="The plan">"#))
    }
}
