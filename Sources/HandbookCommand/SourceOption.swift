import ArgumentParser
import Publish

/// The option `--source` of commands that read a project.
struct SourceOption: ParsableArguments {
    static let help = ArgumentHelp("The project's folder; for '.', the nearest above that has a handbook.yml.", valueName: "dir")

    @Option(name: .shortAndLong, help: SourceOption.help, completion: .directory)
    var source = "."

    mutating func validate() throws { source = ProjectPlace.found(from: source) }
}
