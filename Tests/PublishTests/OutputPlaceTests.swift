import Formats
import Foundation
import Testing

@testable import Publish

@Suite struct OutputPlaceTests {
    @Test(arguments: [
        ("", "is the project's own folder"),
        ("/.", "is the project's own folder"),
        ("/public/..", "is the project's own folder"),
        ("/..", "holds the project's folder"),
        ("/content", "is a folder that the site is made from"),
        ("/content/", "is a folder that the site is made from"),
        ("/templates", "is a folder that the site is made from"),
        ("/static/site", "is inside 'static', which the site is made from"),
        ("/shared/docs/site", "is inside 'content', which the site is made from"),
        ("/shared", "holds 'content', which the site is made from"),
        ("/lib", "holds 'content', which the site is made from"),
        ("/home", "is your home folder"),
    ])
    func `an output that something else needs is refused`(inner: String, reason: String) throws {
        try TestFolder.with(["shared/docs/index.md": "# Hello", "home/file": ""]) { folder in
            try folder.link("content", to: "shared/docs")
            try folder.link("lib", to: "shared")
            let before = try folder.snapshot()
            var publisher = Publisher()
            publisher.home = folder["home"]
            let finding = folder.refusal(to: folder.path + inner, with: publisher)
            #expect(finding?.rule.id == "unsafe-output")
            #expect(finding?.message.hasSuffix(reason) == true, "\(finding?.message ?? "nothing")")
            #expect(try folder.snapshot() == before)
        }
    }

    @Test func `the root of the file system is refused`() throws {
        try TestFolder.with { folder in
            #expect(
                shown(folder.refusal(to: "/")) == """
                    error[unsafe-output]: '/' is the root of the file system
                    = rule: the output is a folder of its own, which nothing else needs
                    = help: choose a folder of its own with --output, such as 'public'
                    """
            )
        }
    }

    @Test func `an unsafe output inside the project is named from there`() throws {
        try TestFolder.with { folder in
            #expect(
                shown(folder.refusal(to: folder["static/site"])) == """
                    error[unsafe-output]: 'static/site' is inside 'static', which the site is made from
                    --> static/site
                    = rule: the output is a folder of its own, which nothing else needs
                    = help: choose a folder of its own with --output, such as 'public'
                    """
            )
        }
    }

    @Test func `a folder that holds the home folder is refused`() throws {
        try TestFolder.with(["users/me/file": ""]) { folder in
            var publisher = Publisher()
            publisher.home = folder["users/me"]
            #expect(folder.refusal(to: folder["users"], with: publisher)?.message == "'users' holds your home folder")
        }
    }

    @Test func `a file where the output should be is refused`() throws {
        try TestFolder.with(["public": "a file"]) { folder in
            #expect(
                shown(folder.refusal()) == """
                    error[output-not-a-folder]: 'public' is a file, not a folder
                    --> public
                    = rule: the output is a folder
                    = help: move it away, or choose another folder with --output
                    """
            )
            #expect(folder.text("public") == "a file")
        }
    }

    @Test func `a file on the way to the output is an error with its path`() throws {
        try TestFolder.with(["out": "a file"]) { folder in
            #expect(folder.refusal(to: folder["out/site"])?.message == "'out' cannot be written: File exists")
        }
    }

    @Test func `a link is followed and stays a link, whether its target is there or not`() throws {
        try TestFolder.with { folder in
            try folder.link("public", to: "elsewhere/site")
            try folder.publish(["index.html": "one"])
            try folder.publish(["index.html": "two"])
            #expect(folder.text("elsewhere/site/index.html") == "two")
            #expect(try Disk.status(DiskPath(folder.output))?.kind == .link)
        }
    }

    @Test func `a link to a folder of others is refused under its own name`() throws {
        try TestFolder.with(["elsewhere/mine.txt": "mine"]) { folder in
            try folder.link("public", to: "elsewhere")
            #expect(
                folder.refusal()?.message == "'public' holds files that handbook did not write, such as 'mine.txt'"
            )
            #expect(folder.text("elsewhere/mine.txt") == "mine")
        }
    }

    @Test func `a link that leads in a circle is refused`() throws {
        try TestFolder.with { folder in
            try folder.link("public", to: "other")
            try folder.link("other", to: "public")
            #expect(folder.refusal()?.message == "'public' is a link that leads in a circle")
        }
    }

    @Test func `an output outside the project is written there`() throws {
        try TestFolder.with { folder in
            try TestFolder.with { other in
                try Publisher().publish([OutputFile(path: "a", text: "a")], project: folder.path, to: other["site"])
                #expect(other.text("site/a") == "a")
            }
        }
    }
}
