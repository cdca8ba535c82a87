import ArgumentParser
import Foundation
import Publish

/// `handbook` and its subcommands. A new one is one file and one line here.
struct HandbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handbook",
        abstract: "Turns a folder of Markdown role pages into a website that says who does what, and who decides.",
        discussion: """
            Examples:
              handbook init mine              make a small project in the folder 'mine'
              handbook build --source mine    build its site into 'mine/public'
              handbook serve --source mine    show it in a browser, and show it anew at each save
              handbook check                  check the project here, and write nothing
              handbook explain dead-link      say what a rule means, and how to mend what it finds

            Exit status: 0 clean, 1 findings, 2 wrong usage or configuration, 70 a fault of handbook's own.
            """,
        version: Version.text,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, ExplainCommand.self, InitCommand.self, NewCommand.self,
            RenameCommand.self, RemoveCommand.self, DiffCommand.self, WhyCommand.self, SchemaCommand.self, ExportCommand.self,
            CompletionsCommand.self, ManualCommand.self,
        ]
    )
}

/// The version of this program.
enum Version {
    static let text = "handbook \(number)"
    static let number = "0.1.0"
}

/// Options of every command that reads a project.
struct ProjectOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: SourceOption.help, completion: .directory)
    var source = "."

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The site's folder. (default: 'public' in the project's folder)", valueName: "dir"),
        completion: .directory
    )
    var output: String?

    @Option(name: .long, help: "How findings are told: human, on standard error; short, json, github or sarif, on standard output.")
    var format = Format.human

    @Flag(help: "Take drafts in, marked as such.")
    var drafts = false

    @OptionGroup var verbosity: Verbosity

    mutating func validate() throws { source = ProjectPlace.found(from: source) }

    /// The site's folder, as the process sees it.
    var outputFolder: String {
        output ?? ProjectPlace.siteFolder(of: source)
    }

    /// The way from the process's folder to the project's, for formats that are read there: empty, or ended by `/`. Empty as
    /// well for a project elsewhere.
    var projectFolder: String {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL.path + "/"
        let there = URL(fileURLWithPath: source).standardizedFileURL.path + "/"
        return there.hasPrefix(here) ? String(there.dropFirst(here.count)) : ""
    }
}

/// How findings are told.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, short, json, github, sarif
}
