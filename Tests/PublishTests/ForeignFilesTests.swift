import Formats
import Foundation
import Testing

@testable import Publish

@Suite struct ForeignFilesTests {
    @Test func `a folder that handbook did not write is refused, to the byte as it was`() throws {
        try TestFolder.with(["public/thesis.txt": "ten years", "public/deep/notes.txt": "more"]) { folder in
            let before = try folder.snapshot()
            let finding = folder.refusal()
            #expect(
                shown(finding) == """
                    error[foreign-output]: 'public' holds files that handbook did not write, such as 'deep'
                    --> public
                    = rule: only an empty folder, or one that handbook wrote, is replaced
                    = help: choose another folder with --output, or empty 'public' yourself
                    """
            )
            #expect(try folder.snapshot() == before)
        }
    }

    @Test(arguments: [
        "", "handbook-manifest", "handbook-manifest 1", "handbook-manifest 1\nindex.html", "mine\n", "handbook-manifest 1\n../x\n",
    ])
    func `a manifest that is damaged marks nothing as ours`(text: String) throws {
        try TestFolder.with(["public/.handbook-manifest": text, "public/index.html": "mine"]) { folder in
            let before = try folder.snapshot()
            #expect(
                shown(folder.refusal()) == """
                    error[foreign-output]: 'public/.handbook-manifest' is damaged
                    --> public
                    = rule: only an empty folder, or one that handbook wrote, is replaced
                    = help: empty 'public' yourself, or choose another folder with --output
                    """
            )
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `a manifest of a later version is not guessed at`() throws {
        try TestFolder.with(["public/.handbook-manifest": "handbook-manifest 2\nindex.html\n"]) { folder in
            #expect(
                shown(folder.refusal()) == """
                    error[foreign-output]: 'public' was written by a newer handbook
                    --> public
                    = rule: only an empty folder, or one that handbook wrote, is replaced
                    = help: upgrade handbook, or choose another folder with --output
                    """
            )
        }
    }

    @Test func `a manifest whose line ends a checkout has turned is still ours`() throws {
        try TestFolder.with(["public/.handbook-manifest": "handbook-manifest 1\r\nold.html\r\n", "public/old.html": "old"]) {
            folder throws in
            #expect(try folder.publish(["new.html": "new"]).gone == ["old.html"])
        }
    }

    @Test(arguments: [".gitkeep", ".gitignore", ".keep"])
    func `a folder with only a placeholder counts as empty, and keeps it`(name: String) throws {
        try TestFolder.with(["public/\(name)": "kept"]) { folder in
            let summary = try folder.publish(["index.html": "home"])
            #expect(try folder.site() == ["index.html": "home", name: "kept"])
            #expect(summary == .init(changed: ["index.html"], kept: 1))
        }
    }

    @Test func `an empty folder is taken`() throws {
        try TestFolder.with { folder in
            try FileManager.default.createDirectory(atPath: folder.output, withIntermediateDirectories: false)
            try folder.publish(["index.html": "home"])
            #expect(try folder.site() == ["index.html": "home"])
        }
    }

    @Test func `files added to our folder by hand are kept through every publish, as they are`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home", "roles/a/index.html": "a"])
            try folder.write("public/CNAME", "example.org")
            try folder.write("public/.git/objects/ab/cd", "object")
            try folder.write("public/roles/a/NOTE", "note")
            try folder.link("public/broken", to: "nowhere")
            try folder.link("public/out", to: "..")
            try FileManager.default.createDirectory(atPath: folder["public/empty"], withIntermediateDirectories: false)
            for (name, mode) in [("CNAME", 0o600), (".git/objects/ab/cd", 0o444), (".git/objects/ab", 0o555), ("empty", 0o700)] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder["public/" + name])
            }
            try folder.age("public/CNAME")
            func foreign() throws -> [String] {
                try folder.snapshot("public").filter { !$0.contains("html") && !$0.hasPrefix("roles") && !$0.hasPrefix(".handbook") }
            }
            let before = try foreign()
            let summary = try folder.publish(["index.html": "new"])
            #expect(try foreign() == before)
            #expect(folder.text("public/roles/a/NOTE") == "note")
            #expect(!folder.has("public/roles/a/index.html"))
            #expect(summary == .init(changed: ["index.html"], gone: ["roles/a/index.html"], kept: 5))
            #expect(try folder.publish(["roles/a/index.html": "a"]).kept == 5)
            #expect(try foreign() == before)
            #expect(try folder.leftovers().isEmpty)
        }
    }

    @Test func `a named pipe in our folder is kept and never opened`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home"])
            #expect(mkfifo(folder["public/pipe"], 0o600) == 0)
            #expect(try folder.publish(["index.html": "new"]).kept == 1)
            #expect(try Disk.status(DiskPath(folder["public/pipe"]))?.kind == .special("a named pipe"))
        }
    }

    @Test func `a name that is not UTF-8 is kept too`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home"])
            let odd = DiskPath(folder.output).appending(DiskPath(bytes: [0x63, 0xe9]))
            try Disk.write(.bytes([1]), to: odd)
            try folder.publish(["index.html": "new"])
            #expect(try Disk.read(odd, limit: 9) == [1])
        }
    }

    @Test(arguments: [("CNAME", "CNAME"), ("blog/post.txt", "blog"), ("blog", "blog/index.html")])
    func `a new file does not overwrite one that handbook did not write`(foreign: String, ours: String) throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "home"])
            try folder.write("public/" + foreign, "mine")
            let before = try folder.snapshot()
            let finding = folder.refusal([OutputFile(path: "index.html", text: "new"), OutputFile(path: ours, text: "ours")])
            #expect(finding?.rule.id == "output-collision")
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `a collision says what is in the way`() throws {
        try TestFolder.with { folder in
            try folder.publish([:])
            try folder.write("public/CNAME", "mine")
            #expect(
                shown(folder.refusal([OutputFile(path: "CNAME", text: "ours")])) == """
                    error[output-collision]: 'public/CNAME' is in the way of the site, and handbook did not write it
                    --> public
                    = rule: the site does not overwrite what handbook did not write
                    = help: move it away, or rename the page or file that takes its place
                    """
            )
        }
    }

    @Test func `a folder of others may get files of ours`() throws {
        try TestFolder.with { folder in
            try folder.publish([:])
            try folder.write("public/assets/mine.css", "mine")
            try folder.publish(["assets/ours.css": "ours"])
            #expect(try folder.site() == ["assets/mine.css": "mine", "assets/ours.css": "ours"])
            try folder.publish([:])
            #expect(try folder.site() == ["assets/mine.css": "mine"])
        }
    }
}
