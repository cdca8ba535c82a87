import Diagnostics
import Foundation

/// Changes files of a project, all of them or none.
public enum ProjectChange {
    static let changedMeanwhile = Rule("changed-meanwhile", .error, "nobody else writes the files that are to change")
    static let unwritable = Rule("cannot-change", .error, "the files of a project can be written")

    /// A file, and what becomes of it.
    public struct File: Sendable {
        let path, newPath: String
        let before: [UInt8]
        /// `nil` for a file that goes.
        let after: [UInt8]?

        /// The bytes that a file has, and those that it gets; paths are relative to the project's folder.
        public init(path: String, newPath: String, before: [UInt8], after: [UInt8]) {
            (self.path, self.newPath, self.before, self.after) = (path, newPath, before, after)
        }

        /// The bytes that a file has, and those that it gets in the same place; `nil` to delete it.
        public init(path: String, before: [UInt8], after: [UInt8]?) {
            (self.path, newPath, self.before, self.after) = (path, path, before, after)
        }
    }

    /// A change on its way: the new text is written beside the file, and the file has a second name.
    private struct Step {
        let file: File
        let old, new, temporary, kept: String
        var isMoved: Bool { old != new }
    }

    /// Makes the changes.
    ///
    /// - Throws: a finding when that fails; every file is then as it was.
    public static func apply(_ files: [File], to root: String) throws(Diagnostic) {
        let manager = FileManager.default
        var steps: [Step] = []
        func removeTraces() {
            for step in steps {
                unlink(step.temporary)
                unlink(step.kept)
            }
        }
        for (number, file) in files.enumerated() {
            let old = root + "/" + file.path
            let folder = (old as NSString).deletingLastPathComponent
            let name = "\(folder)/.handbook-rename-\(getpid())-\(number)"
            let step = Step(file: file, old: old, new: root + "/" + file.newPath, temporary: name + ".new", kept: name + ".old")
            steps.append(step)
            do throws(Diagnostic) { try prepare(step, manager) } catch {
                removeTraces()
                throw error
            }
        }
        for (number, step) in steps.enumerated() {
            let isWritten = step.file.after == nil ? unlink(step.old) == 0 : rename(step.temporary, step.new) == 0
            guard isWritten, !step.isMoved || unlink(step.old) == 0 else {
                let reason = String(cString: strerror(errno))
                for done in steps[...number].reversed() {
                    if rename(done.kept, done.old) == 0, done.isMoved { unlink(done.new) }
                }
                removeTraces()
                throw refusal(step.file.newPath, reason)
            }
        }
        removeTraces()
    }

    private static func prepare(_ step: Step, _ manager: FileManager) throws(Diagnostic) {
        let file = step.file
        guard let now = manager.contents(atPath: step.old), Array(now) == file.before else {
            throw changedMeanwhile("'\(file.path)' has changed meanwhile", at: Location(file.path), help: "do it again")
        }
        var isLink = stat()
        if lstat(step.old, &isLink) == 0, isLink.st_mode & S_IFMT == S_IFLNK {
            throw unwritable("'\(file.path)' is a link to another file", at: Location(file.path), help: "put the file itself there")
        }
        guard !step.isMoved || !manager.fileExists(atPath: step.new) else {
            throw unwritable("'\(file.newPath)' is there already", at: Location(file.path), help: "say another slug with --slug")
        }
        if let after = file.after {
            do {
                try Data(after).write(to: URL(fileURLWithPath: step.temporary), options: .withoutOverwriting)
            } catch {
                throw refusal(file.path, error.localizedDescription)
            }
            chmod(step.temporary, isLink.st_mode & 0o7777)
        }
        // A second name for the old file; where the file system has no such thing, a copy.
        if link(step.old, step.kept) != 0 {
            do { try manager.copyItem(atPath: step.old, toPath: step.kept) } catch { throw refusal(file.path, error.localizedDescription) }
        }
    }

    private static func refusal(_ path: String, _ reason: String) -> Diagnostic {
        unwritable("'\(path)' cannot be written: \(reason)", at: Location(path), help: "nothing has changed; make the files writable")
    }
}
