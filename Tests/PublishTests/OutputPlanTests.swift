import Diagnostics
import Formats
import Foundation
import Testing

@testable import Publish

@Suite struct OutputPlanTests {
    @Test(arguments: [
        ("/etc/passwd", "is an absolute path"),
        ("../escape", "has '.' or '..' in it"),
        ("a/../../escape", "has '.' or '..' in it"),
        ("a/./b", "has '.' or '..' in it"),
        ("", "has an empty name in it"),
        ("a//b", "has an empty name in it"),
        ("a/", "has an empty name in it"),
        ("a\0b", "has a NUL character in it"),
        (".handbook-manifest", "is the name of handbook's own list of files"),
        (".handbook-manifest/a", "is the name of handbook's own list of files"),
    ])
    func `a path that is none inside the output is refused before anything is written`(path: String, reason: String) throws {
        try TestFolder.with { folder in
            try folder.publish(["index.html": "old"])
            let before = try folder.snapshot()
            let finding = folder.refusal([OutputFile(path: "a.html", text: ""), OutputFile(path: path, text: "")])
            #expect(finding?.rule.id == "output-conflict")
            #expect(finding?.message == "'\(path)' \(reason)")
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `two files of one path are told with where they come from`() throws {
        try TestFolder.with { folder in
            let files = [
                OutputFile(path: "logo.png", contents: .copy(of: "content/logo.png")),
                OutputFile(path: "logo.png", contents: .copy(of: "static/logo.png")),
            ]
            #expect(
                shown(folder.refusal(files)) == """
                    error[output-conflict]: 'logo.png' would be written twice, from 'content/logo.png' and from 'static/logo.png'
                    --> content/logo.png
                    = rule: every file of the site has a path of its own, inside the output folder
                    = help: rename one of them
                    """
            )
            #expect(!folder.has("public"))
        }
    }

    @Test func `two names in different Unicode forms are one, as on a Mac`() throws {
        try TestFolder.with { folder in
            let files = [OutputFile(path: "caf\u{e9}.html", text: ""), OutputFile(path: "cafe\u{301}.html", text: "")]
            #expect(folder.refusal(files)?.rule.id == "output-conflict")
        }
    }

    @Test func `a file that is also a folder is told`() throws {
        try TestFolder.with { folder in
            let files = ["roles/a/index.html", "roles-b", "roles"].map { OutputFile(path: $0, text: "") }
            #expect(
                shown(folder.refusal(files)) == """
                    error[output-conflict]: 'roles' would be a file and the folder of 'roles/a/index.html'
                    = rule: every file of the site has a path of its own, inside the output folder
                    = help: rename one of them
                    """
            )
        }
    }

    @Test func `every rule is listed once, by id, and states itself without a full stop`() {
        let ids = PublishRules.all.map(\.id)
        #expect(ids == Set(ids).sorted())
        for rule in PublishRules.all { #expect(!rule.statement.hasSuffix("."), "\(rule.id)") }
    }
}
