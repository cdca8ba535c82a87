import Diagnostics
import Formats
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
        try Self.prove(sorted.map { Named(path: $0.path, name: $0.file.path, source: $0.file.source) })
        items = sorted.map { Item(path: $0.path, contents: $0.file.contents) }
        names = Set(sorted.map(\.path)).union([Manifest.name])
        folders = Set(sorted.flatMap { $0.path.ancestors })
    }

    /// A file's path, as bytes and as text, and what it is copied from.
    private struct Named {
        let path: DiskPath
        let name: String
        let source: String?

        var origin: Location? { source.map { Location($0) } }
        var sourceWords: String { source.map { "'\($0)'" } ?? "a page" }
    }

    /// Proves that the files of a site fit into one folder, before any is made.
    static func prove(_ files: [SitePlan.File]) throws(Diagnostic) {
        let named = files.map { Named(path: DiskPath($0.path), name: $0.path, source: $0.source) }
        try prove(named.sorted { $0.path < $1.path })
    }

    private static func prove(_ sorted: [Named]) throws(Diagnostic) {
        // By string, not by bytes: two names that differ only in Unicode form are one file on some file systems.
        var seen: [String: Named] = [:]
        for file in sorted {
            if let flaw = flaw(in: file.path) { throw conflict("'\(file.name)' \(flaw)", at: file.origin, help: "give it another path") }
            if let other = seen.updateValue(file, forKey: file.name) {
                throw conflict(
                    "'\(file.name)' would be written twice, from \(other.sourceWords) and from \(file.sourceWords)",
                    at: other.origin ?? file.origin,
                    help: "rename one of them"
                )
            }
        }
        for file in sorted {
            guard let outer = file.path.ancestors.lazy.compactMap({ seen[$0.text] }).first else { continue }
            throw conflict(
                "'\(outer.name)' would be a file and the folder of '\(file.name)'",
                at: outer.origin ?? file.origin,
                help: "rename one of them"
            )
        }
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
}

extension OutputFile {
    /// What it is copied from; `nil` where it is made.
    fileprivate var source: String? { if case .copy(let path) = contents { path } else { nil } }
}
