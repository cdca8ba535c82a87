import Formats
import Foundation
import Testing

@testable import Publish

@Suite struct FailureTests {
    @Test func `a publish that fails midway leaves the old site and nothing beside it`() throws {
        try TestFolder.with(["static/there.png": "png"]) { folder in
            try folder.publish(["index.html": "old", "z.html": "old"])
            let before = try folder.snapshot()
            let files = [
                OutputFile(path: "index.html", text: "new"),
                OutputFile(path: "a.png", contents: .copy(of: "static/there.png")),
                OutputFile(path: "b.png", contents: .copy(of: "static/gone.png")),
                OutputFile(path: "z.html", text: "new"),
            ]
            #expect(
                shown(folder.refusal(files)) == """
                    error[unreadable]: 'static/gone.png' cannot be read: No such file or directory
                    --> static/gone.png
                    = rule: every file of the project can be read
                    = help: make it readable, or take it out of the project
                    """
            )
            // The project's own folder has a new time: something was made and removed in it.
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `a first publish that fails leaves nothing`() throws {
        try TestFolder.with { folder throws in
            #expect(folder.refusal([OutputFile(path: "a", contents: .copy(of: "gone"))]) != nil)
            #expect(try folder.snapshot().isEmpty)
        }
    }

    @Test func `a named pipe or a folder to copy is refused and does not hold the build`() throws {
        try TestFolder.with(["static/folder/file": ""]) { folder in
            #expect(mkfifo(folder["static/pipe"], 0o600) == 0)
            let pipe = folder.refusal([OutputFile(path: "a", contents: .copy(of: "static/pipe"))])
            #expect(pipe?.message == "'static/pipe' cannot be read: Invalid argument")
            let inner = folder.refusal([OutputFile(path: "a", contents: .copy(of: "static/folder"))])
            #expect(inner?.message == "'static/folder' cannot be read: Is a directory")
        }
    }

    @Test func `a name that the disk does not take is named as it would have been`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old"])
            let before = try folder.snapshot()
            let name = String(repeating: "x", count: 300)
            #expect(
                shown(folder.refusal([OutputFile(path: "a/\(name)", text: "")])) == """
                    error[output-unwritable]: 'public/a/\(name)' cannot be written: File name too long
                    --> public
                    = rule: the output and the folder around it can be read and written
                    = help: give the page or file a shorter name
                    """
            )
            #expect(try folder.snapshot() == before)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `a folder that may not be written is an error with the reason`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old"])
            chmod(folder.path, 0o555)
            let finding = folder.refusal()
            chmod(folder.path, 0o755)
            #expect(
                shown(finding) == """
                    error[output-unwritable]: 'public' cannot be written: Permission denied
                    --> public
                    = rule: the output and the folder around it can be read and written
                    = help: allow it for 'public' and for the folder around it, or choose another folder with --output
                    """
            )
            #expect(try folder.site() == ["index.html": "old"])
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func `a folder of others that may not be read ends the publish, for it could not be kept`() throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old"])
            try folder.write("public/secret/file", "")
            chmod(folder["public/secret"], 0)
            let finding = folder.refusal()
            chmod(folder["public/secret"], 0o755)
            #expect(finding?.message == "'public/secret' cannot be read: Permission denied")
            #expect(try folder.site() == ["index.html": "old", "secret/file": ""])
        }
    }

    @Test func `another build at work is waited for, then told`() throws {
        try TestFolder.with { folder throws in
            let outcome = FolderLock.holding(DiskPath(folder.path), patience: .zero) { _ in
                folder.refusal(with: Publisher(patience: .milliseconds(30)))
            }
            guard case .done(let finding) = outcome else {
                Issue.record("the folder was not free")
                return
            }
            #expect(
                shown(finding) == """
                    error[output-busy]: 'public' is being written by another build
                    --> public
                    = rule: one build at a time writes to an output folder
                    = help: wait for the other build to end, or choose another folder with --output
                    """
            )
            #expect(try folder.publish(["index.html": "new"]).written == 1)
        }
    }
}
