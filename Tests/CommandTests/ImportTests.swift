import Foundation
import TestSupport
import Testing

/// `handbook init --from` a folder or a table, as a user runs it.
@Suite struct ImportTests {
    private static func run(_ words: [String], in scratch: Scratch) throws -> Command.Outcome {
        try Command.run(["init"] + words, in: scratch.url)
    }

    /// A project that builds, and leaves what it was made of as it was.
    private static func made(_ files: [String: String], from: String, in scratch: Scratch) throws -> Command.Outcome {
        for (path, text) in files { try scratch.write(text, to: path) }
        let before = try scratch.files(from)
        let outcome = try run(["made", "--from", from], in: scratch)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(try scratch.files(from) == before)
        let built = try Command.run(["build", "--source", "made"], in: scratch.url)
        #expect(built.status == 0, "\(built.stderr)")
        return outcome
    }

    @Test func fiftyRolePagesWithoutFrontMatterBuild() throws {
        let scratch = try Scratch()
        var files: [String: String] = [:]
        for number in 1...50 {
            let ends = number % 3 == 0 ? "\r\n" : "\n"
            let heading = number % 2 == 0 ? "Duties" : "Responsibilities"
            let lines = [
                "# Role \(number)", "", "What role \(number) is for.", "", "## \(heading)", "", "- **Work \(number)**: does it  ", "",
                "## Must know", "- e\u{301}",
            ]
            files["wiki/roles/\(["data", "making", "product"][number % 3])/role-\(number).md"] =
                lines.joined(separator: ends) + (number % 5 == 0 ? "" : ends)
        }
        let outcome = try Self.made(files, from: "wiki", in: scratch)
        for (path, text) in files {
            let made = try Data(contentsOf: scratch.url.appending(path: "made/content" + path.dropFirst(4)))
            #expect(Array(made.suffix(text.utf8.count)) == Array(text.utf8), "\(path)")
        }
        for number in 1...50 { #expect(scratch.exists("made/public/roles/role-\(number)/index.html")) }
        #expect(outcome.stdout.hasPrefix("wiki: 50 Markdown files; files copied: 0\n  50 roles\n"))
        #expect(
            try scratch.read("made/handbook.yml").contains(
                "sections:\n  responsibilities: [Duties, Responsibilities]\n  knowledge: [Must know, Knowledge]\n"
            )
        )
        #expect(try scratch.read("made/public/roles/role-2/index.html").contains("Work 2"))
    }

    @Test func aFolderOfHugosBuilds() throws {
        let scratch = try Scratch()
        let outcome = try Self.made(
            [
                "site/hugo.toml": "title = \"X\"\n", "site/themes/t/README.md": "# Theme\n", "site/layouts/x.html": "x",
                "site/static/logo.txt": "logo",
                "site/content/_index.md": "+++\ntitle = \"Our people\"\n+++\nWelcome.\n",
                "site/content/roles/_index.md": "---\ntitle: All roles\n---\n",
                "site/content/roles/tester.md":
                    "+++\ntitle = \"Tester\"\nweight = 2\ndescription = \"Tests things.\"\naliases = [\"/qa/\"]\ntags = [\"x\"]\n[params]\nicon = \"bug\"\n+++\n## Responsibilities\n- Tests\n",
                "site/content/roles/maker/index.md": "---\ntitle: Maker\nlastmod: 2024-03-31\n---\n![p](p.png)\n",
                "site/content/roles/maker/p.png": "png",
            ],
            from: "site",
            in: scratch
        )
        #expect(
            try scratch.read("made/content/roles/tester.md").hasPrefix(
                "---\ntitle: Tester\nsummary: Tests things.\norder: 2\nredirect_from: [\"/qa/\"]\n#"
            )
        )
        #expect(scratch.exists("made/public/qa/index.html") && scratch.exists("made/public/roles/maker/index.html"))
        #expect(scratch.exists("made/content/roles/maker/p.png") && scratch.exists("made/public/logo.txt"))
        #expect(try scratch.read("made/handbook.yml").contains("\ntitle: Our people\n"))
        for line in [
            "now a comment: tags = [\"x\"]\n", "now a comment: icon = \"bug\"\n",
            "  hugo.toml: outside of 'content/', where the pages are\n",
            "  themes/ (1 Markdown file): outside of 'content/', where the pages are\n",
            "  layouts/ (1 file): outside of 'content/', where the pages are\n",
        ] {
            #expect(outcome.stdout.contains(line), "\(line) \(outcome.stdout)")
        }
    }

    @Test func aFolderOfDocusaurusBuilds() throws {
        let scratch = try Scratch()
        let outcome = try Self.made(
            [
                "site/docusaurus.config.js": "x", "site/package.json": "{}", "site/node_modules/a/readme.md": "# no\n",
                "site/docs/intro.md": "# Intro\n\n:::tip\n",
                "site/docs/01-roles/_category_.json": "{\"label\": \"Roles\"}",
                "site/docs/01-roles/10-tester.mdx":
                    "---\nsidebar_position: 1\nsidebar_label: QA\ntitle: Tester\nslug: /qa\n---\n\nTests. [Maker](./20-maker.md)\n",
                "site/docs/01-roles/20-maker.md": "# Maker\n",
            ],
            from: "site",
            in: scratch
        )
        #expect(
            try scratch.read("made/content/01-roles/10-tester.md").hasPrefix(
                "---\ntitle: Tester\nslug: tester\nkind: role\norder: 1\nredirect_from: [\"/qa/\"]\nshort: QA\n---\n\nTests."
            )
        )
        #expect(scratch.exists("made/public/roles/tester/index.html") && scratch.exists("made/public/qa/index.html"))
        #expect(outcome.stdout.contains("site/docs/intro.md:3: a container ':::' stays as text\n"))
    }

    @Test func aFolderOfJekyllsBuilds() throws {
        let scratch = try Scratch()
        _ = try Self.made(
            [
                "site/_config.yml": "title: X\n", "site/_layouts/role.html": "x", "site/index.md": "---\nlayout: home\n---\n# Home\n",
                "site/_roles/tester.md":
                    "---\nlayout: role\ntitle: Tester\nexcerpt: Tests.\npermalink: /people/tester/\ncategory: Quality\n---\n{% include x %}\n",
                "site/_posts/2024-03-31-hello.md": "---\nlayout: post\ntitle: \"Hello: all\"\n---\nHello.\n",
            ],
            from: "site",
            in: scratch
        )
        #expect(
            try scratch.read("made/content/_roles/tester.md").hasPrefix(
                "---\ntitle: Tester\nkind: role\nsummary: Tests.\nredirect_from: [\"/people/tester/\"]\ngroup: quality\n---\n{%"
            )
        )
        #expect(try scratch.read("made/content/_posts/2024-03-31-hello.md").contains("title: \"Hello: all\"\nslug: hello\nupdated: "))
        #expect(scratch.exists("made/public/people/tester/index.html"))
    }

    @Test func tablesBuild() throws {
        let scratch = try Scratch()
        let roles = "\u{FEFF}title;group;responsibilities\r\nTester;Quality;\"Tests\r\nReports\"\r\nMaker;Making;Builds; Ships\r\n"
            .replacing("Builds; Ships", with: "\"Builds; Ships\"")
        let outcome = try Self.made(["roles.csv": roles], from: "roles.csv", in: scratch)
        #expect(outcome.stdout.contains(" files. Next: cd made && handbook build\ncheck: "))
        #expect(try scratch.read("made/content/roles/maker.md").hasSuffix("## Responsibilities\n\n- Builds\n- Ships\n"))
        let second = try Scratch()
        _ = try Self.made(["core-tasks.csv": "Task,Dev,QA\n\"Build, test\",A/R,C\nShip,R,A\n"], from: "core-tasks.csv", in: second)
        #expect(second.exists("made/public/raci/core-tasks/index.html") && second.exists("made/public/roles/qa/index.html"))
    }

    @Test func anExportedTableComesBack() throws {
        let scratch = try Scratch()
        #expect(try Self.run(["old"], in: scratch).status == 0)
        let exported = try Command.run(["export", "--source", "old", "--format", "csv", "--output", "roles.csv"], in: scratch.url)
        #expect(exported.status == 0, "\(exported.stderr)")
        let outcome = try Self.run(["made", "--from", "roles.csv"], in: scratch)
        #expect(outcome.status == 0 && outcome.stdout.contains("\n  3 roles\n"), "\(outcome.stderr)")
        // Where its page is in a site is nothing that a role says.
        let comments = outcome.stdout.split(separator: "\n").filter { $0.contains("now a comment") && !$0.contains("Address: ") }
        #expect(comments.isEmpty, "\(comments)")
        let again = try Command.run(["export", "--source", "made", "--format", "csv"], in: scratch.url)
        #expect(again.stdout.split(whereSeparator: \.isNewline).count == 4, "\(again.stdout)")
    }

    @Test func aDryRunWritesNothing() throws {
        let scratch = try Scratch()
        try scratch.write("# Tester\n", to: "wiki/roles/tester.md")
        let before = try scratch.files(".")
        let outcome = try Self.run(["--from", "wiki", "--dry-run"], in: scratch)
        #expect(
            outcome.status == 0 && outcome.stdout.contains("  1 role\n") && outcome.stdout.contains(" files, not written\n"),
            "\(outcome.stdout)"
        )
        #expect(try scratch.files(".") == before)
    }

    @Test(arguments: [
        (["made", "--from", "nowhere.csv"], "error[cannot-import]: 'nowhere.csv' cannot be read\n", 2),
        (["made", "--from", "empty"], "error[cannot-import]: 'empty' has no Markdown in it\n", 2),
        (["wiki/made", "--from", "wiki"], "error[cannot-import]: 'wiki/made' lies in 'wiki', which is only read\n", 2),
        (["empty", "--from", "wiki"], "error[folder-not-empty]: 'empty' is not empty\n", 2),
        (["made", "--from", "bad.csv"], "error[csv-syntax]: quote that is never closed\n  --> bad.csv:2\n   |\n 2 | \"A\n", 1),
        (["made", "--from", "wiki", "--starter", "minimal"], "Error: --from and --starter are one or the other", 2),
        (["made", "--dry-run"], "Error: --dry-run tells what is made of --from", 2),
    ])
    func badInputMakesNothing(words: [String], message: String, status: Int) throws {
        let scratch = try Scratch()
        try scratch.write("# A\n", to: "wiki/a.md")
        try scratch.write("x", to: "empty/x.txt")
        try scratch.write("title\n\"A\n", to: "bad.csv")
        let before = try scratch.files(".")
        let outcome = try Self.run(words, in: scratch)
        #expect(Int(outcome.status) == status && outcome.stdout.isEmpty && outcome.stderr.hasPrefix(message), "\(outcome.stderr)")
        #expect(try scratch.files(".") == before)
        #expect(!scratch.exists("made"))
    }

    // MARK: - A project that builds

    @Test(arguments: [
        (["wiki/a.md": "# A\n\n[x](gone.md) ![p](gone.png)\n"], 2), (["wiki/a.md": "# A\n\n[x](#gone)\n\n<video></video>\n"], 2),
        (["wiki/roles/a.md": "# Cook\n", "wiki/roles/x/b.md": "# Cook\n"], 1), (["wiki/a.md": "# A\n", "wiki/b.md": "# B\n"], 0),
        (["wiki/a.md": "# A\n\n[[Nobody]]\n\n[x](javascript:y)\n", "wiki/a/index.md": "# B\n"], 2),
        (["wiki/raci/m.md": "# M\n\n| Task | Cook | Baker |\n|---|---|---|\n| Bake | A | A |\n| Eat | R | Q |\n"], 1),
    ])
    func whatWasBrokenIsInABaseline(files: [String: String], atLeast: Int) throws {
        let scratch = try Scratch()
        let outcome = try Self.made(files, from: "wiki", in: scratch)
        let settings = try scratch.read("made/handbook.yml")
        #expect(settings.contains("baseline: known.json\n") == (atLeast > 0), "\(settings)")
        guard atLeast > 0 else { return #expect(!scratch.exists("made/known.json")) }
        let known =
            outcome.stdout.components(separatedBy: "\nKnown findings, in the new baseline:\n").last?.split(separator: "\n").prefix {
                $0.hasPrefix("  ")
            } ?? []
        #expect(known.count >= atLeast && known.allSatisfy { $0.hasPrefix("  content/") && $0.hasSuffix("]") }, "\(outcome.stdout)")
        #expect(outcome.stdout.contains("\(known.count) known finding\(known.count == 1 ? "" : "s") in 'known.json'"), "\(outcome.stdout)")
        let built = try Command.run(["build", "--source", "made", "--output", "again"], in: scratch.url)
        #expect(
            built.status == 0
                && built.stdout.contains("again: \(known.count) known finding\(known.count == 1 ? "" : "s") left, in 'known.json'\n"),
            "\(built.stdout)"
        )
        let checked = try Command.run(["check", "--source", "made"], in: scratch.url)
        #expect(
            checked.status == 0
                && checked.stderr.hasSuffix("; \(known.count) more in the baseline (\'handbook check --notes' tells the notes)\n")
                || checked.stderr.contains("; \(known.count) more in the baseline"),
            "\(checked.stderr)"
        )
    }

    @Test func oneBadFileStopsNoOthers() throws {
        let scratch = try Scratch()
        try scratch.write("# A\n\n\u{3}x\n", to: "wiki/a.md")
        try scratch.write("---\ntitle: B: b\n---\ntext\n", to: "wiki/b.md")
        try scratch.write("", to: "wiki/c.md")
        try Data([0x23, 0x20, 0x41, 0x0A, 0x61, 0x62, 0xE4, 0x0A]).write(to: scratch.url.appending(path: "wiki/latin.md"))
        try FileManager.default.createSymbolicLink(atPath: scratch.url.appending(path: "wiki/d.md").path, withDestinationPath: "gone.md")
        let outcome = try Self.run(["made", "--from", "wiki"], in: scratch)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        for line in [
            "wiki/a.md:3: control character U+0003 is left out\n", "wiki/b.md:2: the front matter cannot be read",
            "wiki/d.md: 'd.md' links to 'gone.md', which does not exist: not imported\n", "wiki/latin.md:2: the file is not UTF-8",
        ] { #expect(outcome.stdout.contains(line), "\(outcome.stdout)") }
        #expect(try Command.run(["build", "--source", "made"], in: scratch.url).status == 0)
        #expect(try scratch.read("made/content/latin.md") == "# A\nabä\n")
    }

    @Test func anUnreadableFolderIsReported() throws {
        // Whoever may read everything cannot be kept from it.
        guard geteuid() != 0 else { return }
        let scratch = try Scratch()
        try scratch.write("# A\n", to: "wiki/a.md")
        try scratch.write("# B\n", to: "wiki/shut/b.md")
        let shut = scratch.url.appending(path: "wiki/shut").path
        chmod(shut, 0)
        defer { chmod(shut, 0o755) }
        let outcome = try Self.run(["made", "--from", "wiki"], in: scratch)
        #expect(
            outcome.status == 0 && outcome.stdout.contains("'shut' cannot be read: Permission denied: not imported\n"),
            "\(outcome.stdout)"
        )
    }

    @Test func hiddenFoldersThatPagesNameComeAlong() throws {
        let scratch = try Scratch()
        _ = try Self.made(
            [
                "wiki/a/b.md": "# B\n\n![p](../.gitbook/assets/p.png)\n", "wiki/.gitbook/assets/p.png": "png",
                "wiki/.gitbook/vars.yaml": "x",
                "wiki/.cache/x.md": "# X\n",
            ],
            from: "wiki",
            in: scratch
        )
        #expect(scratch.exists("made/content/gitbook/assets/p.png") && scratch.exists("made/public/gitbook/assets/p.png"))
        #expect(!scratch.exists("made/known.json") && !scratch.exists("made/content/cache/x.md"))
    }

    @Test func aFolderThatIsThereMayHoldARepository() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "made/.git/HEAD")
        try scratch.write("# A\n", to: "wiki/a.md")
        #expect(try Self.run(["made", "--from", "wiki"], in: scratch).status == 0)
        #expect(
            try scratch.files("made").keys.filter { !$0.hasPrefix(".handbook/") }.sorted() == [
                ".git/HEAD", ".gitignore", "content/a.md", "handbook.yml",
            ]
        )
    }

    // MARK: - Files of the site

    @Test(arguments: [
        "index.html.md", "index.md.md", "robots.txt.md", "llms.txt.md", "handbook.schema.json.md", "handbook.json.md", "a/index.html.md",
        "roles/index.html.md", "index.html/x.md", "p.png.md", "roles/roles.csv.md", "404.html.md",
    ])
    func aPageThatIsCalledLikeAFileOfTheSiteIsBuilt(path: String) throws {
        let scratch = try Scratch()
        let outcome = try Self.made(
            ["wiki/README.md": "# Home\n\n[p](\(path)) ![p](p.png)\n", "wiki/\(path)": "# P\n\nINNER\n", "wiki/p.png": "png"],
            from: "wiki",
            in: scratch
        )
        let pages = try scratch.files("made/public").filter { $0.key.hasSuffix(".html") }
        #expect(pages.contains { String(decoding: $0.value, as: UTF8.self).contains("INNER") }, "\(outcome.stdout)")
        #expect(!scratch.exists("made/known.json"), "\(outcome.stdout)")
        if !path.contains("index.html/"), !path.hasPrefix("404") {
            #expect(outcome.stdout.contains("is the name of a file in a site"), "\(outcome.stdout)")
        }
    }

    @Test(arguments: [
        "a/index.html", "index.html", "handbook.json", "llms.txt", "robots.txt", "404.html", "roles/index.html", "roles/roles.csv",
        "a/index.json",
    ])
    func aLinkedFileReplacesNoFileOfTheSite(path: String) throws {
        let scratch = try Scratch()
        let outcome = try Self.made(
            [
                "wiki/README.md": "# Home\n\n[x](\(path))\n", "wiki/a/README.md": "# Page A\n", "wiki/roles/cook.md": "# Cook\n",
                "wiki/\(path)": "LINKED",
            ],
            from: "wiki",
            in: scratch
        )
        #expect(try scratch.read("made/public/files/\(path)") == "LINKED", "\(outcome.stdout)")
        #expect(try scratch.read("made/public/a/index.html").contains("Page A"))
        #expect(try scratch.read("made/content/README.md").contains("[x](/files/\(path))"))
        #expect(outcome.stdout.contains("wiki/\(path): the site has a file of its own at '\(path)': this one is 'files/\(path)'\n"))
        #expect(!scratch.exists("made/known.json"), "\(outcome.stdout)")
    }

    @Test func redirectsOfGitBookAreKept() throws {
        let scratch = try Scratch()
        let outcome = try Self.made(
            [
                "wiki/.gitbook.yaml": "root: ./\n\nredirects:\n  old/way: guide/new.md\n  gone: nowhere.md\n",
                "wiki/guide/new.md": "# New\n",
                "wiki/README.md": "# Home\n\n{% file src=\".gitbook/assets/i.pdf\" %}\n\n![g](.gitbook/assets/g%20\\(1\\).png)\n",
                "wiki/.gitbook/assets/i.pdf": "pdf", "wiki/.gitbook/assets/g (1).png": "png", "wiki/.hidden/x.md": "# X\n",
            ],
            from: "wiki",
            in: scratch
        )
        #expect(try scratch.read("made/content/guide/new.md") == "---\nredirect_from: [\"/old/way/\"]\n---\n# New\n")
        #expect(scratch.exists("made/public/old/way/index.html") && scratch.exists("made/content/gitbook/assets/i.pdf"))
        #expect(
            try scratch.read("made/content/README.md")
                == "# Home\n\n[i.pdf](gitbook/assets/i.pdf)\n\n![g](gitbook/assets/g%20%281%29.png)\n"
        )
        #expect(outcome.stdout.contains("  wiki/.gitbook.yaml: 'gone' redirects to 'nowhere.md', which is not a page here\n"))
        #expect(outcome.stdout.contains("  .hidden/: hidden\n") && !outcome.stdout.contains("  .gitbook/"), "\(outcome.stdout)")
        #expect(!scratch.exists("made/known.json"), "\(outcome.stdout)")
    }
}
