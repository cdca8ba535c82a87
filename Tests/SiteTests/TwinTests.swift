import Foundation
import Markdown
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// The site as Markdown: twins of pages, packs of roles, `llms.txt`.
@Suite struct TwinTests {
    private static func sites() async throws -> [BuiltSite] { [try await .defaultHandbook(), try await .station()] }

    /// Every target of a link in Markdown, code left aside.
    static func targets(_ text: String) -> [String] {
        let prose = text.replacing(#/(?m)^```[\s\S]*?^```/#, with: "").replacing(#/`[^`\n]*`/#, with: "")
        return prose.matches(of: #/\]\(([^()\s]*)\)/#).map { String($0.1) }
            + prose.matches(of: #/(?m)^<([^<>\s]*\.md)>$/#).map { String($0.1) }
    }

    /// The path in the site to which a link in a file leads; `nil` for other sites.
    static func path(_ target: String, from file: String, base: String?) -> String? {
        var target = target.prefix { $0 != "#" }
        if let base, target.hasPrefix(base) {
            target = target.dropFirst(base.count)
            return target.removingPercentEncoding
        }
        if target.contains("://") || target.hasPrefix("mailto:") { return nil }
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return target.isEmpty ? file : parts.joined(separator: "/").removingPercentEncoding
    }

    @Test func everyPageHasItsTwinAndSaysSo() async throws {
        for site in try await Self.sites() {
            let paths = Set(site.result.files.map(\.path))
            for (path, _) in site.pages where path != "404.html" {
                let twin = path.replacing("index.html", with: "index.md")
                #expect(paths.contains(twin), "\(path)")
                let html = site.text(path) ?? ""
                #expect(html.contains(#"<link rel="alternate" type="text/markdown" title="Markdown" href="#), "\(path)")
                let text = site.text(twin) ?? ""
                #expect(text.hasPrefix("---\ntitle: ") && text.contains("\n---\n\n# "), "\(twin)")
                #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n") && !text.contains("\u{1}"), "\(twin)")
            }
        }
    }

    @Test func everyLinkLeadsToAFile() async throws {
        for site in try await Self.sites() {
            let paths = Set(site.result.files.map(\.path))
            var count = 0
            for file in site.result.files where file.path.hasSuffix(".md") || file.path.hasPrefix("llms") {
                let text = site.text(file.path) ?? ""
                for target in Self.targets(text) {
                    guard let path = Self.path(target, from: file.path, base: nil) else { continue }
                    #expect(paths.contains(path), "\(file.path): \(target)")
                    #expect(!path.hasSuffix(".html"), "\(file.path): \(target) is no twin")
                    count += 1
                }
            }
            #expect(count > 500)
        }
    }

    @Test func llmsTextIsAsTheConventionHasIt() async throws {
        for site in try await Self.sites() {
            let text = try #require(site.text("llms.txt"))
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines[0].hasPrefix("# ") && lines[1].hasPrefix("> "))
            #expect(lines.count { $0.hasPrefix("# ") } == 1 && !lines.contains { $0.hasPrefix("### ") })
            let list = lines.drop { !$0.hasPrefix("## ") }
            for line in list where !line.hasPrefix("## ") {
                #expect(line.wholeMatch(of: #/- \[.+\]\([^()\s]+\)(: .+)?/#) != nil, "\(line)")
            }
            #expect(list.contains("## Optional"))
            #expect(site.result.files.contains { $0.path == "llms-full.txt" })
        }
    }

    @Test func aTwinSaysWhatTheModelKnows() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let deploy = try #require(site.text("activities/deploy-to-production/index.md"))
        #expect(deploy.contains("- **Decides**: [AI Engineer](../../roles/ai-engineer/index.md) [["))
        #expect(deploy.contains("Sources differ"))
        #expect(deploy.contains("[matrix](../../raci/core-tasks/index.md)"), "an author's link")
        #expect(deploy.contains("\nsources:\n  - number: "))
        let engineer = try #require(site.text("roles/data-engineer/index.md"))
        // A relation that is written from the other side.
        #expect(engineer.contains("### Data Scientist\n") && engineer.contains("### DevOps"))
        #expect(engineer.contains("](pack.md)") || engineer.contains("](../../roles/data-engineer/pack.md)"))
        let matrix = try #require(site.text("raci/core-tasks/index.md"))
        #expect(matrix.contains("| --- |") && matrix.contains("](../../activities/deploy-to-production/index.md)"))
    }

    private static let project = """
        -- handbook.yml --
        title: Team
        base_url: https://example.org/h/
        -- content/index.md --
        # Start
        See [the maker](roles/maker.md#skills "a title"), [[Maker|him]], [this][way], `[code](roles/maker.md)` and
        [elsewhere](https://example.com/a_(b)). \\[not\\](roles/maker.md) [@book, p. 3]

        ```
        [kept](roles/maker.md) [@book]
        ```

        <!-- a comment -->

        [way]: roles/maker.md
        -- content/sources/book.md --
        # Book
        -- content/roles/maker.md --
        # Maker
        ## Skills
        - **A | B**: `x|y` [@book]
        """

    @Test func anAuthorsLinksLeadToTwins() async throws {
        let site = await BuiltSite(Self.project)
        let text = try #require(site.text("index.md"))
        #expect(
            text.contains(
                #"[the maker](roles/maker/index.md#skills "a title"), [him](roles/maker/index.md), [this](roles/maker/index.md),"#
            ),
            "\(text)"
        )
        #expect(text.contains("`[code](roles/maker.md)` and\n[elsewhere](https://example.com/a_(b))."))
        #expect(text.contains(#"[not\](roles/maker.md) [[1, p. 3]](sources/book/index.md)"#))
        #expect(text.contains("```\n[kept](roles/maker.md) [@book]\n```"))
        #expect(!text.contains("[way]") && !text.contains("comment"))
        #expect(text.contains("address: \"https://example.org/h/\""))
        let llms = try #require(site.text("llms.txt"))
        #expect(llms.contains("(https://example.org/h/roles/maker/pack.md)"))
    }

    @Test func theSettingsTurnThemOff() async throws {
        let site = await BuiltSite(Self.project.replacing("title: Team", with: "title: Team\ntwins: off"))
        #expect(!site.result.files.contains { $0.path.hasSuffix(".md") || $0.path.hasPrefix("llms") })
        #expect(site.text("index.html")?.contains("text/markdown") == false)
    }

    @Test func theSameComesOutEachTime() async throws {
        let (first, second) = (await BuiltSite(Self.project), await BuiltSite(Self.project))
        #expect(first.result.files.sorted { $0.path < $1.path } == second.result.files.sorted { $0.path < $1.path })
    }
}
