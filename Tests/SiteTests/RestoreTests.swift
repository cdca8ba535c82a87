import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// A project that is made from a handbook.json says the same.
@Suite struct RestoreTests {
    private static func files(_ project: RestoredProject) -> ProjectFiles {
        ProjectFiles(
            texts: Dictionary(uniqueKeysWithValues: project.files.map { ($0.path, Array($0.text.utf8)) }),
            assets: Set(project.assets.map(\.path)),
            contentRoot: project.contentRoot
        )
    }

    private static func restored(_ site: BuiltSite) async throws -> BuiltSite {
        let text = try #require(site.text("handbook.json"))
        return await BuiltSite(files(try RestoredProject(Array(text.utf8), name: "handbook.json")))
    }

    /// The lines of places are the one thing that may be another: front matter is written anew.
    private static func withoutLines(_ text: String?) throws -> String { try #require(text).replacing(/"line": \d+/, with: "\"line\": 0") }

    private static func expectTheSame(_ site: BuiltSite) async throws {
        let second = try await restored(site)
        let (old, new) = (try withoutLines(site.text("handbook.json")), try withoutLines(second.text("handbook.json")))
        let difference = zip(old.split(separator: "\n"), new.split(separator: "\n")).first { $0 != $1 }
        #expect(old == new, "\(difference.map { "\($0)\n\($1)" } ?? "one is longer")")
        // From then on every byte is the same.
        #expect(try await restored(second).text("handbook.json") == second.text("handbook.json"))
    }

    @Test func theDefaultHandbookComesBack() async throws { try await Self.expectTheSame(try await BuiltSite.defaultHandbook()) }

    @Test func theSecondHandbookComesBack() async throws { try await Self.expectTheSame(try await BuiltSite.station()) }

    @Test func textThatMeansSomethingToYAMLComesBack() async throws {
        let words = [
            "yes", "null", "~", "- a", "a: b", "a #b", "# a", "'a'", "\\\"a\\\"", "\\\\", "[a]", "{a}", "*a", "&a", "!a", "%a", "@a", "`a`",
            "|", ">",
            "1", "1.5", "2026-01-31", "=a", "ä", "😀", "a\\tb", "---", "...", "?", ",", "a, b", " a ", "a'b",
        ]
        let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
        let site = await BuiltSite(
            """
            -- handbook.yml --
            title: "a: b # c"
            strings:
              home: "yes"
            rules:
              oversized: {limit: 3}
              no-kpi: "off"
            synonyms: [["a, b", c], [d]]
            -- content/roles/a.md --
            ---
            title: "null"
            kpis: [\(list)]
            deliverables: []
            ---
            ---
            -- content/roles/b.md --
            # Without front matter
            -- content/teams/t.md --
            ---
            title: T
            cast:
              - {role: a, note: "x: y", optional: true}
              - b
            ---
            """
        )
        #expect(!site.findings.hasErrors, "\(site.report)")
        try await Self.expectTheSame(site)
    }

    @Test func aProjectWithoutAFolderOfContentComesBack() async throws {
        let files = ProjectText("-- README.md --\n# Start\n-- roles/a.md --\n# A\nText.\n", contentRoot: "").files
        try await Self.expectTheSame(await BuiltSite(files))
    }

    // MARK: - What is no handbook.json

    private static let whole = """
        {"format": "handbook", "version": 1, "contentFolder": "content", "settings": {}, "roles": [PAGE], "relations": [],
        "matrices": [], "activities": [], "stages": [], "teams": [], "sources": [], "guides": [], "assets": [ASSET]}
        """

    private static func page(_ path: String) -> String { #"{"place": {"path": "\#(path)"}, "frontMatter": {}, "body": "a"}"# }

    @Test(arguments: [
        ("", "no JSON that handbook writes"), ("{", "no JSON that handbook writes"), (#"{"a": null}"#, "no JSON that handbook writes"),
        ("[]", "is no handbook.json"), (#"{"format": "handbook-role", "version": 1}"#, "is no handbook.json"),
        (#"{"format": "handbook", "version": 2}"#, "is of another version of the format than 1"),
        (#"{"format": "handbook", "version": 1, "contentFolder": ".."}"#, "'contentFolder' is neither 'content' nor empty"),
        (#"{"format": "handbook", "version": 1, "contentFolder": ""}"#, "'settings' is missing"),
    ])
    func isRefused(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try RestoredProject(Array(text.utf8), name: "data") }
        #expect(error?.rule.id == "invalid-data" && error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        "../a.md", "/content/a.md", "content/../a.md", "content/./a.md", "content//a.md", "content/.git/a.md", "content/a.txt",
        "other/a.md",
        "content/a\\\\b.md", "content/a\\u0000.md", "handbook.yml", "",
    ])
    func aPathThatLeavesTheProjectIsRefused(path: String) throws {
        let text = Self.whole.replacing("PAGE", with: Self.page(path)).replacing("ASSET", with: "")
        let error = #expect(throws: Diagnostic.self) { try RestoredProject(Array(text.utf8), name: "data") }
        #expect(error?.message.contains("is no page's path") == true)
        let asset = Self.whole.replacing("PAGE", with: "").replacing("ASSET", with: #"{"path": "../a.png"}"#)
        #expect(throws: Diagnostic.self) { try RestoredProject(Array(asset.utf8), name: "data") }
        let good = Self.whole.replacing("PAGE", with: Self.page("content/a.md")).replacing(
            "ASSET",
            with: #"{"path": "static/.well-known/a"}"#
        )
        #expect(try RestoredProject(Array(good.utf8), name: "data").files.map(\.path) == ["content/a.md"])
    }

    @Test func aPathThatIsThereTwiceIsRefused() {
        let text = Self.whole.replacing("PAGE", with: "\(Self.page("content/a.md")), \(Self.page("content/a.md"))").replacing(
            "ASSET",
            with: ""
        )
        let error = #expect(throws: Diagnostic.self) { try RestoredProject(Array(text.utf8), name: "data") }
        #expect(error?.message == "'data' cannot be read: 'content/a.md' is there twice")
    }
}
