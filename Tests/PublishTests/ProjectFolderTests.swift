import Diagnostics
import Foundation
import Handbook
import Testing

@testable import Publish

@Suite struct ProjectFolderTests {
    @Test func `each folder's files become texts or assets`() throws {
        try TestFolder.with([
            "handbook.yml": "title: T", "README.md": "# Read me", "content/index.md": "# Home", "content/roles/data.md": "# Data",
            "content/long.markdown": "# Long", "content/LOUD.MD": "# Loud", "content/img/a.png": "png", "content/talk.webm": "",
            "templates/page.mustache": "{{title}}", "templates/css/site.css": "a{}", "templates/site.js": "1",
            "templates/icon.svg": "<svg/>",
            "static/robots.txt": "User-agent: *", "static/doc.md": "# As it is", "notes/x.md": "# Not read",
        ]) { folder in
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(
                files.texts.keys.sorted() == [
                    "content/LOUD.MD", "content/index.md", "content/long.markdown", "content/roles/data.md", "handbook.yml",
                    "templates/css/site.css", "templates/icon.svg", "templates/page.mustache", "templates/site.js",
                ]
            )
            #expect(files.assets.sorted() == ["content/img/a.png", "content/talk.webm", "static/doc.md", "static/robots.txt"])
            #expect(files.texts["content/index.md"] == Array("# Home".utf8))
            #expect(files.contentRoot == "content")
            #expect(findings.isEmpty)
        }
    }

    @Test func `what pages cannot show is reported and not published`() throws {
        let others = ["content/notes.yaml", "content/old.docx", "content/readme.txt", "content/roles/pay.csv", "content/LICENSE"]
        let files = Dictionary(uniqueKeysWithValues: (others + ["content/a.md", "content/a.ZIP", "static/b.docx"]).map { ($0, "") })
        try TestFolder.with(files) { folder in
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.assets.sorted() == ["content/a.ZIP", "static/b.docx"])
            #expect(files.unpublished == Set(others))
            #expect(findings.all.map(\.rule.id) == Array(repeating: "unpublished-file", count: others.count))
            #expect(Set(findings.all.compactMap(\.location?.path)) == Set(others))
        }
    }

    @Test func `a folder of plain Markdown is itself the content`() throws {
        try TestFolder.with([
            "index.md": "# Home", "roles/data.md": "# Data", "roles/data.png": "png", "code/main.swift": "print()", "templates/x.md": "",
            "templates/page.mustache": "", "static/a.md": "", "public/index.md": "# Twin", "node_modules/m/README.md": "", ".git/x.md": "",
            "secrets.env": "",
        ]) { folder in
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts.keys.sorted() == ["index.md", "roles/data.md", "templates/page.mustache"])
            #expect(files.assets.sorted() == ["roles/data.png", "static/a.md"])
            #expect(files.contentRoot == "")
            #expect(findings.sorted.map(\.message) == ["'templates/x.md' is not used"])
        }
    }

    @Test func `dot files, what editors leave and the output are not read`() throws {
        try TestFolder.with([
            "content/index.md": "", "content/.draft.md": "", "content/.obsidian/x.md": "", "content/node_modules/x.md": "",
            "content/index.md~": "", "content/#index.md#": "", "content/out/a.md": "", "static/.DS_Store": "",
        ]) { folder in
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder["content/out"])
            #expect(files.texts.keys.sorted() == ["content/index.md"])
            #expect(files.assets.isEmpty)
            #expect(findings.all.map(\.message) == ["'content/.draft.md' is not read"])
        }
    }

    @Test func `what servers want of static is copied, with a dot or without`() throws {
        try TestFolder.with([
            "content/index.md": "", "static/.nojekyll": "", "static/.well-known/security.txt": "", "static/.gitkeep": "",
        ]) { folder in
            let (files, _) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.assets == ["static/.nojekyll", "static/.well-known/security.txt"])
        }
    }

    @Test func `a site of ours at another output is not read as content`() throws {
        try TestFolder.with(["index.md": "# Home"]) { folder in
            try folder.publish(["index.md": "# Twin"])
            let (files, _) = try ProjectFolder.read(folder.path, output: folder["elsewhere"])
            #expect(files.texts.keys.sorted() == ["index.md"])
        }
    }

    @Test func `an output that is a link is left out by what it links to`() throws {
        try TestFolder.with(["index.md": "# Home", "site/index.md": "# Twin"]) { folder in
            try folder.link("public", to: "site")
            let (files, _) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts.keys.sorted() == ["index.md"])
        }
    }

    @Test func `an empty folder is no project, unless it has settings`() throws {
        try TestFolder.with { folder in
            #expect(refusal(folder.path)?.message == "'\(folder.path)' has no handbook.yml and no Markdown")
            try folder.write("handbook.yml", "title: T")
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts.count == 1 && files.assets.isEmpty && findings.isEmpty)
            #expect(files.contentRoot == "")
        }
    }

    @Test(arguments: [
        ("Handbook.yml", "rename it to 'handbook.yml'"), ("handbook.yml.txt", "rename it to 'handbook.yml'"),
        ("handbook.toml", "write the settings as YAML into 'handbook.yml'"), ("content/handbook.yml", "move it to 'handbook.yml'"),
    ])
    func `settings under another name are pointed out`(name: String, help: String) throws {
        try TestFolder.with([name: "title: T", "content/a.md": ""]) { folder in
            let findings = try ProjectFolder.read(folder.path, output: folder.output).findings
            #expect(findings.all.map(\.rule.id) == ["handbook-yaml"])
            #expect(findings.all.first?.location?.path == name && findings.all.first?.help == help)
        }
    }

    @Test func `folders of kinds beside content are pointed out`() throws {
        try TestFolder.with(["handbook.yml": "title: T", "content/a.md": "", "roles/b.md": "", "Teams/c.md": "", "src/roles/d.md": ""]) {
            folder in
            let findings = try ProjectFolder.read(folder.path, output: folder.output).findings.sorted
            #expect(findings.map(\.rule.id) == ["beside-content", "beside-content"])
            #expect(findings.map { $0.help ?? "" } == ["move it to 'content/teams'", "move it to 'content/roles'"])
        }
    }

    @Test func `pages whose names begin with a dot are pointed out`() throws {
        try TestFolder.with([
            "handbook.yml": "title: T", "content/a.md": "", "content/roles/.net.md": "", "content/._a.md": "", "content/.b/c.md": "",
        ]) {
            folder in
            let findings = try ProjectFolder.read(folder.path, output: folder.output).findings.all
            #expect(findings.map(\.message) == ["'content/roles/.net.md' is not read"])
            #expect(findings.first?.help == "rename it to 'net.md'")
        }
    }

    @Test func `a folder of pages may have projects far below it`() throws {
        try TestFolder.with(["README.md": "# A", "examples/kitchen/handbook.yml": "title: T", "examples/kitchen/content/a.md": "# B"]) {
            folder in
            let files = try ProjectFolder.read(folder.path, output: folder.output).files
            #expect(files.texts["README.md"] != nil)
        }
    }

    @Test(arguments: ["x/proj", "x/y/proj", "x/y/z/proj"])
    func `a folder above projects is none itself`(place: String) throws {
        try TestFolder.with(["\(place)/handbook.yml": "title: T", "\(place)/content/a.md": "# A"]) { folder in
            let error = #expect(throws: Diagnostic.self) { _ = try ProjectFolder.read(folder.path, output: folder.output) }
            #expect(error?.message.hasSuffix("has no handbook.yml, but has projects in it: \(place)") == true)
        }
    }

    @Test func `handbook.yaml is pointed out, unless handbook.yml is there`() throws {
        try TestFolder.with(["handbook.yaml": "title: T", "content/a.md": ""]) { folder in
            let findings = try ProjectFolder.read(folder.path, output: folder.output).findings
            #expect(
                shown(findings.sorted.first) == """
                    warning[handbook-yaml]: 'handbook.yaml' is not read
                    --> handbook.yaml
                    = rule: the settings are read from handbook.yml alone
                    = help: rename it to 'handbook.yml'
                    """
            )
            try folder.write("handbook.yml", "title: T")
            #expect(try ProjectFolder.read(folder.path, output: folder.output).findings.isEmpty)
        }
    }

    @Test func `a missing project, and a file in its place, are errors`() throws {
        try TestFolder.with(["file": ""]) { folder in
            #expect(
                shown(refusal(folder["gone"])) == """
                    error[no-project]: '\(folder["gone"])' does not exist
                    = rule: a project is a folder that can be read
                    = help: give the project's folder with --source, or make one with 'handbook init'
                    """
            )
            #expect(refusal(folder["file"])?.message == "'\(folder["file"])' is not a folder")
            try folder.link("circle", to: "circle")
            #expect(refusal(folder["circle"])?.message == "'\(folder["circle"])' cannot be read: Too many levels of symbolic links")
        }
    }

    private func refusal(_ root: String) -> Diagnostic? {
        do throws(Diagnostic) {
            _ = try ProjectFolder.read(root, output: "public")
            return nil
        } catch {
            return error
        }
    }

    @Test func `a file where a folder should be, and the other way round, are told`() throws {
        try TestFolder.with(["content": "", "static": "", "handbook.yml/file": ""]) { folder in
            let messages = try messages(folder)
            #expect(
                messages == [
                    "'content' is a file, not a folder", "'handbook.yml' is a folder, not a file", "'static' is a file, not a folder",
                ]
            )
        }
    }

    @Test func `a text of more than 8 MiB is told and not read, one of 8 MiB is read`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            for (name, size) in [("content/fits.md", 8 << 20), ("content/big.md", (8 << 20) + 1)] {
                try Data(count: size).write(to: URL(fileURLWithPath: folder[name]))
            }
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts["content/fits.md"]?.count == 8 << 20)
            #expect(files.texts["content/big.md"] == nil)
            #expect(
                shown(findings.sorted.first) == """
                    error[file-too-large]: 'content/big.md' has more than 8 MiB
                    --> content/big.md
                    = rule: a text of the project has at most 8 MiB
                    = help: split it into several files
                    """
            )
        }
    }

    @Test func `a named pipe is skipped and told, never opened`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            #expect(mkfifo(folder["content/pipe.md"], 0o600) == 0)
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts.keys.sorted() == ["content/a.md"])
            #expect(
                shown(findings.sorted.first) == """
                    warning[special-file]: 'content/pipe.md' is a named pipe, and is not read
                    --> content/pipe.md
                    = rule: a project is made of files, folders and links to files
                    = help: take it out of the project
                    """
            )
        }
    }

    @Test func `a name that is not UTF-8 is told`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            let content = DiskPath(folder["content"])
            try Disk.write(.bytes([]), to: content.appending(DiskPath(bytes: Array("caf".utf8) + [0xe9] + Array(".md".utf8))))
            try Disk.makeFolder(content.appending(DiskPath(bytes: [0xff])))
            #expect(
                try messages(folder) == [
                    "'content/caf\u{fffd}.md' has a name that is not UTF-8", "'content/\u{fffd}' has a name that is not UTF-8",
                ]
            )
        }
    }

    @Test func `two names that differ only in their Unicode form are told`() throws {
        try TestFolder.with(["content/caf\u{e9}.md": "1"]) { folder in
            try Disk.write(.bytes([50]), to: DiskPath(folder["content/cafe\u{301}.md"]))
            #expect(try ProjectFolder.read(folder.path, output: folder.output).findings.sorted.map(\.rule.id) == ["same-file-name"])
        }
    }

    @Test func `pictures are read for their size, as far as it takes`() throws {
        let far: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE2, 0xEA, 0x62] + [UInt8](repeating: 7, count: 60_000)
            + [0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40] + [UInt8](repeating: 0, count: 100)
        try TestFolder.with([
            "content/a.md": "", "content/b.svg": "<svg width=\"12\" height=\"8\"></svg>", "static/c.svg": "<svg>",
            "static/d.txt": "GIF89a1234",
            "static/e.png": "",
        ]) { folder in
            try Disk.write(.bytes(far), to: DiskPath(folder["content/f.JPG"]))
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(findings.isEmpty)
            #expect(files.assets.count == 5)
            #expect(
                files.imageSizes
                    == ["content/b.svg": ImageSize(width: 12, height: 8), "content/f.JPG": ImageSize(width: 40, height: 30)]
                    .compactMapValues(\.self)
            )
        }
    }

    @Test func `what is no part of a theme is pointed out`() throws {
        try TestFolder.with(["content/a.md": "", "templates/logo.png": ""]) { folder in
            let findings = try ProjectFolder.read(folder.path, output: folder.output).findings
            #expect(
                shown(findings.sorted.first) == """
                    note[unused-template]: 'templates/logo.png' is not used
                    --> templates/logo.png
                    = rule: templates holds .mustache, .css, .js and .svg files
                    = help: move it to 'static', which is copied as it is
                    """
            )
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func `files and folders that may not be read are told by their paths`() throws {
        try TestFolder.with(["content/a.md": "", "content/b.png": "", "content/c/d.md": "", "content/e.md": "fine"]) { folder in
            for name in ["content/a.md", "content/b.png", "content/c"] { chmod(folder[name], 0) }
            let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
            #expect(files.texts.keys.sorted() == ["content/e.md"])
            #expect(
                findings.sorted.map(\.message) == [
                    "'content/a.md' cannot be read: Permission denied", "'content/b.png' cannot be read: Permission denied",
                    "'content/c' cannot be read: Permission denied",
                ]
            )
            chmod(folder["content/c"], 0o755)
        }
    }

    private func messages(_ folder: TestFolder) throws -> [String] {
        try ProjectFolder.read(folder.path, output: folder.output).findings.sorted.map(\.message)
    }
}
