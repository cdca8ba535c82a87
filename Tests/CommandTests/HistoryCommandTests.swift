import Foundation
import Testing

/// The page of changes and the feeds of projects in real repositories.
@Suite struct HistoryCommandTests {
    /// The revisions of a page of changes: day, subject, and what changed in each.
    private static func told(_ page: String) -> [String] {
        page.components(separatedBy: "<section class=\"change-day\"").dropFirst().flatMap { part -> [String] in
            let day = part.components(separatedBy: "</section>")[0]
            let date = day.firstMatch(of: /<time datetime="([^"]*)">/)?.1 ?? "?"
            return day.components(separatedBy: "<h3 ").dropFirst().map { entry in
                let title = entry.firstMatch(of: />([^<]*)<\/h3>/)?.1 ?? "?"
                let list = entry.components(separatedBy: "<ul class=\"change-list\">").dropFirst().joined()
                let words = list.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return "\(date) \(title) | \(words)"
            }
        }
    }

    private static func build(
        _ repository: GitScratch,
        in folder: String = "",
        environment: [String: String] = [:]
    ) throws -> (told: [String], outcome: Command.Outcome) {
        let outcome = try repository.run("build", in: folder, environment: environment)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        let path = "repository/\(folder.isEmpty ? "" : folder + "/")public/changes/index.html"
        return (repository.scratch.exists(path) ? told(try repository.scratch.read(path)) : [], outcome)
    }

    private static let begin = "2026-01-31 A state | Editor : role added Reporter : role added Daily : matrix added Home : page added"

    @Test func revisionsAreToldInTheWordsOfDiffByTheirAuthorsDateInUTC() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.edit("content/raci/daily.md", "| A | R |", "| R | A |")
        try repository.commit("Let the \"reporter\" <answer>\n\nAt length.", at: "2026-02-01T23:30:00-05:00")
        try repository.edit("content/roles/editor.md", "[Readers]", "[Readers, Errors]")
        try repository.commit("Count errors", at: "2026-02-03T08:00:00+00:00")
        let (told, outcome) = try Self.build(repository)
        #expect(!outcome.stderr.contains("error") && !outcome.stderr.contains("warning"))
        #expect(
            told == [
                "2026-02-03 Count errors | Editor : KPI added: Errors",
                "2026-02-02 Let the &quot;reporter&quot; &lt;answer&gt; | Print : A moved from Editor to Reporter R moved from Reporter to Editor",
                Self.begin,
            ]
        )
        #expect(try repository.run("diff", "HEAD~2", "HEAD~1").stdout.hasPrefix("Print: A moved from Editor to Reporter\n"))
        let feed = try repository.scratch.read("repository/public/roles/reporter/feed.xml")
        #expect(feed.contains("<updated>2026-02-02T04:30:00Z</updated>"))
        #expect(!feed.contains("Count errors"))
    }

    @Test func whatIsNotCommittedOrChangesNoFactIsLeftOut() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("nothing of ours", to: "src/main.c")
        try repository.commit("Write code")
        try repository.edit("content/raci/daily.md", "| Print | A | R |", "| Print |   A   | R    |")
        try repository.commit("Align")
        try repository.commit("Say nothing")
        try repository.edit("content/roles/editor.md", "[Readers]", "[Readers, Errors]")
        #expect(try Self.build(repository).told == [Self.begin])
    }

    @Test func theSameRevisionGivesTheSameBytesWhateverTheMachineSays() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.edit("content/roles/editor.md", "[Readers]", "[Errors]")
        try repository.commit("Count", at: "2026-03-01T00:30:00+02:00")
        _ = try repository.run("build", "--output", "../one")
        try repository.git("config", "log.showSignature", "true")
        try repository.git("config", "color.ui", "always")
        try repository.git("config", "log.showRoot", "false")
        try repository.git("config", "log.follow", "true")
        try repository.git("config", "diff.renames", "false")
        try repository.git("config", "diff.relative", "false")
        try repository.git("config", "diff.orderFile", "/nowhere")
        try repository.git("config", "core.quotePath", "true")
        try repository.git("config", "core.pager", "false")
        try repository.git("config", "i18n.logOutputEncoding", "UTF-16")
        try repository.git("config", "core.fsmonitor", "/bin/false")
        _ = try repository.run(
            "build",
            "--output",
            "../two",
            environment: ["TZ": "Asia/Tokyo", "LC_ALL": "C", "GIT_PAGER": "false", "GIT_EXTERNAL_DIFF": "false", "GIT_PREFIX": "content/"]
        )
        #expect(try repository.scratch.files("one") == repository.scratch.files("two"))
        try repository.git("checkout", "--quiet", "--detach")
        _ = try repository.run("build", "--output", "../three")
        #expect(try repository.scratch.files("one") == repository.scratch.files("three"))
    }

    @Test func aProjectMayBeAFolderOfTheRepositoryWithAnyName() throws {
        let folder = "docs/das \"Handbuch\" ä"
        let repository = try GitScratch.ofSmallHandbook(in: folder)
        try repository.edit("\(folder)/content/roles/editor.md", "[Readers]", "[Errors]")
        try repository.commit("Count")
        try repository.write("# Elsewhere\n", to: "content/elsewhere.md")
        try repository.commit("Another content")
        let told = try Self.build(repository, in: folder).told
        #expect(told == ["2026-01-31 Count | Editor : KPI added: Errors KPI gone: Readers", Self.begin])
    }

    @Test func bothSidesOfAMergeAreToldByTheirOwnRevisions() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("checkout", "--quiet", "-b", "side")
        try repository.edit("content/raci/daily.md", "| A | R |", "| R | A |")
        try repository.commit("On the side", at: "2026-02-02T12:00:00Z")
        try repository.git("checkout", "--quiet", "main")
        try repository.edit("content/roles/editor.md", "[Readers]", "[Readers, Errors]")
        try repository.commit("On main", at: "2026-02-01T12:00:00Z")
        try repository.git("merge", "--quiet", "--no-edit", "side")
        #expect(
            try Self.build(repository).told == [
                "2026-02-02 On the side | Print : A moved from Editor to Reporter R moved from Reporter to Editor",
                "2026-02-01 On main | Editor : KPI added: Errors", Self.begin,
            ]
        )
    }

    @Test func linksInAProjectAreFollowedAsTheyWere() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("# Notes\n\nOne.\n", to: "notes/notes.md")
        try FileManager.default.createSymbolicLink(
            atPath: repository.url.appending(path: "content/linked.md").path,
            withDestinationPath: "../notes/notes.md"
        )
        try repository.commit("Link")
        #expect(try Self.build(repository).told == ["2026-01-31 Link | Notes : page added", Self.begin])
    }

    @Test func contentThatIsALinkIsReadThroughIt() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("mv", "content", "docs")
        try FileManager.default.createSymbolicLink(atPath: repository.url.appending(path: "content").path, withDestinationPath: "docs")
        try repository.commit("Move")
        try repository.edit("docs/roles/editor.md", "[Readers]", "[Readers, Errors]")
        try repository.commit("Count")
        #expect(try Self.build(repository).told == ["2026-01-31 Count | Editor : KPI added: Errors", Self.begin])
    }

    @Test func aFolderOfPlainMarkdownHasAHistoryToo() throws {
        let repository = try GitScratch()
        try repository.write("# Notes\n", to: "README.md")
        try repository.write("# Cook\n", to: "roles/cook.md")
        try repository.write("# Not read\n", to: ".hidden/a.md")
        try repository.commit("Begin")
        try repository.write("# Baker\n", to: "roles/baker.md")
        try repository.commit("Hire")
        // A site that somebody committed is no part of it.
        _ = try repository.run("build")
        try repository.commit("Publish")
        #expect(
            try Self.build(repository).told == [
                "2026-01-31 Hire | Baker : role added", "2026-01-31 Begin | Cook : role added Notes : page added",
            ]
        )
    }

    @Test func whatWasNotYetTheHandbookIsNoPartOfIt() throws {
        let repository = try GitScratch()
        try repository.write("title: A\n", to: "handbook.yml")
        try repository.write("# Notes\n", to: "docs/notes.md")
        try repository.commit("Before")
        try repository.write("# Home\n", to: "content/index.md")
        try repository.commit("Begin")
        #expect(try Self.build(repository).told == ["2026-01-31 Begin | Home : page added"])
    }

    @Test func theSettingsSayWhetherAndHowMany() throws {
        let repository = try GitScratch.ofSmallHandbook()
        for number in 1...12 {
            try repository.edit("content/roles/editor.md", number == 1 ? "Readers" : "Readers \(number - 1)", "Readers \(number)")
            try repository.commit("Revision \(number)")
        }
        try repository.write("changes: {entries: 2}\n", to: "handbook.yml")
        #expect(try Self.build(repository).told.map { $0.prefix { $0 != "|" } } == ["2026-01-31 Revision 12 ", "2026-01-31 Revision 11 "])
        try repository.write("changes: off\n", to: "handbook.yml")
        #expect(try Self.build(repository).told == [])
        #expect(!repository.scratch.exists("repository/public/feed.xml"))
    }
}
