import ArgumentParser
import Foundation

/// `handbook manual`: the page that `man handbook` shows.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page, for 'man'.",
        discussion: """
            Examples:
              handbook manual | man -l -
              handbook manual > /usr/local/share/man/man1/handbook.1
            """
    )

    func run() throws {
        let info = try JSONDecoder().decode(CommandLineInfo.self, from: Data(HandbookCommand._dumpHelp().utf8))
        FileHandle.standardOutput.write(Data(ManualPage(info.command, version: Version.text).text.utf8))
    }
}

/// The commands and their options, as swift-argument-parser describes them to programs (`ToolInfoV0`).
struct CommandLineInfo: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
    }

    struct Name: Decodable {
        let kind: String
        let name: String
    }
}
