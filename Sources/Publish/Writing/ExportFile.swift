import Diagnostics
import Foundation

/// Writes the file of an export.
public enum ExportFile {
    static let unwritable = Rule("cannot-write-file", .error, "the file that an export is written to can be written")

    /// Puts a text into a file, whole or not at all.
    ///
    /// - Throws: a finding when that fails.
    public static func write(_ text: String, to path: String) throws(Diagnostic) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw unwritable(
                "'\(path)' is a folder",
                help: "name a file in it: --output \(path)\(path.hasSuffix("/") ? "" : "/")handbook.json"
            )
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw unwritable("'\(path)' cannot be written", help: "choose a file in a folder that is there and that you may write to")
        }
    }
    /// Puts texts into files of a folder, which is made if it is not there.
    ///
    /// - Throws: a finding when that fails.
    public static func write(_ files: [(name: String, text: String)], into folder: String) throws(Diagnostic) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw unwritable("'\(folder)' cannot be made a folder", help: "name a folder that you may write to")
        }
        for file in files { try write(file.text, to: folder + (folder.hasSuffix("/") ? "" : "/") + file.name) }
    }
}
