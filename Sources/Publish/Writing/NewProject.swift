import Diagnostics
import Foundation

/// Writes the files of a new project, all of them or none.
public enum NewProject {
    static let occupied = Rule("folder-not-empty", .error, "a new project is made in a folder that is new or empty")
    static let unwritable = Rule("cannot-write", .error, "a new project's folder can be written")

    /// What the folder's name begins with in which a project is written before it is put in place.
    private static let aside = ".handbook-new-"

    /// A project that is written whole, beside its place or in it, and is not in place yet.
    public struct Staged {
        /// The folder that holds it, as the process sees it.
        public let path: String
        fileprivate let folder: String
        fileprivate let isThere: Bool
        /// What was made on the way and goes if the project does not come about.
        fileprivate let made: String

        /// Adds files, in the place of those of the same name.
        ///
        /// - Throws: a finding when that fails; then nothing is left.
        public func add(_ files: [(path: String, text: String)]) throws(Diagnostic) {
            try NewProject.orRemove(made, folder) {
                for file in files { try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file.path)")) }
            }
        }

        /// Puts the project in place.
        ///
        /// - Throws: a finding when that fails; then nothing is left.
        public func place() throws(Diagnostic) {
            try NewProject.orRemove(made, folder) {
                guard !isThere else { return try NewProject.unpack(path, into: folder) }
                let new = DiskPath(bytes: folder.utf8.reversed().drop { $0 == DiskPath.separator }.reversed())
                try FileManager.default.moveItem(atPath: path, toPath: new.text)
            }
        }

        /// Removes it.
        public func discard() { try? FileManager.default.removeItem(atPath: made) }
    }

    /// Makes `folder` a project of the given files. Nothing that is there is changed.
    ///
    /// - Parameter copies: files of the project that are copied from somewhere else.
    /// - Throws: a finding when the folder has files, is no folder, or cannot be written; then it is as it was.
    public static func write(
        _ files: [(path: String, text: String)],
        copies: [(path: String, from: String)] = [],
        to folder: String
    ) throws(Diagnostic) {
        try stage(files, copies: copies, for: folder).place()
    }

    /// Writes the files of a project that is to be `folder`, without changing anything that is there.
    ///
    /// - Parameter copies: files of the project that are copied from somewhere else.
    /// - Throws: a finding when the folder has files, is no folder, or cannot be written; then it is as it was.
    public static func stage(
        _ files: [(path: String, text: String)],
        copies: [(path: String, from: String)] = [],
        for folder: String
    ) throws(Diagnostic) -> Staged {
        try check(folder)
        let manager = FileManager.default
        let isThere = manager.fileExists(atPath: folder)
        // Beside a folder that is new, and then renamed; in one that is there, since a shell may be in it.
        let new = DiskPath(bytes: folder.utf8.reversed().drop { $0 == DiskPath.separator }.reversed())
        let home = isThere ? folder : (new.parent.isEmpty ? "." : new.parent.text)
        let staging = "\(home)/\(aside)\(getpid())"
        let made = isThere ? nil : firstMissing(home)
        let staged = Staged(path: staging, folder: folder, isThere: isThere, made: made ?? staging)
        try orRemove(staged.made, folder) {
            try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
            func place(_ file: String) throws -> String {
                let path = staging + "/" + file
                try manager.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                return path
            }
            for file in files {
                let path = try place(file.path)
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            }
            for file in copies { try manager.copyItem(atPath: file.from, toPath: try place(file.path)) }
        }
        return staged
    }

    private static func orRemove(_ made: String, _ folder: String, _ work: () throws -> Void) throws(Diagnostic) {
        do {
            try work()
        } catch {
            try? FileManager.default.removeItem(atPath: made)
            throw unwritable("'\(folder)' cannot be written: \(error.localizedDescription)", help: "choose a folder that you may write to")
        }
    }

    /// Makes sure that a folder is free for a new project.
    ///
    /// - Throws: a finding when it has files, or is no folder.
    public static func check(_ folder: String) throws(Diagnostic) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw occupied("'\(folder)' is a file", help: "name a folder that does not exist yet") }
        let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? ["?"]
        guard names.allSatisfy({ $0 == ".git" || $0.hasPrefix(aside) }) else {
            throw occupied("'\(folder)' is not empty", help: "name a folder that does not exist yet, or an empty one")
        }
    }

    /// Moves what is in the staging folder to where it belongs: a few names at the top of the project.
    private static func unpack(_ staging: String, into folder: String) throws {
        let manager = FileManager.default
        var moved: [String] = []
        do {
            for name in try manager.contentsOfDirectory(atPath: staging).sorted() {
                try manager.moveItem(atPath: staging + "/" + name, toPath: folder + "/" + name)
                moved.append(name)
            }
        } catch {
            for name in moved { try? manager.removeItem(atPath: folder + "/" + name) }
            throw error
        }
        try? manager.removeItem(atPath: staging)
    }

    /// The topmost folder on the way to a path that is not there yet.
    private static func firstMissing(_ path: String) -> String? {
        var (missing, current) = (String?.none, DiskPath(path))
        while !current.isEmpty, current != .top, !FileManager.default.fileExists(atPath: current.text) {
            missing = current.text
            current = current.parent
        }
        return missing
    }
}
