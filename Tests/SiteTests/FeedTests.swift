import Foundation
import Handbook
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Feeds of changes, against RFC 4287.
@Suite struct FeedTests {
    @Test(arguments: ["", "base_url: https://Example.org:8080/hand%20book/\n"])
    func everyFeedIsValid(settings: String) async throws {
        let site = await ChangesPageTests.site(settings: settings)
        let feeds = site.result.files.map(\.path).filter { $0.hasSuffix("feed.xml") }
        #expect(feeds == ["feed.xml", "roles/editor/feed.xml", "roles/reporter/feed.xml"])
        var ids: [String] = []
        for path in feeds {
            let feed = try Element.parse(try #require(site.text(path)))
            try expectValid(feed, path)
            ids += ([feed] + feed.all("entry")).compactMap { $0.first("id")?.text }
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix(settings.isEmpty ? "tag:handbook.invalid,2026-01-3" : "tag:example.org,2026-01-3") })
    }

    @Test func theHandbooksFeedTellsEveryRevisionWithWholeLinks() async throws {
        let site = await ChangesPageTests.site(settings: "base_url: https://example.org/book\n")
        let feed = try Element.parse(site.text("feed.xml") ?? "")
        #expect(feed.first("title")?.text == "The Herald · What changed")
        #expect(feed.first("updated")?.text == "2026-01-31T13:00:00Z")
        #expect(feed.links("self") == ["https://example.org/book/feed.xml"])
        #expect(feed.links("alternate") == ["https://example.org/book/changes/"])
        let entries = feed.all("entry")
        #expect(entries.map { $0.first("title")?.text } == ["Count \"errors\" & <slips>\u{FFFD}", "Let the reporter answer", "Begin"])
        #expect(entries.map { $0.links("alternate") }.first == ["https://example.org/book/changes/#r-000300000000"])
        #expect(
            entries.first?.first("content")?.text
                == #"<ul><li><a href="https://example.org/book/roles/editor/">Editor</a>: KPI added: Errors &amp; &lt;slips&gt;</li></ul>"#
        )
        let page = site.page("changes/")
        for link in entries.flatMap({ $0.links("alternate") }) {
            #expect(page.attribute("id").contains(String(link.split(separator: "#").last ?? "")))
        }
    }

    @Test func withoutABaseURLAFeedHasNoLinksAndIsWholeInItself() async throws {
        let text = await ChangesPageTests.site().text("feed.xml") ?? ""
        #expect(!text.contains("<link"))
        #expect(!text.contains("href="))
        let feed = try Element.parse(text)
        #expect(feed.all("entry").first?.first("content")?.text == "<ul><li>Editor: KPI added: Errors &amp; &lt;slips&gt;</li></ul>")
    }

    @Test func aRolesFeedTellsWhatConcernsTheRoleAlone() async throws {
        let site = await ChangesPageTests.site()
        let editor = try Element.parse(site.text("roles/editor/feed.xml") ?? "")
        #expect(editor.first("title")?.text == "Editor · What changed · The Herald")
        #expect(editor.all("entry").map { $0.first("title")?.text.prefix(5) } == ["Count", "Let t", "Begin"])
        let reporter = try Element.parse(site.text("roles/reporter/feed.xml") ?? "")
        #expect(reporter.all("entry").map { $0.first("title")?.text } == ["Let the reporter answer", "Begin"])
        #expect(reporter.all("entry").last?.first("content")?.text == "<ul><li>Reporter: role added</li></ul>")
    }

    @Test func aRoleThatHasNotChangedLatelyKeepsItsFeed() async throws {
        let states = [
            TestHistory.State("Begin", ChangesPageTests.first, at: 1_769_774_400),
            TestHistory.State("Count", ChangesPageTests.first.replacing("[Readers]", with: "[Errors]"), at: 1_769_860_800),
        ]
        let history = await TestHistory.of(states, limit: 1)
        let site = await BuiltSite(ChangesPageTests.first, history: history)
        let feed = try Element.parse(site.text("roles/reporter/feed.xml") ?? "")
        #expect(feed.all("entry").isEmpty)
        try expectValid(feed, "roles/reporter/feed.xml")
    }

    @Test func pagesNameTheirFeeds() async {
        let site = await ChangesPageTests.site()
        func feeds(_ address: String) -> [String] {
            site.page(address).text.components(separatedBy: "<link rel=\"alternate\" type=\"application/atom+xml\"").dropFirst()
                .map { HTML(String($0.prefix { $0 != ">" })).attribute("href")[0] }
        }
        #expect(feeds("") == ["feed.xml"])
        #expect(feeds("raci/daily/") == ["../../feed.xml"])
        #expect(feeds("roles/editor/") == ["../../feed.xml", "../../roles/editor/feed.xml"])
    }

    @Test func aFeedOfTheProjectsOwnReplacesOurs() async {
        let files = ProjectText(ChangesPageTests.first + "-- static/feed.xml --\nmine\n").files
        let history = await TestHistory.of([.init("Begin", ChangesPageTests.first, at: 1)])
        let site = await BuiltSite(files, history: history)
        #expect(site.result.files.first { $0.path == "feed.xml" }?.contents == .copy(of: "static/feed.xml"))
    }

    @Test func identifiersStayWhenRevisionsCome() async {
        let states = (1...4).map {
            TestHistory.State(
                "Revision \($0)",
                ChangesPageTests.first.replacing("[Readers]", with: "[Readers \($0)]"),
                at: 1_769_774_400 + $0
            )
        }
        func ids(_ count: Int) async throws -> [String] {
            let site = await BuiltSite(ChangesPageTests.first, history: await TestHistory.of(Array(states.prefix(count)), limit: 3))
            let feed = try Element.parse(site.text("feed.xml") ?? "")
            return ([feed] + feed.all("entry")).compactMap { $0.first("id")?.text }
        }
        let (before, after) = (try? await ids(3), try? await ids(4))
        #expect(before?.count == 4)
        #expect(before?.first == after?.first)
        #expect(before?.dropFirst().prefix(2).map(\.self) == after?.suffix(2).map(\.self))
    }

    // MARK: - RFC 4287

    /// Sections 4.1.1 and 4.1.2: what must be there, what must be there once, and RFC 3339 dates; order means nothing.
    private func expectValid(_ feed: Element, _ path: String) throws {
        #expect(feed.name == "feed" && feed.namespace == "http://www.w3.org/2005/Atom", "\(path)")
        for element in [feed] + feed.all("entry") {
            for name in ["id", "title", "updated"] { #expect(element.all(name).count == 1, "\(path): \(name)") }
            let date = element.first("updated")?.text ?? ""
            #expect(date.wholeMatch(of: /\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ/) != nil, "\(path): \(date)")
            #expect(element.first("id")?.text.wholeMatch(of: /tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[0-9a-f]{40}[!-~]*/) != nil, "\(path)")
            #expect(element.first("title")?.text.isEmpty == false, "\(path)")
            let alternates = element.all("link").filter { $0.attributes["rel"] == "alternate" }
            #expect(Set(alternates.map { $0.attributes["type"] }).count == alternates.count, "\(path)")
        }
        // An author for the feed, since entries have none (4.1.1).
        #expect(feed.all("author").count == 1)
        #expect(feed.first("author")?.first("name")?.text.isEmpty == false)
        // A content of their own, or a link to it (4.1.2).
        #expect(
            feed.all("entry").allSatisfy { $0.all("content").count == 1 && $0.first("content")?.attributes["type"] == "html" },
            "\(path)"
        )
        #expect(feed.all("link").allSatisfy { $0.attributes["href"]?.hasPrefix("https://") == true }, "\(path)")
        let ids = feed.all("entry").compactMap { $0.first("id")?.text }
        #expect(Set(ids).count == ids.count, "\(path)")
    }
}

/// An element of XML, as `XMLParser` finds it.
final class Element {
    let name: String
    let namespace: String
    let attributes: [String: String]
    private(set) var text = ""
    private(set) var children: [Element] = []

    private init(_ name: String, _ namespace: String, _ attributes: [String: String]) {
        (self.name, self.namespace, self.attributes) = (name, namespace, attributes)
    }

    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    func first(_ name: String) -> Element? { all(name).first }
    func links(_ relation: String) -> [String] {
        all("link").filter { $0.attributes["rel"] == relation }.compactMap { $0.attributes["href"] }
    }

    /// The root of a document; a document that is not well formed is a failure.
    static func parse(_ text: String) throws -> Element {
        let parser = XMLParser(data: Data(text.utf8))
        let reader = Reader()
        parser.shouldProcessNamespaces = true
        parser.delegate = reader
        try #require(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "not well formed")")
        return try #require(reader.root)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: Element?
        private var open: [Element] = []

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = Element(name, namespaceURI ?? "", attributes)
            if let parent = open.last { parent.children.append(element) } else { root = element }
            open.append(element)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }
    }
}
