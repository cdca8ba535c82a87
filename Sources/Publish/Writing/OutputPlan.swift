import Diagnostics
import Site

/// The files of a site, proved to fit into one folder before anything is written.
struct OutputPlan {
    static let conflict = Rule("output-conflict", .error, "every file of the site has a path of its own, inside the output folder")

    struct Item {
        let path: DiskPath
        let contents: OutputFile.Contents
    }

    /// By path, without the manifest.
    let items: [Item]
    /// The paths of all files, the manifest's too.
    let names: Set<DiskPath>
    /// Every folder that a file needs.
    let folders: Set<DiskPath>

    /// What the folder will be known by.
    var manifest: Manifest { Manifest(paths: names.subtracting([Manifest.name])) }

    init(_ files: [OutputFile]) throws(Diagnostic) {
        let sorted = files.map { (file: $0, path: DiskPath($0.path)) }.sorted { $0.path < $1.path }
        // By string, not by bytes: two names that differ only in Unicode form are one file on some file systems.
        var seen: [String: OutputFile] = [:]
        for (file, path) in sorted {
            if let flaw = Self.flaw(in: path) {
                throw Self.conflict("'\(file.path)' \(flaw)", at: Self.origin(of: file), help: "give it another path")
            }
            if let other = seen.updateValue(file, forKey: file.path) {
                throw Self.conflict(
                    "'\(file.path)' would be written twice, from \(Self.source(of: other)) and from \(Self.source(of: file))",
                    at: Self.origin(of: other) ?? Self.origin(of: file),
                    help: "rename one of them"
                )
            }
        }
        for (file, path) in sorted {
            guard let outer = path.ancestors.lazy.compactMap({ seen[$0.text] }).first else { continue }
            throw Self.conflict(
                "'\(outer.path)' would be a file and the folder of '\(file.path)'",
                at: Self.origin(of: outer) ?? Self.origin(of: file),
                help: "rename one of them"
            )
        }
        items = sorted.map { Item(path: $0.path, contents: $0.file.contents) }
        names = Set(sorted.map(\.path)).union([Manifest.name])
        folders = Set(sorted.flatMap { $0.path.ancestors })
    }

    /// What keeps a path from being one inside the output folder, as the end of a sentence.
    static func flaw(in path: DiskPath) -> String? {
        if path.isAbsolute { return "is an absolute path" }
        if path.bytes.contains(0) { return "has a NUL character in it" }
        for part in path.bytes.split(separator: DiskPath.separator, omittingEmptySubsequences: false) {
            if part.isEmpty { return "has an empty name in it" }
            if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return "has '.' or '..' in it" }
        }
        return path == Manifest.name || path.ancestors.contains(Manifest.name) ? "is the name of handbook's own list of files" : nil
    }

    private static func origin(of file: OutputFile) -> Location? {
        if case .copy(let path) = file.contents { Location(path) } else { nil }
    }

    private static func source(of file: OutputFile) -> String {
        if case .copy(let path) = file.contents { "'\(path)'" } else { "a page" }
    }
}
