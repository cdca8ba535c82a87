import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Handbook
import Publish

/// `handbook export`: a handbook, a role or a matrix for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the handbook, a role or a matrix for other programs.",
        discussion: """
            json is handbook.json as the site has it, with every name resolved; csv is after RFC 4180; dot and mermaid draw the
            roles and their relations, or the roles of a matrix and what they answer for. What is private is in none of them.
            A project with errors is not exported.

            Examples:
              handbook export --format json | jq '.roles[].title'
              handbook export --format csv --matrix core-tasks --output core-tasks.csv
              handbook export --format markdown --role 'Data Engineer'
              handbook export --format dot | dot -Tsvg -o roles.svg
            """
    )

    @Option(name: .long, help: "What is written: json, csv, markdown, dot or mermaid.")
    var format: Export.Format

    @Option(
        name: .long,
        help: ArgumentHelp("One role, by title, short form, alias or slug.", valueName: "role"),
        completion: NameCompletion.role
    )
    var role: String?

    @Option(name: .long, help: ArgumentHelp("One matrix, by title or slug.", valueName: "matrix"), completion: NameCompletion.matrix)
    var matrix: String?

    @OptionGroup var project: SourceOption

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func validate() throws {
        if role != nil, matrix != nil { throw ValidationError("--role and --matrix are one or the other") }
    }

    private var source: String { project.source }

    func run() async throws {
        let text: String
        do {
            let site = ProjectPlace.siteFolder(of: source)
            let (files, found) = try ProjectFolder.read(source, output: site)
            let read = await Progress.showing("reading the handbook") { await HandbookReader.read(files) }
            var findings = found
            findings.add(contentsOf: read.findings)
            guard !findings.hasErrors else { return try tell(findings, read.sources) }
            let history = await ProjectHistory.read(source, output: site, of: read.read, mostRevisions: 0)
            let owners = read.handbook.settings.readsCodeOwners ? CodeOwnersFile.read(source).owners : nil
            let upkeep = Upkeep(codeOwners: owners, lastChanges: history.lastChanges(in: files))
            let subject = try subject(in: read.handbook)
            text = await Progress.showing("writing the export") { await Export.text(of: subject, as: format, from: read, upkeep: upkeep) }
            if let output { try ExportFile.write(text, to: output) }
        } catch {
            throw FindingsOutput.failure(error)
        }
        if output == nil { FileHandle.standardOutput.write(Data(text.utf8)) }
    }

    private func subject(in handbook: Handbook) throws(Diagnostic) -> Export.Subject {
        if let role { return .role(try handbook.role(named: role)) }
        if let matrix { return .matrix(try handbook.matrix(named: matrix)) }
        return .handbook
    }

    /// Reports the errors alone, as `handbook check` would.
    private func tell(_ findings: Findings, _ sources: [String: SourceText]) throws {
        var errors = Findings()
        for finding in findings.all where finding.severity == .error { errors.add(finding) }
        FileHandle.standardError.write(Data(HumanReport { sources[$0] }.text(of: errors, limit: HumanReport.mostOfARule).utf8))
        let inSettings = errors.sorted.contains { $0.location?.path == Settings.file }
        throw ExitCode(inSettings ? Status.usage : Status.findings)
    }
}

extension Export.Format: ExpressibleByArgument {}
