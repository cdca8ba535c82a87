import ArgumentParser
import Diagnostics
import Foundation
import Publish
import Site
import Theme

/// `handbook init`: a small project that builds clean, or the project that a site was built from.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a small project to start from, or one from the handbook.json of a site.",
        discussion: """
            With --from the project says what the handbook.json says: its own handbook.json is the same, but for the lines of
            places. Pictures and other files are copied from the site that the file stands in.

            Examples:
              handbook init mine
              cd mine && handbook build
              handbook init mine --from ../public/handbook.json
            """
    )

    @Argument(help: ArgumentHelp("The folder to make. It must not exist, or be empty.", valueName: "dir"))
    var folder = "."

    @Option(name: .long, help: ArgumentHelp("The handbook.json of a site that the project is made from.", valueName: "file"))
    var from: String?

    func run() throws {
        do throws(Diagnostic) {
            let starter = Starter.files("minimal")
            let project = try from.map { file throws(Diagnostic) in try GivenProject(file) }
            let files = project.map { given in given.files + starter.filter { $0.path == ".gitignore" } } ?? starter
            let copies = project?.copies ?? []
            try NewProject.write(files, copies: copies, to: folder)
            Told.warnings([project?.warning].compactMap(\.self))
            let there = folder == "." ? "" : "cd \(folder) && "
            print("\(folder): \(files.count + copies.count) files. Next: \(there)handbook build")
        } catch {
            throw Told.failure(error)
        }
    }
}

/// The project that a `handbook.json` was made from, with the files that stand in its site.
private struct GivenProject {
    let files: [(path: String, text: String)]
    let copies: [(path: String, from: String)]
    /// What of the project could not be found.
    let warning: Diagnostic?

    init(_ file: String) throws(Diagnostic) {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Rule.invalidData("'\(file)' cannot be read", help: "give the path of a handbook.json")
        }
        let project = try RestoredProject(Array(data), name: file)
        let folder = (file as NSString).deletingLastPathComponent
        let assets = project.assets.map { (path: $0.path, from: (folder.isEmpty ? "." : folder) + "/" + $0.sitePath) }
        let missing = assets.filter { !FileManager.default.isReadableFile(atPath: $0.from) }.map(\.path)
        files = project.files
        copies = assets.filter { !missing.contains($0.path) }
        let told = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
        warning =
            missing.isEmpty
            ? nil
            : Rule.missingAsset(
                "\(missing.count) of the project's files \(missing.count == 1 ? "does" : "do") not stand beside '\(file)': \(told)",
                help: "copy them into the project"
            )
    }
}

extension Rule {
    /// Files that a `handbook.json` names and that are not there to be copied.
    static let missingAsset = Rule("missing-asset", .warning, "the files that a handbook.json names stand in the site beside it")
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
