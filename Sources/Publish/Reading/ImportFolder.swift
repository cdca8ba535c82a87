import Authoring
import Diagnostics
import Foundation
import Handbook

/// Reads a folder that a project is to be made of. It is never written.
public enum ImportFolder {
    /// What was read, and where the files lie that are copied.
    public struct Result: Sendable {
        /// The folder, as values.
        public let files: ImportedFiles
        /// What could not be read: with an error in it, nothing is to be made.
        public let findings: Findings
        /// The real paths of the files that are not read, by their path in the folder.
        public let places: [String: String]
    }

    /// Reads all texts of a folder, and the names of all else.
    ///
    /// - Parameter target: the new project's folder, which must not lie in it, if there is to be one.
    /// - Throws: a finding where there is no folder to read.
    public static func read(_ folder: String, target: String?) throws(Diagnostic) -> Result {
        let name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let root: DiskPath
        do throws(DiskError) {
            root = try Disk.resolve(DiskPath(folder))
            guard let status = try Disk.status(root) else { throw DiskError(.reading, root, code: ENOENT) }
            guard status.kind == .folder else { throw DiskError(.reading, root, code: ENOTDIR) }
        } catch {
            throw Rule.cannotImport("'\(name)' cannot be read: \(error.reason)", help: "name a folder of Markdown")
        }
        if let target, let new = try? Disk.resolve(DiskPath(target)), new.relative(to: root) != nil {
            throw Rule.cannotImport(
                "'\(target)' lies in '\(name)', which is only read",
                help: "name a folder beside it: handbook init ../handbook"
            )
        }
        var walk = Walk(reader: ProjectReader(root: root, output: nil))
        walk.run()
        // Places are told as the user can find them.
        let findings = walk.reader.findings.compactMap { finding in
            var finding = finding
            if let path = finding.location?.path { finding.location?.path = path == "." ? name : "\(name)/\(path)" }
            return finding
        }
        let files = ImportedFiles(
            name: name,
            title: root.name.text,
            texts: walk.reader.files.texts,
            others: Set(walk.places.keys),
            passedOver: walk.passedOver
        )
        return Result(files: files, findings: findings, places: walk.places)
    }

    /// The way through a folder, in order of the names.
    private struct Walk {
        var reader: ProjectReader
        var places: [String: String] = [:]
        var passedOver: [String] = []

        mutating func run() {
            var pending = [(real: reader.root, path: DiskPath.empty)]
            while let folder = pending.popLast() {
                let names: [DiskPath]
                do throws(DiskError) { names = try Disk.names(in: folder.real) } catch {
                    reader.addUnreadable(folder.path.isEmpty ? DiskPath(".") : folder.path, error)
                    continue
                }
                if names.contains(Manifest.name) {
                    passedOver.append(folder.path.text + "/")
                    continue
                }
                for name in names { look(at: folder.path.appending(name), in: folder.real, &pending) }
            }
        }

        private mutating func look(at path: DiskPath, in folder: DiskPath, _ pending: inout [(real: DiskPath, path: DiskPath)]) {
            if ImportedFiles.isPassedOver(path.name.text) {
                let isFolder = (try? Disk.status(folder.appending(path.name)))?.kind == .folder
                return passedOver.append(path.text + (isFolder ? "/" : ""))
            }
            switch reader.look(at: path, in: folder, isWanted: true) {
            case .folder(let real): pending.append((real, path))
            case .file(let real):
                guard let name = path.exactText, let place = real.exactText else { return reader.addBadName(path) }
                if ImportedFiles.isText(path.name.text) {
                    reader.addText(name, at: real)
                } else if access(real.c, R_OK) == 0 {
                    places[name] = place
                } else {
                    reader.addUnreadable(path, DiskError(.reading, real))
                }
            case nil: break
            }
        }
    }
}
