import Foundation
import Testing

/// Drafts, reviews, owners and days of last changes, as a user meets them.
@Suite struct UpkeepCommandTests {
    private static func repository() throws -> GitScratch {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("base_url: https://example.org/\n", to: "handbook.yml")
        return repository
    }

    private static func foot(_ repository: GitScratch, _ path: String) throws -> String {
        let html = try repository.scratch.read("repository/public/\(path)index.html")
        let foot = html.firstMatch(of: #/<dl class="upkeep">([\s\S]*?)<\/dl>/#).map { String($0.1) } ?? ""
        return foot.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: - Drafts

    private static let draft = "---\ntitle: Sketcher\ndraft: true\nkpis: [Sketches]\n---\nSketches.\n"

    @Test func aDraftIsInNoFileOfTheSite() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        try scratch.write(Self.draft, to: "mine/content/roles/sketcher.md")
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        #expect(outcome.stdout.contains("mine/public: 1 draft left out; --drafts takes them in\n"), "\(outcome.stdout)")
        for (path, bytes) in try scratch.files("mine/public") {
            #expect(
                !path.lowercased().contains("sketch") && !String(decoding: bytes, as: UTF8.self).lowercased().contains("sketch"),
                "\(path)"
            )
        }
        let shown = try Command.run(["build", "--source", "mine", "--drafts"], in: scratch.url)
        #expect(shown.status == 0 && !shown.stdout.contains("left out"))
        let page = try scratch.read("mine/public/roles/sketcher/index.html")
        #expect(page.contains("<p class=\"draft\"><strong>Draft</strong>") && page.contains("noindex"))
        #expect(try scratch.read("mine/public/handbook.json").contains("Sketcher"))
        #expect(try Command.run(["check", "--source", "mine", "--drafts"], in: scratch.url).status == 0)
    }

    @Test func aLinkToADraftStopsTheBuildAndSaysHowToPublish() throws {
        let scratch = try Scratch()
        _ = try Command.run(["init", "mine"], in: scratch.url)
        try scratch.write(Self.draft, to: "mine/content/roles/sketcher.md")
        try scratch.write("# Guide\n\nAsk the [[Sketcher]].\n", to: "mine/content/guide.md")
        let outcome = try Command.run(["build", "--source", "mine"], in: scratch.url)
        #expect(outcome.status == 1 && !scratch.exists("mine/public"))
        #expect(outcome.stderr.contains("error[leads-to-draft]: 'Sketcher' is a draft\n  --> content/guide.md:3:"), "\(outcome.stderr)")
        #expect(outcome.stderr.contains("= help: publish content/roles/sketcher.md by taking 'draft: true' out of it"))
        #expect(try Command.run(["build", "--source", "mine", "--drafts"], in: scratch.url).status == 0)
    }

    // MARK: - Reviews

    @Test func aReviewIsDueTheDayAfterItsDay() throws {
        let scratch = try Scratch()
        try scratch.write("---\ntitle: Home\nreview_by: 2026-06-30\n---\n", to: "content/index.md")
        func check(_ words: String...) throws -> Command.Outcome { try Command.run(["check"] + words, in: scratch.url) }
        let due = try check("--today", "2026-07-01")
        #expect(
            due.status == 0 && due.stderr.hasPrefix("warning[review-due]: the review was due by 2026-06-30\n  --> content/index.md:3:12\n")
        )
        #expect(try check("--today", "2026-06-30").stderr == "no findings\n")
        #expect(try check("--today", "2026-07-01", "--deny", "review-due").status == 1)
        #expect(try check("--today", "2026-07-01", "--allow", "review-due").stderr == "no findings\n")
        #expect(try check("--today", "yesterday").status == 2)
        // The clock, where no day is given: this day is past by now, and that one is not yet.
        try scratch.write("---\ntitle: Home\nreview_by: 2001-01-01\n---\n", to: "content/index.md")
        #expect(try check().stderr.hasPrefix("warning[review-due]"))
        try scratch.write("---\ntitle: Home\nreview_by: 9999-01-01\n---\n", to: "content/index.md")
        #expect(try check().stderr == "no findings\n")
    }

    @Test func aBuildKnowsNoDay() throws {
        let scratch = try Scratch()
        try scratch.write("---\ntitle: Home\nreview_by: 2001-01-01\n---\n", to: "content/index.md")
        try scratch.write("# A\n", to: "content/roles/a.md")
        let outcome = try Command.run(["build", "--format", "json"], in: scratch.url)
        #expect(outcome.status == 0 && !outcome.stdout.contains("review-due"))
        for (path, bytes) in try scratch.files("public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("review-due"), "\(path)")
        }
    }

    // MARK: - Last changes

    @Test func aPageSaysWhenGitLastChangedIt() throws {
        let repository = try Self.repository()
        try repository.commit("Settings", at: "2026-02-01T12:00:00Z")
        try repository.edit("content/roles/editor.md", "[Readers]", "[Readers, Errors]")
        try repository.commit("Count", at: "2026-05-02T23:30:00-05:00")
        try repository.edit("content/raci/daily.md", "| Print | A | R |", "| Print | R | A |")
        try repository.write("# New\n", to: "content/new.md")
        #expect(try repository.run("build").status == 0)
        // The author's date, in UTC.
        #expect(try Self.foot(repository, "roles/editor/") == "Last changed 3 May 2026")
        #expect(try Self.foot(repository, "roles/reporter/") == "Last changed 31 January 2026")
        // Changed since, and not yet committed at all.
        #expect(try Self.foot(repository, "raci/daily/") == "" && Self.foot(repository, "new/") == "")
        let map = try repository.scratch.read("repository/public/sitemap.xml")
        #expect(map.contains("roles/editor/</loc><lastmod>2026-05-03</lastmod>") && !map.contains("daily/</loc><lastmod>"))
        let json = try repository.scratch.read("repository/public/handbook.json")
        #expect(json.contains("\"updated\": \"2026-05-03\""))
        #expect(try repository.run("export", "--format", "json").stdout == json)
        // What the page says itself counts for more.
        try repository.edit("content/roles/reporter.md", "title: Reporter", "title: Reporter\nupdated: 2025-12-24")
        _ = try repository.run("build")
        #expect(try Self.foot(repository, "roles/reporter/") == "Last changed 24 December 2025")
    }

    @Test func aShallowCloneKnowsNoDay() throws {
        let repository = try Self.repository()
        try repository.commit("Settings", at: "2026-02-01T12:00:00Z")
        try repository.git("clone", "--quiet", "--depth", "1", "file://\(repository.url.path)", "../clone")
        let clone = repository.scratch.url.appending(path: "clone")
        #expect(try Command.run(["build"], in: clone, environment: GitScratch.environment).status == 0)
        #expect(try !repository.scratch.read("clone/public/index.html").contains("class=\"upkeep\""))
        #expect(try !repository.scratch.read("clone/public/sitemap.xml").contains("lastmod"))
        #expect(try repository.run("build").status == 0)
        #expect(try Self.foot(repository, "") == "Last changed 31 January 2026")
    }

    @Test func aPageThatLastChangedLongAgoIsDue() throws {
        let repository = try Self.repository()
        try repository.write("review_after: 6 months\n", to: "handbook.yml")
        try repository.edit("content/roles/editor.md", "[Readers]", "[Errors]")
        try repository.commit("Count", at: "2026-06-01T12:00:00Z")
        let outcome = try repository.run("check", "--today", "2026-08-01", "--format", "short")
        #expect(outcome.stdout.contains("content/roles/reporter.md:2:8: warning[review-due]: the page last changed on 2026-01-31"))
        #expect(!outcome.stdout.contains("editor"))
    }

    // MARK: - Owners

    @Test func codeownersSaysWhoKeepsAPage() throws {
        let repository = try GitScratch.ofSmallHandbook(in: "book")
        try repository.write(
            "* @all\n/book/content/roles/ @org/people\n/book/content/roles/reporter.md desk@example.org\n*.md bob\n",
            to: ".github/CODEOWNERS"
        )
        try repository.write("* @nobody\n", to: "CODEOWNERS")
        func foot(_ path: String) throws -> String {
            #expect(try repository.run("build", in: "book").status == 0)
            let html = try repository.scratch.read("repository/book/public/\(path)index.html")
            return html.firstMatch(of: #/<dt>Kept by<\/dt><dd>(.*?)<\/dd>/#).map { String($0.1) } ?? ""
        }
        #expect(try foot("") == "@all")
        #expect(try foot("roles/editor/") == "@org/people")
        #expect(try foot("roles/reporter/") == #"<a href="mailto:desk@example.org">desk@example.org</a>"#)
        let notes = try repository.run("check", "--notes", in: "book").stderr
        let note = "note[invalid-codeowners]: 'bob' is no owner\n  --> ../.github/CODEOWNERS:4:6\n   |\n 4 | *.md bob\n   |      ^^^\n"
        #expect(notes.contains(note), "\(notes)")
        try repository.edit("book/content/roles/editor.md", "title: Editor", "title: Editor\nowners: [Eve]")
        #expect(try foot("roles/editor/") == "Eve")
        try repository.write("codeowners: off\n", to: "book/handbook.yml")
        #expect(try foot("") == "")
    }
}
