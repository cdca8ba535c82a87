import Foundation

/// Writes the files of some folders as one Swift source: `enum Embedded { static let templates: [String: String] = … }`.
/// A file `handbook.yml` becomes `static let handbookYml = …`.
///
/// usage: embed-theme OUTPUT FOLDER|FILE…
@main
enum EmbedTool {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func main() throws {
        guard CommandLine.arguments.count > 2 else { throw Failure(description: "usage: embed-theme OUTPUT FOLDER...") }
        var source = "// Made from the theme's files by embed-theme. Changes here are lost.\n\nenum Embedded {\n"
        for folder in CommandLine.arguments.dropFirst(2) {
            let url = URL(fileURLWithPath: folder)
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                let name = url.deletingPathExtension().lastPathComponent + url.pathExtension.capitalized
                source += "    static let \(name) = \(literal(try text(of: url)))\n"
                continue
            }
            source += "    static let \(url.lastPathComponent.lowercased()): [String: String] = [\n"
            let files = try read(url)
            for (path, text) in files { source += "\(literal(path)): \(literal(text)),\n" }
            source += files.isEmpty ? "        :\n    ]\n" : "    ]\n"
        }
        source += "}\n"
        try source.write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
    }

    /// Every file below a folder by its relative path, sorted. Names that start with a dot are passed over.
    private static func read(_ folder: URL) throws -> [(String, String)] {
        let root = folder.resolvingSymlinksInPath().path + "/"
        guard let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]) else { return [] }
        var files: [(String, String)] = []
        for case let file as URL in all {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
                !file.pathComponents.contains(where: { $0.hasPrefix(".") && $0.count > 1 && $0 != ".build" && $0 != ".." })
            else { continue }
            let path = file.resolvingSymlinksInPath().path.replacingOccurrences(of: root, with: "")
            files.append((path, try text(of: file)))
        }
        return files.sorted { $0.0 < $1.0 }
    }

    private static func text(of file: URL) throws -> String {
        guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
            throw Failure(description: "\(file.path) is not UTF-8")
        }
        return text
    }

    /// A raw string literal that holds any text: as many `#` as the text needs.
    private static func literal(_ text: String) -> String {
        var pounds = "#"
        while text.contains("\"\"\"\(pounds)") || text.contains("\\\(pounds)") { pounds += "#" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(pounds)\"\"\"\n" + lines.joined(separator: "\n") + "\n\"\"\"\(pounds)"
    }
}
