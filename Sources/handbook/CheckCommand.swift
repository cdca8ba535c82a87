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
              handbook check --without 'Data Engineer'
            """
    )

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell notes too, not only how many there are.")
    var notes = false

    @Option(name: .long, help: ArgumentHelp("Tell what nobody would own, decide or drive if this role were vacant.", valueName: "role"))
    var without: String?

    func run() async throws {
        let work = await Work.load(options)
        if let without, work.site != nil {
            try await tellVacancy(of: without)
            if !work.findings.hasErrors { return }
            return try work.tell(.human, notes: notes)
        }
        try work.tell(options.format, notes: notes)
    }
}
