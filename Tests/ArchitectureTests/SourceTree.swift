import Foundation
import TestSupport

/// The files of the repository.
enum SourceTree {
    /// The folders in `Sources`.
    static func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path).filter { !$0.hasPrefix(".") }
    }

    /// The Swift files of a folder, by their paths from the root.
    static func swiftFiles(under folder: String) throws -> [String] {
        let root = Repository.root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.resolvingSymlinksInPath().path)?.allObjects as? [String] ?? []
        return paths.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
    }

    /// The modules that a file imports.
    static func imports(of file: String) throws -> [String] {
        let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
        // What stands in front of the word, a kind of declaration behind it, the module.
        let line = #/(?m)^(?:@\w+ |\w+ )*import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/#
        return text.matches(of: line).map { String($0.output.1) }
    }

    /// The path of every file and folder, without what is built and what begins with a dot.
    static func paths() throws -> [String] {
        var paths: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            let here = folder.isEmpty ? Repository.root : Repository.root.appending(path: folder)
            let entries = try FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: [.isDirectoryKey])
            for entry in entries where !entry.lastPathComponent.hasPrefix(".") {
                let path = folder.isEmpty ? entry.lastPathComponent : "\(folder)/\(entry.lastPathComponent)"
                if path == "public" { continue }
                paths.append(path)
                let values = try entry.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
                if values.isDirectory == true, values.isSymbolicLink != true { waiting.append(path) }
            }
        }
        return paths
    }
}
