import Foundation
import Testing

@testable import Publish

@Suite struct InterruptedTests {
    /// No process has this number: Linux gives out at most 2^22.
    private static let dead = Int32.max

    @Test func `what a killed publish has left is removed by the next`() throws {
        try TestFolder.with { folder in
            for name in [".public.handbook-\(Self.dead)-0", ".public.handbook-\(getpid())-7"] { try folder.write(name + "/a/b", "half") }
            chmod(folder[".public.handbook-\(Self.dead)-0/a"], 0o500)
            try folder.publish(["index.html": "home"])
            #expect(try folder.leftovers().isEmpty)
            #expect(try folder.site() == ["index.html": "home"])
        }
    }

    @Test func `what belongs to others stays: a living process, another output, a name that only looks like ours`() throws {
        let names = [
            ".public.handbook-1-0", ".public.handbook-\(Self.dead)", ".public.handbook-\(Self.dead)-x",
            ".public.handbook-\(Self.dead)-0-new",
            ".site.handbook-\(Self.dead)-0", "public.handbook-\(Self.dead)-0",
        ]
        try TestFolder.with { folder in
            for name in names { try folder.write(name + "/file", "") }
            try folder.publish(["index.html": "home"])
            for name in names { #expect(folder.has(name + "/file"), "\(name)") }
        }
    }

    @Test func `an old site that was moved away is put back when nothing took its place`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old"])
            try folder.write("public/CNAME", "mine")
            try FileManager.default.moveItem(atPath: folder.output, toPath: folder[".public.handbook-\(Self.dead)-0-old"])
            try folder.publish(["index.html": "new"])
            #expect(try folder.site() == ["index.html": "new", "CNAME": "mine"])
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `an old site is removed once a whole one has taken its place`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "new"])
            try folder.write(".public.handbook-\(Self.dead)-0-old/index.html", "old")
            try folder.publish([:])
            #expect(try folder.leftovers() == [])
        }
    }

    @Test func `an old site is kept while the output is half emptied, and the finding says what to do`() throws {
        let old = ".public.handbook-\(Self.dead)-0-old"
        try TestFolder.with(["public/CNAME": "mine", old + "/index.html": "old", old + "/CNAME": "mine"]) { folder in
            let before = try folder.snapshot()
            #expect(
                shown(folder.refusal()) == """
                    error[foreign-output]: 'public' holds files that handbook did not write, such as 'CNAME'
                    --> public
                    = rule: only an empty folder, or one that handbook wrote, is replaced
                    = help: a build was killed here: move 'public' away, and rename '\(old)' to 'public'
                    """
            )
            #expect(try folder.snapshot() == before)
        }
    }
}
