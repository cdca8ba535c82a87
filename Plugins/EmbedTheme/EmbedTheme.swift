import Foundation
import PackagePlugin

/// Compiles the theme, the archetypes and the starters, the default handbook among them, into the binary, so that an installed `handbook` needs nothing beside it.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let folders = ["templates", "Sources/Theme/Starters", "Sources/Theme/Archetypes", "content", "handbook.yml"]
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embed the theme",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [output.path] + folders.map { root.appending(path: $0).path },
                inputFiles: folders.flatMap { files(in: root.appending(path: $0)) },
                outputFiles: [output]
            )
        ]
    }

    /// A folder's files and subfolders: a subfolder changes when a file in it comes or goes.
    private func files(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return [folder] + (all?.compactMap { $0 as? URL } ?? [])
    }
}
