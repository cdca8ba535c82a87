import Foundation
import Testing

/// `handbook diff` on real repositories and folders.
@Suite struct DiffCommandTests {
    @Test func oneLetterOfTheDefaultHandbookIsOneChange() throws {
        let repository = try GitScratch.ofDefaultHandbook()
        try repository.edit("content/raci/core-tasks.md", "| Deploy to production | MLOps |", "| Deploy to production | AI Eng |")
        let wanted = "Deploy to production: A moved from MLOps Engineer to AI Engineer\n"
        let onDisk = try repository.run("diff", "HEAD")
        #expect(onDisk.stdout == wanted)
        #expect(onDisk.stderr == "")
        #expect(onDisk.status == 0)
        try repository.commit()
        #expect(try repository.run("diff", "HEAD~1", "HEAD").stdout == wanted)
        #expect(try repository.run("diff", "HEAD", "HEAD~1").stdout == "Deploy to production: A moved from AI Engineer to MLOps Engineer\n")
        #expect(try repository.run("diff", "HEAD").stdout == "no changes\n")
    }

    @Test func oneLetterOfAnotherMatrixIsOneChange() throws {
        let repository = try GitScratch.ofDefaultHandbook(in: "docs/team")
        try repository.edit("docs/team/content/raci/lifecycle-stages.md", "| Feasibility | R | C | C |", "| Feasibility | R | C | I |")
        #expect(try repository.run("diff", "main", "--source", "docs/team").stdout == "Feasibility: C of Data Analyst became I\n")
        #expect(try repository.run("diff", "main", in: "docs/team").stdout == "Feasibility: C of Data Analyst became I\n")
    }

    /// Links to roles by their slugs read as the titles they show.
    @Test func linksToRolesAreReportedByTheirTitles() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("---\ntitle: Product Owner\n---\n", to: "content/roles/product-owner.md")
        try repository.write(
            "# Daily\n\n| Task | [[editor]] | [[product-owner]] |\n|---|---|---|\n| Ask [[product-owner]] | A | C |\n",
            to: "content/raci/daily.md"
        )
        try repository.commit()
        try repository.edit("content/raci/daily.md", "| A | C |", "| A | I |")
        try repository.edit(
            "content/roles/editor.md",
            "kpis: [Readers]\n---\n",
            "kpis: [Readers]\n---\n## Skills\n- Hears [[product-owner]].\n"
        )
        for words in [[], ["--format", "markdown"], ["--format", "json"]] {
            let outcome = try Command.run(["diff", "HEAD"] + words, in: repository.url)
            #expect(outcome.status == 0 && outcome.stdout.contains("Ask Product Owner"), "\(outcome.stdout)\(outcome.stderr)")
            #expect(!outcome.stdout.contains("[["), "\(outcome.stdout)")
        }
        for words in [["markdown", "--role", "editor"], ["markdown", "--matrix", "daily"], ["csv", "--matrix", "daily"]] {
            let outcome = try Command.run(["export", "--format"] + words, in: repository.url)
            #expect(outcome.status == 0 && outcome.stdout.contains("Product Owner"), "\(outcome.stderr)")
            #expect(!outcome.stdout.contains("[[") && !outcome.stdout.contains("product-owner |"), "\(outcome.stdout)")
        }
    }

    @Test func aRenamedRoleIsOneChange() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("mv", "content/roles/editor.md", "content/roles/chief.md")
        try repository.edit("content/roles/chief.md", "title: Editor", "title: Chief")
        let outcome = try repository.run("diff", "HEAD", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
        #expect(object["version"] as? Int == 1)
        #expect(object["from"] as? String == "HEAD")
        let changes = try #require(object["changes"] as? [[String: Any]])
        #expect(changes.count == 1)
        #expect(changes.first?["kind"] as? String == "page-renamed")
        #expect(changes.first?["from"] as? String == "Editor")
        #expect(changes.first?["to"] as? String == "Chief")
        #expect(changes.first?["roles"] as? [String] == ["chief"])
    }

    @Test func theStatusSaysWhetherThereAreChangesOnlyWhenAsked() throws {
        let repository = try GitScratch.ofSmallHandbook()
        #expect(try repository.run("diff", "HEAD", "--exit-code").status == 0)
        try repository.edit("content/raci/daily.md", "| A | R |", "| R | A |")
        #expect(try repository.run("diff", "HEAD").status == 0)
        let outcome = try repository.run("diff", "HEAD", "--exit-code", "--format", "markdown")
        #expect(outcome.status == 1)
        #expect(
            outcome.stdout == """
                # Changes from HEAD to .

                ## Matrices

                - **Print**: A moved from Editor to Reporter
                - **Print**: R moved from Reporter to Editor

                """
        )
    }

    @Test func twoFoldersAreCompared() throws {
        let repository = try GitScratch.ofSmallHandbook(in: "old")
        try FileManager.default.copyItem(at: repository.url.appending(path: "old"), to: repository.scratch.url.appending(path: "new"))
        try repository.scratch.write("---\ntitle: Printer\n---\n", to: "new/content/roles/printer.md")
        let outcome = try Command.run(["diff", "repository/old", "new"], in: repository.scratch.url)
        #expect(outcome.stdout == "Printer: role added\n")
        #expect(outcome.stderr == "")
        // Neither git nor a repository is needed.
        let alone = try Command.run(["diff", "new", "repository/old"], in: repository.scratch.url, environment: ["PATH": "/nowhere"])
        #expect(alone.stdout == "Printer: role gone\n")
    }

    @Test func oddNamesLinksAndSitesAreReadAsOnTheDisk() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.write("# Ein Tag\n", to: "content/guides/ein \"Tag\"\t\\ é\nx.md")
        try repository.write("# Elsewhere\n", to: "notes/elsewhere.md")
        try repository.write("# Hidden\n", to: "content/.hidden/a.md")
        try repository.write("# Old site\n", to: "content/site/a.md")
        try repository.write("handbook-manifest 1\n", to: "content/site/.handbook-manifest")
        try repository.write("png", to: "content/guides/plan.png")
        let links = [("linked", "../notes/elsewhere.md"), ("chain", "linked.md"), ("broken", "nowhere.md"), ("outside", "/etc/hostname")]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: repository.url.appending(path: "content/\(name).md").path,
                withDestinationPath: target
            )
        }
        try repository.commit()
        let same = try repository.run("diff", "HEAD")
        #expect(same.stdout == "no changes\n")
        let all = try repository.run("diff", "HEAD~1")
        #expect(all.stdout == "Ein Tag: page added\nElsewhere: page added\nElsewhere: page added\n")
    }

    @Test func contentMayBeALinkToAFolder() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.git("mv", "content", "docs")
        try FileManager.default.createSymbolicLink(atPath: repository.url.appending(path: "content").path, withDestinationPath: "docs")
        try repository.commit()
        #expect(try repository.run("diff", "HEAD~1", "HEAD").stdout == "no changes\n")
        #expect(try repository.run("diff", "HEAD").stdout == "no changes\n")
    }

    @Test func aSubmoduleIsTold() throws {
        let repository = try GitScratch.ofSmallHandbook()
        let commit = try repository.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
        try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),content/other")
        try repository.git("commit", "--quiet", "--message", "A submodule")
        let outcome = try repository.run("diff", "HEAD~1", "HEAD")
        #expect(outcome.stdout == "no changes\n")
        #expect(outcome.status == 0)
        #expect(
            outcome.stderr == """
                warning[partly-read]: 'HEAD' has 1 error, and is taken as far as it can be read
                   = rule: what is asked about can be read
                   = help: mend them, or take what is told with care
                   = 'content/other' is a submodule, and its files are not read: content/other

                1 warning

                """
        )
    }

    @Test func whatChecksFindIsNoHindrance() throws {
        let repository = try GitScratch.ofSmallHandbook()
        try repository.edit("content/raci/daily.md", "| A | R |", "| C | R |")
        let outcome = try repository.run("diff", "HEAD")
        #expect(outcome.stdout == "Print: A of Editor became C\n")
        #expect(outcome.stderr == "")
    }
}
