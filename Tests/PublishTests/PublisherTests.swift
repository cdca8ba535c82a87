import Formats
import Foundation
import Testing

@testable import Publish

@Suite struct PublisherTests {
    @Test func `a site is written where nothing was, with the folders around it`() throws {
        try TestFolder.with { folder in
            let files = [OutputFile(path: "index.html", text: "home"), OutputFile(path: "roles/data/index.html", text: "role")]
            let summary = try Publisher().publish(files, project: folder.path, to: folder["out/deep/site"])
            #expect(folder.text("out/deep/site/roles/data/index.html") == "role")
            #expect(summary == .init(changed: ["index.html", "roles/data/index.html"]))
            #expect(summary.written == 2)
        }
    }

    @Test func `the manifest names every file, sorted, and nothing else`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "", "a/é.html": "", "a-b.html": "", #"odd\name.txt"#: "", "two\nlines.txt": ""])
            #expect(
                folder.text("public/.handbook-manifest") == """
                    handbook-manifest 1
                    a-b.html
                    a/é.html
                    index.html
                    odd\\\\name.txt
                    two\\nlines.txt

                    """
            )
        }
    }

    @Test func `the same site published twice leaves the folder itself in place`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home", "a/b.html": "b"])
            let before = try folder.snapshot()
            let summary = try folder.publish(["index.html": "home", "a/b.html": "b"])
            #expect(try folder.snapshot() == before)
            #expect(summary == .init(unchanged: 2))
        }
    }

    @Test func `a file with the same bytes keeps its time, and one with others does not`() throws {
        try TestFolder.with(["static/same.png": "1", "static/other.png": "1"]) { folder in
            let files = [
                OutputFile(path: "same.html", text: "same"), OutputFile(path: "other.html", text: "other"),
                OutputFile(path: "same.png", contents: .copy(of: "static/same.png")),
                OutputFile(path: "other.png", contents: .copy(of: "static/other.png")),
            ]
            try Publisher().publish(files, project: folder.path, to: folder.output)
            for file in files { try folder.age("public/" + file.path) }
            try folder.write("static/other.png", "2")
            let changed = files.map { $0.path == "other.html" ? OutputFile(path: $0.path, text: "OTHER") : $0 }
            let summary = try Publisher().publish(changed, project: folder.path, to: folder.output)
            #expect(folder.seconds("public/same.html") == 1_000_000)
            #expect(folder.seconds("public/same.png") == 1_000_000)
            #expect(folder.seconds("public/other.html") != 1_000_000)
            #expect(folder.seconds("public/other.png") != 1_000_000)
            #expect(folder.text("public/other.html") == "OTHER")
            #expect(folder.text("public/other.png") == "2")
            #expect(summary == .init(changed: ["other.html", "other.png"], unchanged: 2))
        }
    }

    @Test func `stale pages go, and the folders that only they needed`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home", "roles/old/index.html": "old", "roles/old/index.md": "old"])
            let summary = try folder.publish(["index.html": "home"])
            #expect(try folder.site() == ["index.html": "home"])
            #expect(!folder.has("public/roles"))
            #expect(summary == .init(gone: ["roles/old/index.html", "roles/old/index.md"], unchanged: 1))
            #expect(summary.removed == 2)
        }
    }

    @Test func `a page may become a folder and a folder a page`() throws {
        try TestFolder.with { folder in
            try folder.publish(["a": "file", "b/c": "inner"])
            try folder.publish(["a/d": "inner", "b": "file"])
            #expect(try folder.site() == ["a/d": "inner", "b": "file"])
        }
    }

    @Test func `an empty list empties the site and keeps the folder ours`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home"])
            #expect(try folder.publish([:]) == .init(gone: ["index.html"]))
            #expect(try folder.site() == [:])
            try folder.publish(["index.html": "again"])
            #expect(try folder.site() == ["index.html": "again"])
        }
    }

    @Test func `a large file is copied whole, whatever its size does to the buffers`() throws {
        try TestFolder.with { folder in
            for size in [0, 1, 262_143, 262_144, 262_145, 1_000_000] {
                let text = String(repeating: "x", count: size)
                try folder.write("static/large.bin", text)
                for file in [OutputFile(path: "f", contents: .copy(of: "static/large.bin")), OutputFile(path: "f", text: text)] {
                    _ = try Publisher().publish([file], project: folder.path, to: folder.output)
                    #expect(folder.text("public/f") == text, "\(size) bytes")
                }
                let last = size == 0 ? "y" : text.dropLast() + "y"
                let changed = try folder.publish(["f": String(last)]).changed
                #expect(changed == ["f"], "\(size) bytes")
            }
        }
    }

    @Test func `a page that was changed by hand is made anew`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home", "b.html": "b", "c.html": "c", "d.html": "d"])
            try folder.write("public/index.html", "vandal")
            try FileManager.default.removeItem(atPath: folder["public/b.html"])
            try FileManager.default.removeItem(atPath: folder["public/c.html"])
            try folder.link("public/c.html", to: "d.html")
            let summary = try folder.publish(["index.html": "home", "b.html": "b", "c.html": "c", "d.html": "d"])
            #expect(try folder.site() == ["index.html": "home", "b.html": "b", "c.html": "c", "d.html": "d"])
            #expect(summary == .init(changed: ["b.html", "c.html", "index.html"], unchanged: 1))
        }
    }

    @Test func `files and folders have the permissions that the umask leaves, and the output the ones it had`() throws {
        try TestFolder.with { folder in
            try folder.publish(["a/index.html": "home"])
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.output)
            try folder.publish(["a/index.html": "new"])
            let mask = umask(0o022)
            umask(mask)
            #expect(try Disk.status(DiskPath(folder["public/a/index.html"]))?.mode == 0o644 & ~mask)
            #expect(try Disk.status(DiskPath(folder["public/a"]))?.mode == 0o755 & ~mask)
            #expect(try Disk.status(DiskPath(folder.output))?.mode == 0o750)
        }
    }
}
