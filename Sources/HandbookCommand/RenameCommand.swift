import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Handbook
import Publish
import Site

/// `handbook rename`: another title for a page, everywhere at once or not at all.
struct RenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Rename a role, an activity, a stage, a team or a source, everywhere at once.",
        discussion: """
            Changes the page's file, front matter, matrices, links and mentions of the title, and leaves a redirect at the old
            address. When anything stands in the way, nothing is changed.

            Examples:
              handbook rename role 'Data Engineer' 'Data Platform Engineer' --dry-run
              handbook rename role 'Data Engineer' 'Data Platform Engineer' --keep-alias
              handbook rename source ai4e 'AI for Everybody' --slug ai-for-everybody
            """
    )

    @Argument(help: ArgumentHelp("What it is: role, activity, stage, team or source.", valueName: "kind"))
    var kind: RenamedKind

    @Argument(
        help: ArgumentHelp("A name that leads to it: title, short form, alias or slug.", valueName: "old"),
        completion: NameCompletion.renamed
    )
    var old: String

    @Argument(help: ArgumentHelp("Its new title.", valueName: "new"))
    var new: String

    @Option(name: .long, help: "Its new slug. (default: made from the title)")
    var slug: String?

    @Flag(name: .long, help: "Let the old title go on leading to it, as another name.")
    var keepAlias = false

    @Flag(name: .long, help: "Show the change and write nothing.")
    var dryRun = false

    @OptionGroup var project: SourceOption

    private var source: String { project.source }

    func run() async throws {
        do {
            let files = try ProjectLoader.files(source)
            let plan = try await Progress.showing("checking the handbook under the new name") {
                let plan = try await RenamePlan(kind.kind, old, to: new, slug: slug, keepsAlias: keepAlias, in: files)
                try await prove(plan, files)
                return plan
            }
            if dryRun {
                FileHandle.standardOutput.write(Data(plan.diff.utf8))
                return
            }
            let changes = plan.changes.map { ProjectChange.File(path: $0.path, newPath: $0.newPath, before: $0.before, after: $0.after) }
            try ProjectChange.apply(changes, to: source)
            print(told(plan), terminator: "")
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    /// The project with the new name must have no error that it did not have before.
    private func prove(_ plan: RenamePlan, _ files: ProjectFiles) async throws {
        let after = await Self.errors(plan.applied(to: files))
        guard !after.isEmpty else { return }
        let before = Dictionary(grouping: await Self.errors(files), by: \.rule.id).mapValues(\.count)
        let byRule = Dictionary(grouping: after, by: \.rule.id)
        guard let (_, new) = byRule.sorted(by: { $0.key < $1.key }).first(where: { $0.value.count > before[$0.key, default: 0] }),
            let last = new.last
        else { return }
        throw Rule.cannotRename(
            "there would be an error: \(last.message)",
            help: "nothing has changed; see the change with --dry-run once that is mended",
            related: last.location.map { [Related("there, as it would be", at: $0)] } ?? []
        )
    }

    private static func errors(_ files: ProjectFiles) async -> [Diagnostic] {
        let project = await HandbookReader.read(files)
        return (project.findings.all + SitePlan(project).findings.all).filter { $0.severity == .error }
    }

    private func told(_ plan: RenamePlan) -> String {
        let moved = plan.changes.filter { $0.path != $0.newPath }
        var text = "\(plan.oldTitle) is now \(plan.newTitle): \(plan.changes.count) file\(plan.changes.count == 1 ? "" : "s") changed\n"
        for change in moved { text += "  \(change.path) -> \(change.newPath)\n" }
        if plan.oldAddress != plan.newAddress { text += "  /\(plan.oldAddress) leads on to /\(plan.newAddress)\n" }
        if !plan.left.isEmpty { text += "Left as they are, since they may mean something else:\n" }
        for place in plan.left {
            guard let location = place.location, let line = location.line else { continue }
            let change = plan.changes.first { $0.path == location.path }
            // Lines come in above the text, in the front matter.
            let added = change.map { $0.after.count { $0 == 0x0A } - $0.before.count { $0 == 0x0A } } ?? 0
            text += "  \(change?.newPath ?? location.path):\(line + added): \(place.message)\n"
        }
        return text
    }
}

/// What can be renamed.
enum RenamedKind: String, ExpressibleByArgument, CaseIterable {
    case role, activity, stage, team, source

    var kind: Kind {
        switch self {
        case .role: .role
        case .activity: .activity
        case .stage: .stage
        case .team: .team
        case .source: .source
        }
    }
}
