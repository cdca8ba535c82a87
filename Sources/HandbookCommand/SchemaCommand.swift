import ArgumentParser
import Formats
import Foundation
import Publish

/// `handbook schema`: the JSON Schemas of what is written by hand, and of what handbook writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schemas of settings and front matter, and of the files that handbook writes.",
        discussion: """
            Without a name it lists what there is. settings is of handbook.yml, role and the other kinds are of front matter: editors
            check and complete by them what is written by hand. handbook.json is what every site has, check-report.json what
            'handbook check --format json' prints. All are of JSON Schema's draft 2020-12.

            With --output they are written into a folder, without a name all that editors need: so the ones that 'handbook init'
            has written are brought up to date.

            Examples:
              handbook schema role
              handbook schema handbook.json > handbook.schema.json
              handbook schema --output .handbook/schema
            """
    )

    @Argument(help: ArgumentHelp("What it is the schema of.", valueName: "name"))
    var names: [SchemaName] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write into. It is made if it is not there.", valueName: "dir"),
        completion: .directory
    )
    var output: String?

    func validate() throws {
        if names.count > 1, output == nil { throw ValidationError("several schemas go into a folder: give --output DIR, or one name") }
    }

    func run() throws {
        guard let output else {
            print(names.first?.schema.text ?? Self.list, terminator: "")
            return
        }
        let files = (names.isEmpty ? EditorSchema.all.map { SchemaName(.editor($0)) } : names).map { (name: $0.file, text: $0.schema.text) }
        do {
            try ExportFile.write(files, into: output)
        } catch {
            throw FindingsOutput.failure(error)
        }
        print("\(output): \(files.count == 1 ? "1 file" : "\(files.count) files")")
    }

    /// A line for each schema.
    private static var list: String {
        let names = SchemaName.all
        let width = (names.map(\.text.count).max() ?? 0) + 2
        return names.map { $0.text.padding(toLength: width, withPad: " ", startingAt: 0) + $0.schema.title + "\n" }.joined()
    }
}

/// What a schema is asked for by.
struct SchemaName: ExpressibleByArgument {
    /// What has a schema.
    enum Schema {
        case editor(EditorSchema)
        case handbook, report

        var title: String {
            switch self {
            case .editor(let schema): schema.title
            case .handbook: "What programs read of every site"
            case .report: "What 'handbook check --format json' prints"
            }
        }

        var text: String {
            switch self {
            case .editor(let schema): schema.text
            case .handbook: HandbookSchema.text
            case .report: CheckReportSchema.text
            }
        }
    }

    let schema: Schema

    static let all = (EditorSchema.all.map(Schema.editor) + [.handbook, .report]).map(SchemaName.init)

    init(_ schema: Schema) { self.schema = schema }

    init?(argument: String) {
        guard let found = Self.all.first(where: { $0.text == argument }) else { return nil }
        self = found
    }

    /// As it is given.
    var text: String {
        switch schema {
        case .editor(let schema): schema.name
        case .handbook: "handbook.json"
        case .report: "check-report.json"
        }
    }

    /// Its file in a folder. Those of files are not called like the files.
    var file: String {
        switch schema {
        case .editor(let schema): schema.name + ".json"
        case .handbook: "handbook.schema.json"
        case .report: "check-report.schema.json"
        }
    }

    var defaultValueDescription: String { text }
    static var allValueStrings: [String] { all.map(\.text) }
}
