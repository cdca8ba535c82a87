import Foundation
import Handbook
import Testing

@testable import Publish

/// Asking addresses of other sites: in which order, what curl is told, what its answer means, what is kept.
@Suite struct LinkFetcherTests {
    // MARK: - Order

    @Test func noHostIsAskedMoreThanAFewTimesAtOnce() {
        let addresses = (1...5).map { "https://a.example.org/\($0)" } + ["https://b.example.org/1"]
        var queue = HostQueue(addresses, perHost: 2)
        let first = (1...6).compactMap { _ in queue.next() }
        #expect(Set(first) == ["https://a.example.org/1", "https://a.example.org/2", "https://b.example.org/1"])
        queue.done("https://b.example.org/1")
        #expect(queue.next() == nil)
        queue.done("https://a.example.org/1")
        #expect(queue.next() == "https://a.example.org/3")
        #expect(queue.next() == nil)
        for address in ["2", "3"] { queue.done("https://a.example.org/\(address)") }
        #expect(queue.next() == "https://a.example.org/4")
        #expect(queue.next() == "https://a.example.org/5")
        for address in ["4", "5"] { queue.done("https://a.example.org/\(address)") }
        #expect(queue.next() == nil)
    }

    @Test func everyAddressIsAskedOnce() {
        let addresses = (0..<400).map { "http://h\($0 % 7)/\($0)" }
        var queue = HostQueue(addresses, perHost: 2)
        var running: [String] = []
        var asked: [String] = []
        var state: UInt64 = 3
        while asked.count < addresses.count || !running.isEmpty {
            while running.count < 12, let address = queue.next() {
                running.append(address)
                asked.append(address)
            }
            let perHost = Dictionary(grouping: running, by: ExternalLink.host(of:)).mapValues(\.count)
            #expect(perHost.values.allSatisfy { $0 <= 2 })
            guard !running.isEmpty else { break }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            queue.done(running.remove(at: Int(state >> 33) % running.count))
        }
        #expect(asked.sorted() == addresses.sorted())
    }

    // MARK: - curl

    @Test(arguments: [
        ("https://a/b", "url = \"https://a/b\"\n"), ("https://a/\"b\\", "url = \"https://a/\\\"b\\\\\"\n"),
        ("https://a/\noutput = x", "url = \"https://a/output = x\"\n"), ("-o x", "url = \"-o x\"\n"),
    ])
    func anAddressIsNeverAnOption(address: String, text: String) { #expect(LinkFetcher.configuration(address) == text) }

    private func answer(_ output: String, status: Int32 = 0, complaint: String = "", isOverdue: Bool = false) -> LinkAnswer {
        let ran = Program.Outcome(status: status, output: Array(output.utf8), complaint: complaint, isOverdue: isOverdue)
        return CurlReply(ran, asked: "http://a.example.org/x/y").answer(limit: 10)
    }

    @Test func theLastAnswerCounts() {
        #expect(answer("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n") == .answered(status: 200))
        #expect(answer("HTTP/2 103 \r\n\r\nHTTP/2 404 \r\n\r\n") == .answered(status: 404))
        // The page is there, though the rest of it took too long, or is too much.
        #expect(answer("HTTP/1.1 200 OK\r\n\r\n", status: 28) == .answered(status: 200))
        #expect(answer("HTTP/1.1 200 OK\r\n\r\n", status: 63) == .answered(status: 200))
    }

    @Test func redirectsForGoodAreFollowedAsFarAsTheyAre() {
        func steps(_ heads: (Int, String)...) -> String {
            heads.map { "HTTP/1.1 \($0.0) X\r\nLocation: \($0.1)\r\n\r\n" }.joined() + "HTTP/1.1 200 OK\r\n\r\n"
        }
        #expect(answer(steps((301, "https://a.example.org/x/y"))) == .answered(status: 200, movedTo: "https://a.example.org/x/y"))
        #expect(answer(steps((308, "../z"))) == .answered(status: 200, movedTo: "http://a.example.org/z"))
        #expect(answer(steps((302, "/z"))) == .answered(status: 200))
        #expect(answer(steps((301, "/z"), (302, "/login"))) == .answered(status: 200, movedTo: "http://a.example.org/z"))
        #expect(answer(steps((302, "/z"), (301, "/login"))) == .answered(status: 200))
        #expect(answer(steps((301, "/z"), (301, "/x/y"))) == .answered(status: 200))
    }

    @Test func whatGoesWrongHasAName() {
        #expect(answer("", status: 6, complaint: "curl: (6) Could not resolve host: a\n") == .noHost)
        #expect(answer("", status: 7) == .refused)
        #expect(answer("", status: 28) == .late(seconds: 10))
        #expect(answer("HTTP/1.1 301 X\r\nLocation: /z\r\n\r\n", status: 28) == .late(seconds: 10))
        #expect(answer("", status: 137, isOverdue: true) == .late(seconds: 10))
        #expect(answer("HTTP/1.1 301 X\r\nLocation: /z\r\n\r\n", status: 47) == .endless)
        #expect(
            answer("", status: 60, complaint: "curl: (60) SSL certificate problem: self-signed certificate\nMore\n")
                == .untrusted(reason: "SSL certificate problem: self-signed certificate")
        )
        #expect(answer("", status: 52, complaint: "curl: (52) Empty reply from server\n") == .failed(reason: "Empty reply from server"))
    }

    // MARK: - What is kept

    private static func file() -> String {
        FileManager.default.temporaryDirectory.appending(path: "handbook-links-\(UUID().uuidString).json").path
    }

    @Test func answersAreKeptForATime() throws {
        let path = Self.file()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let all = ["a", "b", "c", "d", "e"]
        var cache = try LinkCache(at: path, now: Date(timeIntervalSince1970: 1_000_000))
        try cache.keep([
            "a": .answered(status: 200), "b": .answered(status: 404, movedTo: "x"), "c": .noHost, "d": .late(seconds: 1),
            "e": .answered(status: 503),
        ])
        let later = try LinkCache(at: path, now: Date(timeIntervalSince1970: 1_000_050))
        #expect(later.answers(to: all, age: 60) == ["a": .answered(status: 200), "b": .answered(status: 404, movedTo: "x")])
        #expect(later.answers(to: all, age: 50).isEmpty)
        #expect(later.answers(to: all, age: 0).isEmpty)
        // A clock that was set back.
        #expect(try LinkCache(at: path, now: Date(timeIntervalSince1970: 999_000)).answers(to: all, age: 60).isEmpty)
        // What another run has written in between stays; what is a month old goes.
        var old = try LinkCache(at: path, now: Date(timeIntervalSince1970: 1_000_060))
        cache = try LinkCache(at: path, now: Date(timeIntervalSince1970: 1_000_060))
        try cache.keep(["f": .answered(status: 200)])
        try old.keep(["g": .answered(status: 200)])
        #expect(try LinkCache(at: path, now: Date(timeIntervalSince1970: 1_000_061)).answers(to: ["a", "f", "g"], age: 90).count == 3)
        var late = try LinkCache(at: path, now: Date(timeIntervalSince1970: 9_000_000))
        try late.keep([:])
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\"answers\" : {\n\n  }"))
    }

    @Test(arguments: ["title: Mine\n", "{\"version\": 2, \"answers\": {}}", "[]"])
    func aFileOfSomebodyElsesIsNotReplaced(text: String) throws {
        let path = Self.file()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var told: String?
        do { _ = try LinkCache(at: path, now: Date()) } catch { told = error.message }
        #expect(told == "'\(path)' is no file of answers of version 1")
    }

    @Test func aFileThatCannotBeWrittenIsTold() throws {
        var cache = try LinkCache(at: "/proc/nowhere/links.json", now: Date())
        var told: String?
        do { try cache.keep(["a": .answered(status: 200)]) } catch { told = error.rule.id }
        #expect(told == "no-link-cache")
    }

    @Test func theUsualPlaceIsTheUsersFolderOfCaches() {
        #expect(LinkCache.usualPath(["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/handbook/links.json")
        #expect(LinkCache.usualPath(["XDG_CACHE_HOME": "c", "HOME": "/h"]) == "/h/.cache/handbook/links.json")
    }
}
