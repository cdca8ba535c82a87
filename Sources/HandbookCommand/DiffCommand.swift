import ArgumentParser
import Changes
import Diagnostics
import Foundation
import Handbook
import Publish

/// `handbook diff`: what has changed between two states of a project, by what it means.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what has changed: roles, letters, relations, not lines of text.",
        discussion: """
            OLD and NEW are revisions of the git repository that the project lies in, or folders. A folder is meant when \
            the word holds a slash or is no revision. Without NEW the project is compared as it is on the disk. Files of \
            templates and static are not compared, nor is the order of pages, rows and lists.

            The exit status is 0 whether or not something has changed; with --exit-code it is 1 when something has. It is \
            2 when OLD or NEW cannot be read.

            Examples:
              handbook diff HEAD
              handbook diff v1.0 v1.1 --format markdown
              handbook diff ../last-year/ . --format json
            """
    )

    @Argument(help: ArgumentHelp("A revision or a folder.", valueName: "old"), completion: .shellCommand(Self.revisions))
    var old: String

    @Argument(
        help: ArgumentHelp("A revision or a folder. (default: the project as it is on the disk)", valueName: "new"),
        completion: .shellCommand(Self.revisions)
    )
    var new: String?

    @OptionGroup var project: SourceOption

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The site's folder, which is not read. (default: 'public' in the project's folder)", valueName: "dir"),
        completion: .directory
    )
    var output: String?

    @Option(name: .long, help: "How changes are told: text, markdown or json.")
    var format = Format.text

    @Flag(name: .long, help: "End with status 1 when something has changed.")
    var exitCode = false

    /// How changes are reported.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    /// What a shell offers: the names of branches and tags.
    private static let revisions = "git for-each-ref --format='%(refname:short)' refs/heads refs/tags 2>/dev/null"

    private var source: String { project.source }

    func run() async throws {
        let (before, after): (State, State)
        do {
            (before, after) = try await Progress.showing("reading both states") {
                let before = try await State(try ProjectVersion.named(old, source: source, output: site))
                let after = try await State(
                    new.map { word throws(Diagnostic) in try ProjectVersion.named(word, source: source, output: site) }
                        ?? .onDisk(source, output: site)
                )
                return (before, after)
            }
        } catch {
            throw FindingsOutput.failure(error)
        }
        FindingsOutput.warn([before, after].compactMap(\.warning))
        let changes = HandbookDiff.changes(from: before.handbook, to: after.handbook)
        let report = ChangeReport(changes, from: before.name, to: after.name)
        let text =
            switch format {
            case .text: report.text
            case .markdown: report.markdown
            case .json: report.json
            }
        FileHandle.standardOutput.write(Data(text.utf8))
        if exitCode, !changes.isEmpty { throw ExitCode(Status.findings) }
    }

    /// The site's folder, as the process sees it.
    private var site: String { output ?? ProjectPlace.siteFolder(of: source) }

    /// A state of the project, read as far as it can be.
    private struct State {
        let name: String
        let handbook: Handbook
        let warning: Diagnostic?

        init(_ version: ProjectVersion) async throws {
            name = version.name
            let (files, found) = try version.read()
            let result = await HandbookReader.read(files)
            handbook = result.handbook
            var findings = found
            findings.add(contentsOf: result.findings)
            warning = ProjectLoader.partlyRead(name, findings)
        }
    }
}
