import Foundation
import Testing

@testable import Publish

@Suite struct ProjectFingerprintTests {
    private static func look(_ folder: TestFolder) -> ProjectFingerprint { ProjectFingerprint(folder.path, output: folder.output) }

    @Test func `what a project is read from is looked at, and nothing else`() throws {
        try TestFolder.with([
            "handbook.yml": "title: T", "README.md": "", "content/index.md": "# Home", "content/roles/a.md": "", "content/a.md~": "",
            "content/#a.md#": "", "content/.a.md.swp": "", "templates/page.mustache": "", "static/.nojekyll": "", "public/index.html": "",
            "node_modules/x.md": "", "old/.handbook-manifest": "", "old/x.md": "",
        ]) { folder in
            #expect(
                Self.look(folder).stamps.keys.sorted() == [
                    "content/", "content/index.md", "content/roles/", "content/roles/a.md", "handbook.yml", "static/",
                    "static/.nojekyll", "templates/", "templates/page.mustache",
                ]
            )
            let names = Self.look(folder).folders.map { $0.split(separator: "/").last.map(String.init) ?? "" }
            #expect(Set(names).isSuperset(of: ["content", "roles", "static", "templates"]))
            #expect(!names.contains("public"))
        }
    }

    @Test func `a folder of plain Markdown is looked at, without its site and others`() throws {
        try TestFolder.with([
            "index.md": "", "deep/down/a.md": "", "public/index.md": "", ".git/x.md": "", "node_modules/a/b.md": "",
            "old/.handbook-manifest": "",
            "old/x.md": "",
        ]) { folder in
            #expect(Self.look(folder).stamps.keys.sorted() == ["deep/", "deep/down/", "deep/down/a.md", "index.md"])
        }
    }

    @Test func `a change of a file, of its permissions or of its name is seen`() throws {
        try TestFolder.with(["content/a.md": "one"]) { folder in
            let file = URL(fileURLWithPath: folder.path).appending(path: "content/a.md")
            let first = Self.look(folder)
            #expect(Self.look(folder) == first)
            try Data("other".utf8).write(to: file)
            let second = Self.look(folder)
            #expect(second.stamps != first.stamps)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            #expect(Self.look(folder).stamps != second.stamps)
            try FileManager.default.moveItem(at: file, to: file.deletingLastPathComponent().appending(path: "b.md"))
            #expect(Self.look(folder).stamps.keys.sorted() == ["content/", "content/b.md"])
        }
    }

    @Test func `what the site's folder holds is no change, also inside the content`() throws {
        try TestFolder.with(["content/a.md": "", "content/site/x.html": ""]) { folder in
            let output = folder.path + "/content/site"
            let before = ProjectFingerprint(folder.path, output: output)
            try Data("new".utf8).write(to: URL(fileURLWithPath: output + "/y.html"))
            #expect(ProjectFingerprint(folder.path, output: output) == before)
        }
    }

    @Test func `where a link leads is looked at, and folders behind links are not`() throws {
        try TestFolder.with(["content/a.md": "", "shared/b.md": "one", "more/c.md": ""]) { folder in
            let content = URL(fileURLWithPath: folder.path).appending(path: "content")
            let files = FileManager.default
            try files.createSymbolicLink(atPath: content.appending(path: "b.md").path, withDestinationPath: "../shared/b.md")
            try files.createSymbolicLink(atPath: content.appending(path: "more").path, withDestinationPath: "../more")
            try files.createSymbolicLink(atPath: content.appending(path: "round").path, withDestinationPath: ".")
            let before = Self.look(folder)
            #expect(before.stamps.keys.sorted() == ["content/", "content/a.md", "content/b.md", "content/more", "content/round"])
            #expect(before.folders.contains { $0.hasSuffix("/shared") })
            try Data("other".utf8).write(to: URL(fileURLWithPath: folder.path).appending(path: "shared/b.md"))
            #expect(Self.look(folder).stamps != before.stamps)
        }
    }

    @Test func `a project that is not there has nothing`() {
        #expect(ProjectFingerprint("/nowhere/at/all", output: "/nowhere/public").stamps.isEmpty)
    }
}
