import ArgumentParser
import Diagnostics
import Foundation
import Publish
import Theme

/// `handbook init`: a small project that builds clean.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a small project to start from.",
        discussion: """
            Examples:
              handbook init mine
              cd mine && handbook build
            """
    )

    @Argument(help: ArgumentHelp("The folder to make. It must not exist, or be empty.", valueName: "dir"))
    var folder = "."

    func run() throws {
        do throws(Diagnostic) {
            let files = Starter.files("minimal")
            try NewProject.write(files, to: folder)
            let there = folder == "." ? "" : "cd \(folder) && "
            print("\(folder): \(files.count) files. Next: \(there)handbook build")
        } catch {
            var findings = Findings()
            findings.add(error)
            FileHandle.standardError.write(Data(HumanReport { _ in nil }.text(of: findings).utf8))
            throw ExitCode(Status.usage)
        }
    }
}

/// A starter's files.
enum Starter {
    /// By path in the new project. A file `gitignore` becomes `.gitignore`: what begins with a dot is not embedded.
    static func files(_ name: String) -> [(path: String, text: String)] {
        Theme.starters.filter { $0.key.hasPrefix(name + "/") }
            .map { (path: String($0.key.dropFirst(name.count + 1)).replacing("gitignore", with: ".gitignore"), text: $0.value) }
            .sorted { $0.path < $1.path }
    }
}
