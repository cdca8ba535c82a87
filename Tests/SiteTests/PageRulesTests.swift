import Foundation
import Testing

/// What holds for every page of the default handbook.
@Suite struct PageRulesTests {
    @Test func everyLinkLeadsToAFileAndAnAnchorOfTheSite() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let files = Set(site.result.files.map(\.path))
        let ids = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, Set($0.html.attribute("id"))) })
        var checked = 0
        for (path, html) in site.pages where path != "404.html" {
            for href in html.attribute("href") + html.attribute("src") where !href.contains("://") && !href.hasPrefix("mailto:") {
                let halves = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = halves[0].isEmpty ? path : Self.join(path, halves[0])
                #expect(files.contains(target), "\(path) links to \(href)")
                if halves.count > 1, let anchors = ids[target] { #expect(anchors.contains(halves[1]), "\(path) links to \(href)") }
                checked += 1
            }
        }
        #expect(checked > 3_000)
    }

    @Test func everyPageIsReachedFromTheHomePage() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let pages = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, $0.html) })
        var seen: Set<String> = []
        var waiting = ["index.html"]
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted, let html = pages[path] else { continue }
            for href in html.attribute("href") where !href.contains("://") && href.contains("index.html") {
                waiting.append(Self.join(path, String(href.prefix { $0 != "#" })))
            }
        }
        #expect(Set(pages.keys).subtracting(seen) == ["404.html"])
    }

    @Test func everyPageHasOneTitleAHeadingOrderAndNoIdTwice() async throws {
        let site = try await BuiltSite.defaultHandbook()
        #expect(site.pages.count > 80)
        for (path, html) in site.pages {
            #expect(html.elements("h1").count == 1, "\(path)")
            #expect(html.elements("title").count == 1, "\(path)")
            #expect(html.elements("main").count == 1, "\(path)")
            let ids = html.attribute("id")
            #expect(Set(ids).count == ids.count, "\(path) gives an id twice: \(ids.filter { id in ids.count { $0 == id } > 1 })")
            var last = 1
            for level in Self.headingLevels(html.text) {
                #expect(level <= last + 1, "\(path) jumps from h\(last) to h\(level)")
                last = level
            }
        }
    }

    @Test func nothingIsLoadedFromElsewhereAndOneScriptAloneHoldsUpThePage() async throws {
        let site = try await BuiltSite.defaultHandbook()
        for (path, html) in site.pages {
            for script in html.text.components(separatedBy: "<script src=").dropFirst() {
                #expect(script.prefix { $0 != ">" }.contains("/scheme-"), "\(path) waits for \(script.prefix(60))")
            }
            #expect(html.attribute("src").allSatisfy { !$0.contains("://") }, "\(path)")
            for tag in html.text.split(separator: "<link").dropFirst() where tag.prefix(60).contains("stylesheet") {
                #expect(!tag.prefix(200).contains("://"), "\(path)")
            }
        }
    }

    @Test func tablesHaveScopedHeadingsAndABoxOfTheirOwn() async throws {
        let site = try await BuiltSite.defaultHandbook()
        var tables = 0
        for (path, html) in site.pages {
            let count = html.elements("table").count
            tables += count
            #expect(html.text.components(separatedBy: "class=\"table-box").count - 1 == count, "\(path)")
            for header in html.text.components(separatedBy: "<th").dropFirst() where header.first == " " || header.first == ">" {
                let isTheme = html.contains("<table class=")
                if isTheme, html.elements("table", "class=").contains(where: { $0.contains("<th" + header.prefix(20)) }) {
                    #expect(header.prefix { $0 != ">" }.contains("scope="), "\(path): <th\(header.prefix(40))")
                }
            }
        }
        #expect(tables > 40)
    }

    private static func headingLevels(_ text: String) -> [Int] {
        text.components(separatedBy: "<h").dropFirst().compactMap { part in
            guard let digit = part.first?.wholeNumberValue, let next = part.dropFirst().first, next == " " || next == ">" else {
                return nil
            }
            return digit
        }
    }

    static func join(_ from: String, _ href: String) -> String {
        var parts = from.split(separator: "/").dropLast().map(String.init)
        for part in (href.removingPercentEncoding ?? href).split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
