import Diagnostics
import Foundation
import Handbook
import Markdown

extension Rule {
    /// A file that is to be made a project again, and is no `handbook.json`.
    public static let invalidData = Rule("invalid-data", .error, "a project is made from a handbook.json of a version that handbook knows")
}

/// The project that a `handbook.json` was made from, as far as it is in it: settings and pages. Front matter is written
/// anew, so lines may be others; what it says, and every page's text, is the same.
public struct RestoredProject: Sendable {
    /// The files' texts by their paths, in the order of the paths.
    public let files: [(path: String, text: String)]
    /// Files of the project that are not part of it: their paths in the project and in the site.
    public let assets: [(path: String, sitePath: String)]
    /// The folder of the content, as in `ProjectFiles`.
    public let contentRoot: String

    /// Lists of `handbook.json` with what pages describe.
    private static let lists: [(key: String, kind: Kind)] = [
        ("roles", .role), ("relations", .relation), ("matrices", .matrix), ("activities", .activity), ("stages", .stage), ("teams", .team),
        ("sources", .source), ("guides", .page),
    ]

    /// Reads `handbook.json`.
    ///
    /// - Parameter name: what the file is called in messages.
    /// - Throws: a finding that says what is wrong with it.
    public init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        let root: JSONValue
        do { root = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) } catch {
            throw Rule.invalidData("'\(name)' is no JSON that handbook writes", help: "give the handbook.json of a site")
        }
        guard root["format"] == Shapes.handbookFormat else {
            throw Rule.invalidData("'\(name)' is no handbook.json", help: "give the handbook.json at a site's root")
        }
        guard let version = root["version"]?.integer, version == Shapes.version else {
            throw Rule.invalidData(
                "'\(name)' is of another version of the format than \(Shapes.version)",
                help: "use the handbook that wrote it"
            )
        }
        guard let folder = root["contentFolder"]?.string, ["", "content"].contains(folder) else {
            throw Self.fault("'contentFolder' is neither 'content' nor empty", name)
        }
        contentRoot = folder
        var files: [String: String] = [:]
        func add(_ path: String, _ text: String) throws(Diagnostic) {
            guard files[path] == nil else { throw Self.fault("'\(path)' is there twice", name) }
            files[path] = text
        }
        guard let settings = root["settings"]?.plainEntries else { throw Self.fault("'settings' is missing", name) }
        if !settings.isEmpty { try add(Settings.file, YAMLText.text(settings, fields: Settings.fields)) }
        for (key, kind) in Self.lists {
            guard let pages = root[key]?.elements else { throw Self.fault("'\(key)' is missing", name) }
            for page in pages {
                let (path, text) = try Self.page(page, kind, in: key, name)
                guard Self.isPath(path, below: folder), path.hasSuffix(".md") else { throw Self.fault("'\(path)' is no page's path", name) }
                try add(path, text)
            }
        }
        // Without a page the folder has to be there all the same.
        if !folder.isEmpty, !files.keys.contains(where: { $0.hasPrefix(folder + "/") }) { try add(folder + "/.gitkeep", "") }
        self.files = files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        guard let assets = root["assets"]?.elements else { throw Self.fault("'assets' is missing", name) }
        var found: [(path: String, sitePath: String)] = []
        for asset in assets {
            guard let path = asset["path"]?.string, Self.isPath(path, below: "") || path.hasPrefix("static/"), Self.isRelative(path) else {
                throw Self.fault("an asset's path leads out of the project", name)
            }
            found.append((path, Addresses.output(ofAsset: path, contentRoot: folder)))
        }
        self.assets = found
    }

    private static func fault(_ what: String, _ name: String) -> Diagnostic {
        Rule.invalidData("'\(name)' cannot be read: \(what)", help: "hold it against 'handbook schema handbook.json'")
    }

    // MARK: - Pages

    private static func page(_ page: JSONValue, _ kind: Kind, in list: String, _ name: String) throws(Diagnostic) -> (
        path: String, text: String
    ) {
        guard let path = page["place"]?["path"]?.string, let entries = page["frontMatter"]?.plainEntries, let body = page["body"]?.string
        else {
            throw fault("an entry of '\(list)' has no place, no frontMatter or no body", name)
        }
        let yaml = YAMLText.text(entries, fields: PageFields.fields(of: kind))
        // A body that begins with a line of hyphens would be taken for front matter.
        return (path, yaml.isEmpty && !body.hasPrefix("---") ? body : "---\n\(yaml)---\n\(body)")
    }

    /// Whether a path stays in the project, below a folder, and is none that a project leaves alone.
    private static func isPath(_ path: String, below folder: String) -> Bool {
        isRelative(path) && (folder.isEmpty || path.hasPrefix(folder + "/")) && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    private static func isRelative(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && parts.allSatisfy { !["", ".", ".."].contains($0) }
            && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
    }
}
