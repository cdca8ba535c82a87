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
        abstract: "Make a project to start from, or one from the handbook.json of a site.",
        discussion: """
            Starters: minimal, three roles and what goes with them; ai-team, the whole handbook of an AI team. In a terminal it
            asks for what is not given. In .handbook/schema are the JSON Schemas that editors check settings and front matter by.

            With --from the project says what the handbook.json says: its own handbook.json is the same, but for the lines of
            places. Pictures and other files are copied from the site that the file stands in.

            Examples:
              handbook init mine
              cd mine && handbook build
              handbook init mine --starter ai-team --title 'Our AI team'
              handbook init mine --from ../public/handbook.json
            """
    )

    @Argument(help: ArgumentHelp("The folder to make. It must not exist, or be empty.", valueName: "dir"), completion: .directory)
    var folder = "."

    @Option(name: .long, help: ArgumentHelp("The handbook.json of a site that the project is made from.", valueName: "file"))
    var from: String?

    @Option(name: .long, help: "The project to start from: minimal or ai-team. (default: minimal)")
    var starter: Starter?

    @Option(name: .long, help: "The handbook's title.")
    var title: String?

    @Option(name: .long, help: ArgumentHelp("Its language, such as en or pt-BR.", valueName: "tag"))
    var language: String?

    func validate() throws {
        if from != nil, starter != nil || title != nil || language != nil {
            throw ValidationError("--from has its own title and language: leave --starter, --title and --language out")
        }
        if let title, title.isEmpty || title.contains(where: \.isNewline) { throw ValidationError("--title is one line of words") }
        if let language, language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) == nil {
            throw ValidationError("--language is a tag like en, de or pt-BR")
        }
    }

    func run() throws {
        let (chosen, title, language) = try InitQuestions.ask(starter: starter, title: title, language: language, isAsking: from == nil)
        do throws(Diagnostic) {
            let starter = chosen.files(title: title, language: language)
            let project = try from.map { file throws(Diagnostic) in try GivenProject(file) }
            let own = project.map { given in given.files + starter.filter { $0.path == ".gitignore" } } ?? starter
            let files = EditorFiles.joined(to: own)
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
