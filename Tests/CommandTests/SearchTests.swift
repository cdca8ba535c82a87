import Foundation
import Testing

/// A build with a full-text search, with a script in Pagefind's place.
@Suite struct SearchTests {
    /// Makes an index that depends on the pages, as Pagefind's does.
    private static let works = """
        #!/bin/sh
        mkdir -p index/fragment index/index
        echo '{"version":"1","languages":{"en":{"hash":"en_1","wasm":"en","page_count":1}}}' > index/pagefind-entry.json
        cat $(find pages -type f | LC_ALL=C sort) > index/fragment/a.pf_fragment
        for f in pagefind.js wasm.en.pagefind pagefind.en_1.pf_meta index/b.pf_index pagefind-ui.js; do echo $f > index/$f; done

        """

    /// A project, and a program that is run for it.
    private static func project(_ script: String = works, settings: String = "") throws -> Scratch {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        if !settings.isEmpty { try scratch.write(try scratch.read("mine/handbook.yml") + "\n" + settings, to: "mine/handbook.yml") }
        try install(script, in: scratch)
        return scratch
    }

    private static func install(_ script: String, in scratch: Scratch) throws {
        try scratch.write(script, to: "bin/pagefind")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url.appending(path: "bin/pagefind").path)
    }

    private static func build(_ scratch: Scratch, pagefind: String = "bin/pagefind") throws -> Command.Outcome {
        let path = pagefind.hasPrefix("/") ? pagefind : scratch.url.appending(path: pagefind).path
        return try Command.run(["build", "--source", "mine"], in: scratch.url, environment: ["HANDBOOK_PAGEFIND": path])
    }

    @Test func theIndexIsPublishedWithTheSiteAndIsInItsList() throws {
        let scratch = try Self.project()
        let outcome = try Self.build(scratch)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(outcome.stderr == "")
        let index = try scratch.files("mine/public").keys.filter { $0.hasPrefix("pagefind/") }.sorted()
        #expect(
            index == [
                "pagefind/fragment/a.pf_fragment", "pagefind/index/b.pf_index", "pagefind/pagefind-entry.json",
                "pagefind/pagefind.en_1.pf_meta",
                "pagefind/pagefind.js", "pagefind/wasm.en.pagefind",
            ]
        )
        let list = try scratch.read("mine/public/.handbook-manifest").split(separator: "\n").map(String.init)
        for path in index { #expect(list.contains(path)) }
        #expect(try scratch.read("mine/public/index.html").contains(#"data-text="pagefind/pagefind.js""#))
    }

    @Test func theSamePagesLeaveTheIndexAsItIsAndOthersRenewIt() throws {
        let scratch = try Self.project()
        _ = try Self.build(scratch)
        let times = try scratch.times("mine/public")
        #expect(try Self.build(scratch).stdout.contains("files: 0 written, "))
        #expect(try scratch.times("mine/public") == times)
        try scratch.write("# More\n", to: "mine/content/more.md")
        _ = try Self.build(scratch)
        #expect(try scratch.read("mine/public/pagefind/fragment/a.pf_fragment").contains(#"<h1 id="more">More</h1>"#))
        #expect(try scratch.times("mine/public")["pagefind/pagefind.js"] == times["pagefind/pagefind.js"])
    }

    @Test func aRunThatFailsLeavesTheSiteThatWasThere() throws {
        let scratch = try Self.project()
        _ = try Self.build(scratch)
        let before = try scratch.files("mine/public")
        try scratch.write("# More\n", to: "mine/content/more.md")
        try Self.install("#!/bin/sh\nmkdir -p index; echo x > index/pagefind.js; echo 'out of luck' >&2; exit 1\n", in: scratch)
        let outcome = try Self.build(scratch)
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(
            outcome.stderr.replacing(scratch.url.path, with: "") == """
                error[pagefind-failed]: '/bin/pagefind' ended with status 1: out of luck
                   = rule: Pagefind can make an index of the site
                   = help: mend it, or set 'search: off' in handbook.yml to publish without a full-text search

                1 error

                """
        )
        #expect(try scratch.files("mine/public") == before)
    }

    @Test func anEmptyVariableMeansNoneAndTheIndexThatWasThereGoes() throws {
        let scratch = try Self.project()
        _ = try Self.build(scratch)
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.stdout.contains("files: "))
        #expect(!outcome.stdout.contains("full-text"))
        #expect(try !scratch.files("mine/public").keys.contains { $0.hasPrefix("pagefind/") })
        #expect(try !scratch.read("mine/public/index.html").contains("data-text="))
    }

    @Test func whereThereIsNoneOnThePathTheBuildSaysSoInALine() throws {
        let scratch = try Self.project()
        let outcome = try Command.run(
            ["build", "--source", "mine"],
            in: scratch.url,
            environment: ["HANDBOOK_PAGEFIND": Command.unset, "PATH": "/nowhere"]
        )
        #expect(outcome.status == 0)
        #expect(outcome.stderr == "")
        #expect(outcome.stdout.hasSuffix("removed\nmine/public: no full-text search: there is no 'pagefind' on the PATH\n"))
    }

    @Test func onThePathItIsFound() throws {
        let scratch = try Self.project()
        let outcome = try Command.run(
            ["build", "--source", "mine"],
            in: scratch.url,
            environment: ["HANDBOOK_PAGEFIND": Command.unset, "PATH": scratch.url.appending(path: "bin").path + ":/usr/bin:/bin"]
        )
        #expect(outcome.stdout.hasSuffix("removed\n"))
        #expect(scratch.exists("mine/public/pagefind/pagefind.js"))
    }

    @Test func offItIsNotRun() throws {
        let scratch = try Self.project("#!/bin/sh\nexit 1\n", settings: "search: off\n")
        let outcome = try Self.build(scratch)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(outcome.stdout.hasSuffix("removed\n"))
        #expect(!scratch.exists("mine/public/pagefind"))
    }

    @Test func aProgramThatIsNotThereIsAnErrorBesideThoseOfTheContent() throws {
        let scratch = try Self.project()
        try scratch.write("[dead](nowhere.md)\n", to: "mine/content/dead.md")
        let outcome = try Self.build(scratch, pagefind: "/no/such")
        #expect(outcome.status == 2)
        #expect(outcome.stderr.contains("error[no-pagefind]: '/no/such' is no program, and HANDBOOK_PAGEFIND names it\n"))
        #expect(outcome.stderr.contains("error[dead-link]: "))
    }

    @Test func checkNeedsNoPagefind() throws {
        let scratch = try Self.project(settings: "search: on\n")
        #expect(try Command.run(["check"], in: scratch.url.appending(path: "mine")).status == 0)
    }
}
