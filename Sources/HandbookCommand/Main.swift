import ArgumentParser
import Foundation

/// The program: parses the command line, runs a subcommand, and ends with a status that says how it went.
@main
enum Main {
    static func main() async {
        do {
            var command = try await HandbookCommand.asyncParseAsRoot()
            if var work = command as? any AsyncParsableCommand {
                try await work.run()
            } else {
                try command.run()
            }
        } catch let status as ExitCode {
            exit(status.rawValue)
        } catch {
            let isHelp = HandbookCommand.exitCode(for: error) == .success
            let isUsage = HandbookCommand.exitCode(for: error) == .validationFailure
            let message = HandbookCommand.fullMessage(for: error) + "\n"
            (isHelp ? FileHandle.standardOutput : FileHandle.standardError).write(Data(message.utf8))
            exit(isHelp ? Status.clean : isUsage ? Status.usage : Status.fault)
        }
    }
}

/// What the program's exit status says.
enum Status {
    /// Nothing stands in the way of publishing.
    static let clean: Int32 = 0
    /// Errors were found in the content.
    static let findings: Int32 = 1
    /// The command line, the project's folder, the output folder or the settings are wrong.
    static let usage: Int32 = 2
    /// A fault of the program's own (EX_SOFTWARE of sysexits.h).
    static let fault: Int32 = 70
}
