import Foundation
import Site
import Testing

@testable import Publish

@Suite struct ConcurrencyTests {
    @Test func `two builds at once leave one whole site`() async throws {
        let sites = ["a", "b"].map { letter in
            Dictionary(
                uniqueKeysWithValues: (0..<40).map { ("\(letter)/\($0 % 7)/\($0).html", letter + "\($0)") } + [("index.html", letter)]
            )
        }
        let folder = TestFolder(path: NSTemporaryDirectory() + "publish-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        defer { try? Disk.remove(DiskPath(folder.path)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for site in sites { group.addTask { for _ in 0..<15 { try folder.publish(site) } } }
            try await group.waitForAll()
        }
        #expect(sites.contains(try folder.site()))
        #expect(try folder.leftovers().isEmpty)
    }

    @Test func `a reader finds a page at every moment of a publish`() async throws {
        let folder = TestFolder(path: NSTemporaryDirectory() + "publish-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: folder[("a")], withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder[("b")], withIntermediateDirectories: true)
        defer { try? Disk.remove(DiskPath(folder.path)) }
        // A file system that cannot exchange two folders has a moment between two renames.
        guard Swap().exchange(DiskPath(folder["a"]), DiskPath(folder["b"])) == 0 else { return }
        try folder.publish(["index.html": "0"])
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                for number in 1...60 { try folder.publish(["index.html": "\(number)", "n\(number).html": ""]) }
                return 0
            }
            group.addTask { (0..<3000).count { _ in !folder.has("public/index.html") } }
            for try await misses in group { #expect(misses == 0) }
        }
    }
}
