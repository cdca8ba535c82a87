import Diagnostics
import Foundation

extension OutputPlace {
    static let unwritable = Rule("output-unwritable", .error, "the output and the folder around it can be read and written")

    /// Runs system calls, and throws their errors as findings.
    func explaining<Value>(_ work: () throws(DiskError) -> Value) throws(Diagnostic) -> Value {
        do { return try work() } catch { throw finding(for: error) }
    }

    /// A failed call as a finding, in the words of the user: a file that is being built aside is named as it will be.
    func finding(for error: DiskError) -> Diagnostic {
        if let path = outputPath(of: error.path) {
            return Self.unwritable(
                "'\(path)' cannot be \(error.operation == .reading ? "read" : "written"): \(error.reason)",
                at: name.location,
                help: help(for: error)
            )
        }
        let inner = error.path.relative(to: root)?.text
        let shown = inner ?? error.path.text
        if error.operation == .reading {
            return SourceFolder.unreadable(
                "'\(shown)' cannot be read: \(error.reason)",
                at: Location(shown),
                help: SourceFolder.unreadableHelp
            )
        }
        return Self.unwritable("'\(shown)' cannot be written: \(error.reason)", at: inner.map { Location($0) }, help: help(for: error))
    }

    /// A path in the output folder, or in one that is to take its place, as the user knows it.
    private func outputPath(of path: DiskPath) -> String? {
        if let inner = path.relative(to: folder) { return DiskPath(name.text).appending(inner).text }
        guard let inner = path.relative(to: folder.parent), let first = inner.components.first,
            StagingFolder(first, of: folder.name) != nil
        else { return nil }
        return inner.components.dropFirst().reduce(DiskPath(name.text)) { $0.appending($1) }.text
    }

    private func help(for error: DiskError) -> String {
        switch error.code {
        case ENOSPC, EDQUOT: "make room on the disk, then build again"
        case EROFS: "choose a folder on a disk that can be written, with --output"
        case EACCES, EPERM: "allow it for '\(name.text)' and for the folder around it, or choose another folder with --output"
        case ENAMETOOLONG: "give the page or file a shorter name"
        // A folder on which a disk is mounted cannot change places with another.
        case EBUSY, EXDEV: "if a disk is mounted there, choose a folder inside it with --output"
        default: "choose another folder with --output"
        }
    }
}
