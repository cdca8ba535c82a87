import Handbook
import Testing

@testable import Publish

/// What git prints, read byte for byte.
@Suite struct GitLogTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func revisionsAreReadWithTheirFiles() {
        let output =
            "\u{1}b1 a1 c1\0200\0Second\0\nM\0content/a.md\0R100\0content/old.md\0content/ä \"q\"\n b.md\0\u{1}a1 \0100\0First\0\nA\0content/a.md\0"
        let revisions = GitLog.revisions(Self.bytes(output))
        #expect(revisions.map(\.commit.id) == ["b1", "a1"])
        #expect(revisions.map(\.parent) == ["a1", nil])
        #expect(revisions.map(\.commit.date.seconds) == [200, 100])
        #expect(revisions.map(\.commit.subject) == ["Second", "First"])
        #expect(
            revisions.first?.files == [
                GitFileChange(path: DiskPath("content/a.md"), origin: nil),
                GitFileChange(path: DiskPath("content/ä \"q\"\n b.md"), origin: DiskPath("content/old.md")),
            ]
        )
    }

    @Test func subjectsMayBeEmptyOrLookLikeTheBeginningOfARevision() {
        let output = "\u{1}b1 a1\0200\0\0\nM\0a\0\u{1}a1 \0100\0\u{1}c1 d1\0\nA\0a\0"
        #expect(GitLog.revisions(Self.bytes(output)).map(\.commit.subject) == ["", "\u{1}c1 d1"])
    }

    @Test func whatIsCutOffEndsTheReading() {
        #expect(GitLog.revisions([]).isEmpty)
        #expect(GitLog.revisions(Self.bytes("\u{1}a1 \0100")).isEmpty)
        #expect(GitLog.revisions(Self.bytes("nonsense\0\0\0")).isEmpty)
    }

    @Test func aFolderIsReadWithIdsOfEitherLength() {
        let short = [UInt8](repeating: 0xAB, count: 20)
        let bytes = Self.bytes("100644 a b.md\0") + short + Self.bytes("40000 roles\0") + short + Self.bytes("120000 l\0") + short
        let tree = GitTree(bytes, idLength: 20)
        #expect(tree.entries.map(\.name.text) == ["a b.md", "roles", "l"])
        #expect(tree.entries.map(\.kind) == [.file, .folder, .other])
        #expect(tree.entries.allSatisfy { $0.id == String(repeating: "ab", count: 20) })
        let long = [UInt8](repeating: 0, count: 32)
        #expect(GitTree(Self.bytes("160000 sub\0") + long, idLength: 32).entries.map(\.kind) == [.other])
        #expect(GitTree(Self.bytes("100644 cut\0abc"), idLength: 20).entries.isEmpty)
    }
}
