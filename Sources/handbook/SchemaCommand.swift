import ArgumentParser
import Foundation
import Site

/// `handbook schema`: the JSON Schema of a file that handbook writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a file that handbook writes.",
        discussion: """
            The schema is that of JSON Schema's draft 2020-12. It stands in every site too, beside handbook.json.

            Examples:
              handbook schema handbook.json > handbook.schema.json
            """
    )

    /// What has a schema.
    enum File: String, ExpressibleByArgument, CaseIterable {
        case handbook = "handbook.json"
    }

    @Argument(help: "The file.")
    var file = File.handbook

    func run() {
        let text =
            switch file {
            case .handbook: HandbookSchema.text
            }
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
