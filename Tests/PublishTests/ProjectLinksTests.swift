import Diagnostics
import Foundation
import Testing

@testable import Publish

@Suite struct ProjectLinksTests {
    private func read(_ folder: TestFolder) throws -> (texts: [String: String], findings: [Diagnostic]) {
        let (files, findings) = try ProjectFolder.read(folder.path, output: folder.output)
        return (files.texts.mapValues { String(decoding: $0, as: UTF8.self) }, findings.sorted)
    }

    @Test func `a link to a file of the project is followed`() throws {
        try TestFolder.with(["content/a.md": "", "README.md": "# Read me", "other/pic.png": ""]) { folder in
            try folder.link("content/index.md", to: "../README.md")
            try folder.link("content/pic.png", to: folder["other/pic.png"])
            let (texts, findings) = try read(folder)
            #expect(texts == ["content/a.md": "", "content/index.md": "# Read me"])
            #expect(try ProjectFolder.read(folder.path, output: folder.output).files.assets == ["content/pic.png"])
            #expect(findings.isEmpty)
        }
    }

    @Test func `a broken link is an error`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            try folder.link("content/b.md", to: "gone.md")
            #expect(
                shown(try read(folder).findings.first) == """
                    error[broken-symlink]: 'content/b.md' links to 'gone.md', which does not exist
                    --> content/b.md
                    = rule: a symbolic link leads to a file
                    = help: make that file, or remove the link
                    """
            )
        }
    }

    @Test func `links in a circle are told and end`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            try folder.link("content/b.md", to: "c.md")
            try folder.link("content/c.md", to: "b.md")
            #expect(
                try read(folder).findings.map(\.message) == [
                    "'content/b.md' is a link that leads in a circle", "'content/c.md' is a link that leads in a circle",
                ]
            )
        }
    }

    @Test func `a link out of the project is not followed`() throws {
        try TestFolder.with(["secret.md": "secret", "project/content/a.md": ""]) { folder in
            try folder.link("project/content/b.md", to: "../../secret.md")
            let (texts, findings) = try read(TestFolder(path: folder["project"]))
            #expect(texts == ["content/a.md": ""])
            #expect(
                shown(findings.first) == """
                    warning[symlink-outside]: 'content/b.md' links to '../../secret.md', outside the project
                    --> content/b.md
                    = rule: a project is read from its own folder alone
                    = help: copy what it links to into the project
                    """
            )
        }
    }

    @Test func `a link to a folder, even the one it is in, is told and not followed`() throws {
        try TestFolder.with(["content/a.md": ""]) { folder in
            try folder.link("content/loop", to: ".")
            let (texts, findings) = try read(folder)
            #expect(texts == ["content/a.md": ""])
            #expect(
                shown(findings.first) == """
                    warning[symlink-to-folder]: 'content/loop' links to a folder, '.', and is not followed
                    --> content/loop
                    = rule: a symbolic link to a folder is not followed
                    = help: move the folder here, or link to its files
                    """
            )
        }
    }

    @Test func `content itself may link to another folder of the project`() throws {
        try TestFolder.with(["docs/roles/a.md": "# A"]) { folder in
            try folder.link("content", to: "docs")
            #expect(try read(folder).texts == ["content/roles/a.md": "# A"])
        }
    }

    @Test func `content that links out of the project is an error, for the site would be empty`() throws {
        try TestFolder.with(["docs/a.md": "# A", "project/handbook.yml": ""]) { folder in
            try folder.link("project/content", to: "../docs")
            let findings = try read(TestFolder(path: folder["project"])).findings
            #expect(findings.map(\.message) == ["'content' links to '../docs', outside the project"])
            #expect(findings.map(\.severity) == [.error])
        }
    }

    @Test func `in a folder of plain Markdown, links that nothing is made of are nobody's concern`() throws {
        try TestFolder.with(["index.md": "# Home"]) { folder in
            try folder.link("result", to: "/nonexistent")
            try folder.link("passwd", to: "/etc/passwd")
            try folder.link("old.md", to: "gone.md")
            #expect(try read(folder).findings.map(\.rule.id) == ["broken-symlink"])
        }
    }

    @Test func `a project reached through a link is read like any other`() throws {
        try TestFolder.with(["real/content/a.md": "# A", "real/README.md": "# R"]) { folder in
            try folder.link("real/content/b.md", to: "../README.md")
            try folder.link("alias", to: "real")
            #expect(try read(TestFolder(path: folder["alias"])).texts == ["content/a.md": "# A", "content/b.md": "# R"])
        }
    }
}
