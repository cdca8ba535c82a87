import Diagnostics
import Foundation

/// Writes a new page into a project.
public enum NewFile {
    static let unwritable = Rule("cannot-write-page", .error, "a new page is a file of its own in a folder that can be written")

    /// Puts a text into a new file of a project, and never over one that is there.
    public static func write(_ text: String, to path: String, in root: String) throws(Diagnostic) {
        let file = root + "/" + path
        do {
            try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: file)
            throw isThere
                ? unwritable("'\(path)' is there already", help: "edit it, or say another name with --slug")
                : unwritable("'\(path)' cannot be written: \(error.localizedDescription)", help: "make the folder writable")
        }
    }
}
