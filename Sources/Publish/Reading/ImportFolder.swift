import Authoring
import Diagnostics
import Foundation
import Handbook

/// Reads a folder that a project is to be made of. It is never written.
public enum ImportFolder {
    /// What was read, and where the files are that are copied.
    public struct Result: Sendable {
        /// The folder, as values.
        public let files: ImportedFiles
        /// What could not be read, and is missing from `files`.
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
        let texts = walk.reader.files.texts
        let others = Set(walk.places.keys)
        walk.runHidden(namedIn: texts)
        // Places are told as the user can find them.
        let findings = walk.reader.findings.compactMap { finding in
            var finding = finding
            if let path = finding.location?.path { finding.location?.path = path == "." ? name : "\(name)/\(path)" }
            return finding
        }
        let files = ImportedFiles(
            name: name,
            title: root.name.text,
            texts: texts,
            others: others,
            hiddenTexts: walk.reader.files.texts.filter { texts[$0.key] == nil },
            hidden: Set(walk.places.keys).subtracting(others),
            passedOver: walk.passedOver
        )
        return Result(files: files, findings: findings, places: walk.places)
    }

    /// The way through a folder, in order of the names.
    private struct Walk {
        var reader: ProjectReader
        var places: [String: String] = [:]
        var passedOver: [String] = []
        /// Hidden folders, which are read if a text names them.
        private var hidden: [(real: DiskPath, path: DiskPath)] = []
        private var isInHidden = false

        init(reader: ProjectReader) { self.reader = reader }

        mutating func run() { run(from: [(real: reader.root, path: .empty)]) }

        /// Reads the hidden folders that texts name in addresses, such as `.gitbook/assets`; the others are not looked into.
        mutating func runHidden(namedIn texts: [String: [UInt8]]) {
            guard !hidden.isEmpty else { return }
            let names = texts.values.reduce(into: Set<String>()) { $0.formUnion(ImportedFiles.hiddenFolders(namedIn: $1)) }
            func isWanted(_ path: DiskPath) -> Bool { names.contains(path.name.text) && !Self.closed.contains(path.name.text) }
            let wanted = hidden.filter { isWanted($0.path) }
            passedOver += hidden.filter { !isWanted($0.path) }.map { $0.path.text + "/" }
            isInHidden = true
            run(from: wanted)
        }

        /// What version control keeps is no content.
        private static let closed: Set<String> = [".git", ".hg", ".svn"]

        private mutating func run(from start: [(real: DiskPath, path: DiskPath)]) {
            var pending = start
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
            let isSettings = folder == reader.root && ImportedFiles.isSettings(path.name.text)
            if ImportedFiles.isPassedOver(path.name.text), !isInHidden, !isSettings {
                let real = folder.appending(path.name)
                let isFolder = (try? Disk.status(real))?.kind == .folder
                if isFolder, path.name.text.hasPrefix(".") { return hidden.append((real, path)) }
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
