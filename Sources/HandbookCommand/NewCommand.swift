import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Handbook
import Publish
import Theme

/// `handbook new`: a page with the front matter and sections of its kind.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a page with the front matter and sections of its kind.",
        discussion: """
            The page is made from archetypes/<kind>.md of the project, or else from the one that is built in. It never replaces a
            file. Its path is printed. Where the project has the schemas that 'handbook init' writes, the front matter names its
            own to editors.

            Examples:
              handbook new role 'Data Steward'
              handbook new relation 'Data Steward' 'Data Engineer'
              $EDITOR "$(handbook new activity 'Labeling')"
            """
    )

    @Argument(help: ArgumentHelp("What it is: role, relation, matrix, activity, stage, team, source or page.", valueName: "kind"))
    var kind: Kind

    @Argument(help: ArgumentHelp("Its title; for a relation, its two roles.", valueName: "title"))
    var names: [String]

    @Option(name: .long, help: "Its slug. (default: made from the title)")
    var slug: String?

    @OptionGroup var project: SourceOption

    private var source: String { project.source }

    func run() async throws {
        do {
            let (handbook, _) = try await Progress.showing("reading the handbook") { try await ProjectLoader.handbook(source) }
            let hasSchema = FileManager.default.fileExists(atPath: source + "/" + Modeline.schema(kind.rawValue))
            let page = try NewPage(kind, names, slug: slug, archetype: archetype, namesSchema: hasSchema, in: handbook)
            try NewFile.write(page.text, to: page.path, in: source)
            print(source == "." ? page.path : (source.hasSuffix("/") ? source : source + "/") + page.path)
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    /// The project's own, or the one that is built in.
    private var archetype: (path: String, text: String) {
        let path = "archetypes/\(kind.rawValue).md"
        let own = FileManager.default.contents(atPath: source + "/" + path).map { String(decoding: $0, as: UTF8.self) }
        return (path, own ?? Theme.archetypes["\(kind.rawValue).md"] ?? "")
    }
}

extension Kind: ExpressibleByArgument {}
