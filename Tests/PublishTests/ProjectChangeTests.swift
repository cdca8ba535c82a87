import Diagnostics
import Foundation
import Testing

@testable import Publish

/// Files of a project change all at once, or not at all.
@Suite struct ProjectChangeTests {
    private static func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "handbook-change-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url.appending(path: "a"), withIntermediateDirectories: true)
        for name in ["one", "two"] { try Data(name.utf8).write(to: url.appending(path: "a/\(name).md")) }
        return url
    }

    private static func state(_ url: URL) throws -> [String: String] {
        var state: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: url.appending(path: "a").path) {
            state[name] = try String(contentsOf: url.appending(path: "a/\(name)"), encoding: .utf8)
        }
        return state
    }

    private static func change(_ name: String, to new: String, from before: String? = nil) -> ProjectChange.File {
        ProjectChange.File(path: "a/\(name).md", newPath: new, before: Array((before ?? name).utf8), after: Array("new \(name)".utf8))
    }

    @Test func allAtOnce() throws {
        let url = try Self.folder()
        defer { try? FileManager.default.removeItem(at: url) }
        try ProjectChange.apply([Self.change("one", to: "a/three.md"), Self.change("two", to: "a/two.md")], to: url.path)
        #expect(try Self.state(url) == ["three.md": "new one", "two.md": "new two"])
    }

    @Test(arguments: [
        ("a/two.md", "something else", "'a/two.md' has changed meanwhile"), ("a/one.md", "two", "'a/one.md' is there already"),
        ("nowhere/two.md", "two", "'nowhere/two.md' cannot be written: No such file or directory"),
    ])
    func orNotAtAll(path: String, before: String, message: String) throws {
        let url = try Self.folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let changes = [Self.change("one", to: "a/three.md"), Self.change("two", to: path, from: before)]
        var told: String?
        do { try ProjectChange.apply(changes, to: url.path) } catch { told = error.message }
        #expect(told == message)
        #expect(try Self.state(url) == ["one.md": "one", "two.md": "two"])
    }
}
