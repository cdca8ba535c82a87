import ArgumentParser
import Diagnostics
import Foundation
import Handbook

/// `handbook why`: every statement behind a cell.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show every statement on a role's part in an activity.",
        discussion: """
            Cells of matrices, positions on the activity's page, items of the role's card and of its relations, each with \
            its file, its line and its sources. ROLE and ACTIVITY are names as pages use them: title, short form, alias \
            or slug. ACTIVITY may also be a task of a matrix. The exit status is 2 when a name leads to nothing, or to \
            several things.

            Examples:
              handbook why 'Data Engineer' Monitoring
              handbook why mlops deploy-to-production --source mine
              handbook why mlops Monitoring --format json
            """
    )

    @Argument(help: ArgumentHelp("A role.", valueName: "role"), completion: NameCompletion.role)
    var role: String

    @Argument(help: ArgumentHelp("An activity, or a task of a matrix.", valueName: "activity"), completion: NameCompletion.work)
    var activity: String

    @OptionGroup var project: SourceOption

    @Option(name: .long, help: "How statements are told: text or json.")
    var format = Format.text

    /// How statements are reported.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    private var source: String { project.source }

    func run() async throws {
        do {
            let (handbook, warning) = try await Progress.showing("reading the handbook") { try await ProjectLoader.handbook(source) }
            let why = Why(try handbook.role(named: role), try handbook.work(named: activity), in: handbook)
            FindingsOutput.warn([warning].compactMap(\.self))
            let report = WhyReport(why)
            FileHandle.standardOutput.write(Data((format == .json ? report.json : report.text).utf8))
        } catch {
            throw FindingsOutput.failure(error)
        }
    }
}
