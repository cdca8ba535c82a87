import ArgumentParser
import Authoring
import Diagnostics
import Formats
import Foundation
import Handbook
import Publish
import Theme

/// `handbook init`: a small project that builds clean, the project that a site was built from, or one made of a folder of
/// Markdown or a table.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a project to start from, or one of a folder of Markdown, a CSV file or the handbook.json of a site.",
        discussion: """
            Starters: minimal, three roles and what goes with them; ai-team, the whole handbook of an AI team. In a terminal it
            asks for what is not given. In .handbook/schema are the JSON Schemas that editors check settings and front matter by.

            --from makes the project of something that is there, which is only read:

            - a folder of Markdown, such as one of Hugo, Jekyll, Docusaurus, MkDocs, GitBook, Notion or Obsidian: kinds, titles,
              groups and sections are proposed and written into front matter; what Markdown does not know is converted where
              its meaning is certain;
            - a CSV file of roles, one in each row, or of a matrix: tasks in rows, roles in columns, letters in cells;
            - a handbook.json: the project that it was made from. Its own handbook.json is the same, but for the lines of
              places. Pictures and other files are copied from the site that the file stands in.

            A report says what each file becomes and why, what was converted, and what to look at. The new project builds:
            what was broken before is in the file of known findings that its settings name.

            Examples:
              handbook init mine
              cd mine && handbook build
              handbook init mine --starter ai-team --title 'Our AI team'
              handbook init mine --from wiki --dry-run
              handbook init mine --from roles.csv --title 'Our team'
              handbook init mine --from ../public/handbook.json
            """
    )

    @Argument(help: ArgumentHelp("The folder to make. It must not exist, or be empty.", valueName: "dir"), completion: .directory)
    var folder = "."

    @Option(
        name: .long,
        help: ArgumentHelp("What the project is made of: a folder of Markdown, a CSV file, or a handbook.json.", valueName: "path"),
        completion: .file()
    )
    var from: String?

    @Flag(name: .long, help: "With --from, tell what would be made of it, and write nothing.")
    var dryRun = false

    @Option(name: .long, help: "The project to start from: minimal or ai-team. (default: minimal)")
    var starter: Starter?

    @Option(name: .long, help: "The handbook's title.")
    var title: String?

    @Option(name: .long, help: ArgumentHelp("Its language, such as en or pt-BR.", valueName: "tag"))
    var language: String?

    func validate() throws {
        if from != nil, starter != nil { throw ValidationError("--from and --starter are one or the other") }
        if let from, title != nil || language != nil, case .data = ImportSource(from) {
            throw ValidationError("a handbook.json has its own title and language: leave --title and --language out")
        }
        if dryRun, from == nil { throw ValidationError("--dry-run tells what is made of --from") }
        if let title, title.isEmpty || title.contains(where: \.isNewline) { throw ValidationError("--title is one line of words") }
        if let language, let remedy = LanguageName.remedy(for: language) {
            throw ValidationError("--language '\(language)' is no tag of a language: \(remedy)")
        }
    }

    func run() async throws {
        if let from {
            let kind = ImportSource(from)
            guard case .data = kind else {
                let options = FolderImport.Options(title: title, language: language)
                return try await ImportRun(source: from, target: folder, options: options, isDryRun: dryRun).run(kind)
            }
        }
        let (chosen, title, language) = try InitQuestions.ask(starter: starter, title: title, language: language, isAsking: from == nil)
        do throws(Diagnostic) {
            let starter = chosen.files(title: title, language: language)
            let project = try from.map { file throws(Diagnostic) in try GivenProject(file) }
            let own = project.map { given in given.files + starter.filter { $0.path == ".gitignore" } } ?? starter
            let files = EditorFiles.joined(to: own)
            let copies = project?.copies ?? []
            if !dryRun { try NewProject.write(files, copies: copies, to: folder) }
            FindingsOutput.warn([project?.warning].compactMap(\.self))
            let there = folder == "." ? "" : "cd \(folder) && "
            let made = "\(folder): \(files.count + copies.count) files"
            print(dryRun ? "\(made), not written" : "\(made). Next: \(there)handbook build")
        } catch {
            throw FindingsOutput.failure(error)
        }
    }
}

/// The project that a `handbook.json` was made from, with the files that are in its site.
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
