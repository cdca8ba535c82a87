import Diagnostics
import Foundation

extension ProjectReader {
    static let brokenLink = Rule("broken-symlink", .error, "a symbolic link leads to a file")
    static let linkOutside = Rule("symlink-outside", .warning, "a project is read from its own folder alone")
    static let linkToFolder = Rule("symlink-to-folder", .warning, "a symbolic link to a folder is not followed")

    /// Something that can be read, and where it really is.
    enum Found {
        case file(DiskPath)
        case folder(DiskPath)
    }

    /// What is at a path of the project, links followed; `nil` where nothing can be read, which is then told.
    ///
    /// - Parameters:
    ///   - folder: the folder on the disk that holds it, the project's at first.
    ///   - isWanted: whether a file of this name would be read. If not, nothing is told of it.
    ///   - mayLinkToFolder: whether a link to a folder is followed. Deeper in the tree it never is: no link can make a circle.
    mutating func look(
        at path: DiskPath,
        in folder: DiskPath? = nil,
        isWanted: Bool,
        mayLinkToFolder: Bool = false
    ) -> Found? {
        let written = (folder ?? root).appending(path.name)
        do throws(DiskError) {
            guard let status = try Disk.status(written) else { return nil }
            if status.kind == .link {
                return try follow(path, at: written, isWanted: isWanted, mayLinkToFolder: mayLinkToFolder)
            }
            return found(status.kind, path, at: written, isWanted: isWanted)
        } catch {
            addUnreadable(path, error)
            return nil
        }
    }

    private mutating func found(_ kind: Disk.Kind, _ path: DiskPath, at real: DiskPath, isWanted: Bool) -> Found? {
        switch kind {
        case .file: return .file(real)
        case .folder:
            if path.exactText != nil { return .folder(real) }
            addBadName(path)
        case .special(let words):
            guard isWanted else { break }
            findings.add(
                Self.special("'\(path.text)' is \(words), and is not read", at: Location(path.text), help: "take it out of the project")
            )
        case .link: break
        }
        return nil
    }

    private mutating func follow(
        _ path: DiskPath,
        at link: DiskPath,
        isWanted: Bool,
        mayLinkToFolder: Bool
    ) throws(DiskError) -> Found? {
        let place = Location(path.text)
        let real: DiskPath
        do throws(DiskError) { real = try Disk.resolve(link) } catch {
            guard error.code == ELOOP else { throw error }
            if isWanted {
                findings.add(Self.brokenLink("'\(path.text)' is a link that leads in a circle", at: place, help: "remove the link"))
            }
            return nil
        }
        let target = try Disk.target(of: link).text
        guard real.relative(to: root) != nil else {
            guard isWanted else { return nil }
            var finding = Self.linkOutside(
                "'\(path.text)' links to '\(target)', outside the project",
                at: place,
                help: "copy what it links to into the project"
            )
            // Without its content the site would be empty.
            if mayLinkToFolder { finding.severity = .error }
            findings.add(finding)
            return nil
        }
        guard let status = try Disk.status(real) else {
            guard isWanted else { return nil }
            findings.add(
                Self.brokenLink(
                    "'\(path.text)' links to '\(target)', which does not exist",
                    at: place,
                    help: "make that file, or remove the link"
                )
            )
            return nil
        }
        guard status.kind == .folder, !mayLinkToFolder else { return found(status.kind, path, at: real, isWanted: isWanted) }
        findings.add(
            Self.linkToFolder(
                "'\(path.text)' links to a folder, '\(target)', and is not followed",
                at: place,
                help: "move the folder here, or link to its files"
            )
        )
        return nil
    }
}
