import Diagnostics
import Foundation

/// Writes the files of a new project.
public enum NewProject {
    static let occupied = Rule("folder-not-empty", .error, "a new project is made in a folder that is new or empty")
    static let unwritable = Rule("cannot-write", .error, "a new project's folder can be written")

    /// Makes `folder` a project of the given files. Nothing that is there is changed.
    ///
    /// - Parameter copies: files of the project that are copied from somewhere else.
    /// - Throws: a finding when the folder has files, is no folder, or cannot be written; what was begun is removed then.
    public static func write(
        _ files: [(path: String, text: String)],
        copies: [(path: String, from: String)] = [],
        to folder: String
    ) throws(Diagnostic) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        let isThere = manager.fileExists(atPath: folder, isDirectory: &isFolder)
        if isThere, !isFolder.boolValue {
            throw occupied("'\(folder)' is a file", help: "name a folder that does not exist yet")
        }
        let names = isThere ? (try? manager.contentsOfDirectory(atPath: folder)) ?? ["?"] : []
        guard names.allSatisfy({ $0 == ".git" }) else {
            throw occupied("'\(folder)' is not empty", help: "name a folder that does not exist yet, or an empty one")
        }
        var made: [String] = []
        do {
            func place(_ file: String) throws -> String {
                let path = folder + "/" + file
                try manager.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                made.append(file)
                return path
            }
            for file in files {
                let path = try place(file.path)
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            }
            for file in copies { try manager.copyItem(atPath: file.from, toPath: try place(file.path)) }
        } catch {
            for path in Set(made.compactMap { $0.split(separator: "/").first.map(String.init) }) {
                try? manager.removeItem(atPath: folder + "/" + path)
            }
            if !isThere { try? manager.removeItem(atPath: folder) }
            throw unwritable("'\(folder)' cannot be written: \(error.localizedDescription)", help: "choose a folder that you may write to")
        }
    }
}
