import ArgumentParser

/// `handbook check`: everything that `build` does, but for writing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the project, and write nothing.",
        discussion: """
            The exit status is 0, also with warnings and notes; 1 when there are errors; 2 when they are in the settings, \
            or when there is no project to read. With --without it is 0 when the question is answered and the project has \
            no errors, and 2 when the name leads to no role.

            Examples:
              handbook check
              handbook check --source mine --format json
              handbook check --without 'Data Engineer'
            """
    )

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell notes too, not only how many there are.")
    var notes = false

    @Option(name: .long, help: ArgumentHelp("Tell what nobody would own, decide or drive if this role were vacant.", valueName: "role"))
    var without: String?

    func run() async throws {
        var work = await Work.load(options)
        if let without, let handbook = work.handbook { return try tellVacancy(of: without, &work, handbook) }
        try work.tell(options.format, notes: notes)
    }
}
