import ArgumentParser
import Publish

/// The option `--source` of commands that read a project.
struct SourceOption: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The project's folder; for '.', the nearest above that has a handbook.yml.", valueName: "dir"),
        completion: .directory
    )
    var source = "."

    init() {}

    /// A project's folder, as the process sees it.
    init(folder: String) {
        self.init()
        source = folder
    }

    mutating func validate() throws { source = ProjectPlace.found(from: source) }
}
