import ArgumentParser
import Foundation
import Site

/// `handbook schema`: the JSON Schema of a file that handbook writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a file that handbook writes.",
        discussion: """
            handbook.json is what every site has; its schema stands beside it. check-report.json is what
            'handbook check --format json' prints. Both are of JSON Schema's draft 2020-12.

            Examples:
              handbook schema handbook.json > handbook.schema.json
              handbook schema check-report.json > check-report.schema.json
            """
    )

    /// What has a schema.
    enum File: String, ExpressibleByArgument, CaseIterable {
        case handbook = "handbook.json"
        case report = "check-report.json"
    }

    @Argument(help: "The file.")
    var file = File.handbook

    func run() {
        let text =
            switch file {
            case .handbook: HandbookSchema.text
            case .report: CheckReportSchema.text
            }
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
