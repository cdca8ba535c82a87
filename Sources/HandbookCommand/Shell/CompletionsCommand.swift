import ArgumentParser
import Foundation

/// `handbook completions`: what makes a shell complete commands, options and the names of roles.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print what makes a shell complete commands, options and names.",
        discussion: """
            Roles, activities and matrices are those of the project in the folder, or of the one that --source names.

            Examples:
              handbook completions bash > ~/.local/share/bash-completion/completions/handbook
              handbook completions zsh > "${fpath[1]}/_handbook"
              handbook completions fish > ~/.config/fish/completions/handbook.fish
            """
    )

    /// Shells that can be served.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        guard let known = CompletionShell(rawValue: shell.rawValue) else { throw ExitCode(Status.fault) }
        FileHandle.standardOutput.write(Data((HandbookCommand.completionScript(for: known) + "\n").utf8))
    }
}
