import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Handbook
import Publish

/// `handbook remove`: a role, and what names it.
struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a role, and its name where it is certain what remains.",
        discussion: """
            Deletes the role's page and its relations, and removes it from front matter and from the columns of matrices. Links to it \
            become plain words. What only its author can reword is listed with file and line. What nobody would own is shown by \
            'handbook check --without ROLE'.

            Examples:
              handbook remove role 'Data Engineer' --dry-run
              handbook remove role data-engineer --source mine
            """
    )

    @Argument(help: ArgumentHelp("What it is: role.", valueName: "kind"))
    var kind: RemovedKind

    @Argument(
        help: ArgumentHelp("A name that leads to it: title, short form, alias or slug.", valueName: "name"),
        completion: NameCompletion.role
    )
    var name: String

    @Flag(name: .long, help: "Show the change and write nothing.")
    var dryRun = false

    @OptionGroup var project: SourceOption

    func run() async throws {
        let source = project.source
        do {
            let files = try ProjectLoader.files(source)
            let (plan, before, after) = try await Progress.showing("checking the handbook without the role") {
                let plan = try await RemovePlan(role: name, in: files)
                let before = await HandbookReader.read(files).findings
                return (plan, before, await HandbookReader.read(plan.applied(to: files)).findings)
            }
            if dryRun {
                FileHandle.standardOutput.write(Data((plan.diff + summary(plan, before, after)).utf8))
                return
            }
            try ProjectChange.apply(plan.changes.map { .init(path: $0.path, before: $0.before, after: $0.after) }, to: source)
            print(summary(plan, before, after), terminator: "")
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    private func summary(_ plan: RemovePlan, _ before: Findings, _ after: Findings) -> String {
        let gone = plan.changes.filter { $0.after == nil }
        func files(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }
        var text = "\(plan.title): \(files(gone.count)) deleted, \(files(plan.changes.count - gone.count)) changed\n"
        for change in gone { text += "  \(change.path)\n" }
        if !plan.left.isEmpty { text += "Still named, for you to reword:\n" }
        for place in dryRun ? plan.left : plan.leftAfter {
            guard let location = place.location, let line = location.line else { continue }
            text += "  \(location.path):\(line): \(place.message)\n"
        }
        let added = Self.errors(in: after, besides: before)
        if !added.isEmpty { text += "New errors:\n" }
        for error in added {
            let place = error.location.map { "\($0.path)\($0.line.map { ":\($0)" } ?? ""): " } ?? ""
            text += "  \(place)\(error.message) [\(error.rule.id)]\n"
        }
        if after.hasErrors { text += "Without the role, 'handbook check' finds \(HumanReport.tally(after))\n" }
        return text
    }
}

extension RemoveCommand {
    /// Errors that were not there before. Lines may have moved, so they are told apart by what they say.
    private static func errors(in after: Findings, besides before: Findings) -> [Diagnostic] {
        func key(_ finding: Diagnostic) -> [String] { [finding.rule.id, finding.location?.path ?? "", finding.message] }
        let known = Set(before.all.map(key))
        return after.sorted.filter { $0.severity == .error && !known.contains(key($0)) }
    }
}

/// What can be removed.
enum RemovedKind: String, ExpressibleByArgument, CaseIterable {
    case role
}
