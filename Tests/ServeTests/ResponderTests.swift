import HTTPTypes
import Testing

@testable import Serve

@Suite struct ResponderTests {
    private static let files = [
        ("index.html", "<!doctype html>\n<head>\n<title>x</title>\n</head><body>home</body>"), ("404.html", "<head></head>nowhere"),
        ("roles/a/index.html", "<head></head>a"), ("roles/a/index.md", "# a"), ("robots.txt", "0123456789"),
    ].map { SiteFile(path: $0.0, contents: .bytes(Array($0.1.utf8))) }

    private static func broadcaster(_ files: [SiteFile] = files) -> StatusBroadcaster {
        let broadcaster = StatusBroadcaster(run: "r")
        broadcaster.show(MadeFiles(files), keeping: nil)
        return broadcaster
    }

    private static func ask(
        _ path: String,
        _ broadcaster: StatusBroadcaster = broadcaster(),
        method: HTTPRequest.Method = .get,
        fields: HTTPFields = [:]
    )
        async -> Answer
    {
        let request = HTTPRequest(method: method, scheme: "http", authority: "localhost:8000", path: path, headerFields: fields)
        let responder = Responder(current: broadcaster.status, policy: HostPolicy(host: "127.0.0.1"), port: 8000)
        switch await responder.find(request) {
        case .bytes(let bytes, let representation):
            let answer = representation.answer(to: request)
            return Answer(
                status: answer.head.status.code,
                fields: answer.head.headerFields,
                text: answer.range.map { String(decoding: bytes[$0], as: UTF8.self) }
            )
        case .file(let path, let type, _): return Answer(status: 200, fields: [.contentType: type], text: "file " + path)
        case .events: return Answer(status: 200, fields: [:], text: "events")
        case .words(let status, let text, let fields): return Answer(status: status.code, fields: fields, text: text)
        }
    }

    private struct Answer {
        let status: Int
        let fields: HTTPFields
        let text: String?
    }

    @Test func aPageIsServedWithTheScriptInItsHead() async {
        let answer = await Self.ask("/")
        #expect(answer.status == 200)
        #expect(answer.fields[.contentType] == "text/html; charset=utf-8")
        #expect(
            answer.text == """
                <!doctype html>
                <head>
                <title>x</title>
                <script defer src="/_handbook/reload.js" data-version="r-1"></script>
                </head><body>home</body>
                """
        )
        #expect(answer.fields[.contentLength] == String(answer.text?.utf8.count ?? 0))
    }

    @Test func otherFilesAreServedToTheByte() async {
        #expect(await Self.ask("/roles/a/index.md").text == "# a")
        #expect(await Self.ask("/roles/a/index.md").fields[.contentType] == "text/markdown; charset=utf-8")
        #expect(await Self.ask("/robots.txt").text == "0123456789")
    }

    @Test func aFoldersNameLeadsToItsPage() async {
        #expect(await Self.ask("/roles/a/").text?.contains("</head>a") == true)
        let answer = await Self.ask("/roles/a?x=1")
        #expect(answer.status == 302)
        #expect(answer.fields[.location] == "/roles/a/?x=1")
        #expect(await Self.ask("/robots.txt/").status == 404)
    }

    @Test(arguments: ["/nothing", "/roles/", "/..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/roles%2fa/", "/_handbook/"])
    func whatIsNotThereIsNotFound(path: String) async {
        let answer = await Self.ask(path)
        #expect(answer.status == 404)
        #expect(answer.fields[.eTag] == nil)
        if path != "/_handbook/" { #expect(answer.text?.contains("nowhere") == true) }
    }

    @Test func onlyReadingIsAnswered() async {
        let answer = await Self.ask("/", method: .post)
        #expect(answer.status == 405)
        #expect(answer.fields[.allow] == "GET, HEAD")
        #expect(await Self.ask("/_handbook/events", method: .head).status == 405)
        #expect(await Self.ask("/_handbook/events").text == "events")
    }

    @Test func aHeadIsWhatTheWholeWouldHave() async {
        let (whole, head) = (await Self.ask("/robots.txt"), await Self.ask("/robots.txt", method: .head))
        #expect(head.text == nil)
        #expect(head.fields == whole.fields)
    }

    @Test func aFileThatIsKnownIsNotSentAgain() async throws {
        let tag = try #require(await Self.ask("/robots.txt").fields[.eTag])
        for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let answer = await Self.ask("/robots.txt", fields: [.ifNoneMatch: known])
            #expect(answer.status == 304, "\(known)")
            #expect(answer.text == nil)
            #expect(answer.fields[.eTag] == tag)
        }
        #expect(await Self.ask("/robots.txt", fields: [.ifNoneMatch: "\"other\""]).status == 200)
    }

    @Test func onlyAFileThatChangedGetsAnotherTag() async {
        let broadcaster = Self.broadcaster()
        func tag(_ path: String) async -> String? { await Self.ask(path, broadcaster).fields[.eTag] }
        let (robots, page, twin) = (await tag("/robots.txt"), await tag("/"), await tag("/roles/a/index.md"))
        let changed = Self.files.map { $0.path == "robots.txt" ? SiteFile(path: $0.path, contents: .bytes([1])) : $0 }
        broadcaster.show(MadeFiles(changed), keeping: nil)
        #expect(await tag("/robots.txt") != robots)
        #expect(await tag("/roles/a/index.md") == twin)
        // The script's tag in it has changed.
        #expect(await tag("/") != page)
    }

    @Test func aPartIsServed() async throws {
        let tag = try #require(await Self.ask("/robots.txt").fields[.eTag])
        let answer = await Self.ask("/robots.txt", fields: [.range: "bytes=2-4", .ifRange: tag])
        #expect(answer.status == 206)
        #expect(answer.text == "234")
        #expect(answer.fields[.contentRange] == "bytes 2-4/10")
        #expect(answer.fields[.contentLength] == "3")
        #expect(await Self.ask("/robots.txt", fields: [.range: "bytes=2-4", .ifRange: "\"old\""]).status == 200)
        let beyond = await Self.ask("/robots.txt", fields: [.range: "bytes=10-"])
        #expect(beyond.status == 416)
        #expect(beyond.fields[.contentRange] == "bytes */10")
    }

    @Test func errorsStandInThePlaceOfASiteThatNeverWas() async {
        let broadcaster = StatusBroadcaster(run: "r")
        #expect(await Self.ask("/", broadcaster).text?.contains("The site is being built.") == true)
        broadcaster.show(trouble: "error[x]: <b>\n")
        let answer = await Self.ask("/any/page", broadcaster)
        #expect(answer.status == 503)
        #expect(answer.text?.contains("error[x]: &lt;b&gt;\n") == true)
        #expect(answer.text?.contains("data-version=\"r-0\"") == true)
    }

    @Test func theLastGoodSiteStaysWhileThereAreErrors() async {
        let broadcaster = Self.broadcaster()
        broadcaster.show(trouble: "error[x]: y\n")
        #expect(broadcaster.status.trouble == "error[x]: y\n")
        #expect(await Self.ask("/", broadcaster).text?.contains("data-version=\"r-1\"") == true)
        broadcaster.show(MadeFiles(Self.files), keeping: nil)
        #expect(broadcaster.status.trouble == nil)
        #expect(broadcaster.status.version == "r-3")
    }

    @Test func whatComesLaterJoinsItsOwnBuildAlone() async {
        let broadcaster = Self.broadcaster()
        let index = [SiteFile(path: "index/a", contents: .bytes([1]))]
        broadcaster.add(index, in: "index", toBuild: 1)
        #expect(await Self.ask("/index/a", broadcaster).status == 200)
        #expect(broadcaster.status.version == "r-1")
        let next = broadcaster.show(MadeFiles(Self.files), keeping: "index")
        #expect(await Self.ask("/index/a", broadcaster).status == 200)
        broadcaster.add([SiteFile(path: "index/b", contents: .bytes([1]))], in: "index", toBuild: next)
        #expect(await Self.ask("/index/a", broadcaster).status == 404)
        broadcaster.add(index, in: "index", toBuild: next - 1)
        #expect(await Self.ask("/index/a", broadcaster).status == 404)
        broadcaster.show(MadeFiles(Self.files), keeping: nil)
        #expect(await Self.ask("/index/b", broadcaster).status == 404)
    }

    @Test(arguments: [("<HEAD></HEAD>x", "<HEAD>|</HEAD>x"), ("<!DOCTYPE html>x", "<!DOCTYPE html>|x"), ("x", "|x"), ("", "|")])
    func aPageWithoutAHeadGetsTheScriptToo(page: String, expected: String) async {
        let tag = "<script defer src=\"/_handbook/reload.js\" data-version=\"v\"></script>\n"
        let text = String(decoding: Overlay.inserted(into: Array(page.utf8), version: "v"), as: UTF8.self)
        #expect(text == expected.replacing("|", with: tag))
    }

    @Test func anEventIsOneLine() async {
        let status = SiteStatus(site: nil, version: "v", trouble: "a\n\"b\" é")
        #expect(Overlay.event(status) == "data: {\"trouble\":\"a\\n\\\"b\\\" é\",\"version\":\"v\"}\n\n")
    }
}
