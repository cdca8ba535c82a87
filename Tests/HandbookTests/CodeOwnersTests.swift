import Diagnostics
import TestSupport
import Testing

@testable import Handbook

/// Who keeps which files, by the rules of CODEOWNERS.
@Suite struct CodeOwnersTests {
    private static func read(_ text: String, folder: String = "") -> (owners: CodeOwners, notes: [String]) {
        var findings = Findings()
        let owners = CodeOwners(SourceText(path: "CODEOWNERS", text: text), folder: folder, into: &findings)
        return (owners, findings.sorted.map(line))
    }

    @Test(arguments: [
        ("*", "a.md", true), ("*", "a/b/c.md", true), ("*.md", "a/b/c.md", true), ("*.md", "a/b/c.mdx", false),
        ("/content/roles/", "content/roles/a.md", true), ("/content/roles/", "content/roles/old/a.md", true),
        ("/content/roles/", "x/content/roles/a.md", false), ("/content/roles/", "content/roles", false),
        ("content/roles", "content/roles/old/a.md", true), ("content/roles", "x/content/roles/a.md", false),
        ("content/roles", "content/roles.md", false), ("roles/", "content/roles/a.md", true), ("roles/", "roles/a.md", true),
        ("roles", "content/roles/a.md", true), ("docs/*", "docs/a.md", true), ("docs/*", "docs/a/b.md", false),
        ("/*", "a.md", true), ("/*", "a/b.md", false), ("**/logs", "a/b/logs/c.md", true), ("**/logs", "a/log/c.md", false),
        ("docs/**", "docs/a/b.md", true), ("docs/**", "docs", false), ("a/**/z.md", "a/z.md", true), ("a/**/z.md", "a/b/c/z.md", true),
        ("a/**/z.md", "b/a/z.md", false), ("a/r*e-?.md", "a/role-1.md", true), ("a/r*e-?.md", "a/role-10.md", false),
        ("a/?.md", "a/ü.md", true), ("a/*b*c.md", "a/xbxbxc.md", true), ("a/*b*c.md", "a/xc.md", false), ("A.md", "a.md", false),
        ("a\\ b.md", "a b.md", true), ("a\\*.md", "a*.md", true), ("a\\*.md", "ab.md", false), ("**", "a/b.md", true),
    ])
    func patternsMeanWhatGitignoresMean(pattern: String, path: String, isMeant: Bool) {
        let (owners, notes) = Self.read("\(pattern) @one")
        #expect(owners.owners(of: path) == (isMeant ? ["@one"] : []), "\(pattern) and \(path)")
        #expect(notes.isEmpty)
    }

    @Test func theLastLineThatMeansAFileCounts() {
        let (owners, notes) = Self.read(
            """
            # Who keeps what
            *               @all docs@example.org   # everything else
            /content/roles/ @people @org/team
            /content/roles/free.md
            /content/roles/data-*.md @@developer
            """
        )
        #expect(notes.isEmpty)
        #expect(owners.owners(of: "content/index.md") == ["@all", "docs@example.org"])
        #expect(owners.owners(of: "content/roles/a.md") == ["@people", "@org/team"])
        #expect(owners.owners(of: "content/roles/free.md") == [])
        #expect(owners.owners(of: "content/roles/data-engineer.md") == ["@@developer"])
    }

    @Test func pathsCountFromTheTopOfTheRepository() {
        let (owners, _) = Self.read("/handbook/content/ @one\n/content/ @two", folder: "handbook/")
        #expect(owners.owners(of: "content/a.md") == ["@one"])
    }

    @Test func ofSectionsOnlyTheDefaultOwnersCount() {
        let (owners, notes) = Self.read("[Roles] @people\nroles/\nroles/x.md @x\n^[Two words][2]\nteams/\n")
        #expect(notes.isEmpty)
        #expect(owners.owners(of: "roles/a.md") == ["@people"])
        #expect(owners.owners(of: "roles/x.md") == ["@x"])
        #expect(owners.owners(of: "teams/a.md") == [])
    }

    @Test func aLineThatSaysNothingIsTold() {
        let (owners, notes) = Self.read("* @all\n\n  *.md bob\n!a.md @x\n[ab].md @x\na.md @x @\na//b @x\n")
        #expect(
            notes.map { String($0.prefix { $0 != ">" }) } == [
                "CODEOWNERS:3:8 invalid-codeowners: 'bob' is no owner -", "CODEOWNERS:4:1 invalid-codeowners: '!a.md' is no pattern -",
                "CODEOWNERS:5:1 invalid-codeowners: '[ab].md' is no pattern -", "CODEOWNERS:6:9 invalid-codeowners: '@' is no owner -",
                "CODEOWNERS:7:1 invalid-codeowners: 'a//b' is no pattern -",
            ],
            "\(notes)"
        )
        #expect(owners.owners(of: "a.md") == ["@all"])
    }
}
