import ArgumentParser

/// `handbook check`: everything that `build` does, but for writing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the project, and write nothing.",
        discussion: """
            Examples:
              handbook check
              handbook check --source mine --format json
            """
    )

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell notes too, not only how many there are.")
    var notes = false

    func run() async throws {
        try await Work.load(options).tell(options.format, notes: notes)
    }
}
