import Foundation

extension Disk {
    /// Makes one folder; `false` where there is one already.
    @discardableResult
    static func makeFolder(_ path: DiskPath) throws(DiskError) -> Bool {
        if mkdir(path.c, 0o755) == 0 { return true }
        let code = errno
        if code == EEXIST, try status(path)?.kind == .folder { return false }
        throw DiskError(.writing, path, code: code)
    }

    /// Makes a folder and those on the way to it.
    static func makeFolders(_ path: DiskPath) throws(DiskError) {
        for folder in path.ancestors.reversed() where try status(folder) == nil { try makeFolder(folder) }
        if path != .top { try makeFolder(path) }
    }

    static func move(_ old: DiskPath, to new: DiskPath) throws(DiskError) {
        if rename(old.c, new.c) != 0 { throw DiskError(.writing, new) }
    }

    static func setMode(_ mode: mode_t, of folder: DiskPath) throws(DiskError) {
        if chmod(folder.c, mode) != 0 { throw DiskError(.writing, folder) }
    }

    /// Removes whatever is at a path, links not followed; nothing there is fine.
    static func remove(_ path: DiskPath) throws(DiskError) {
        guard let status = try status(path) else { return }
        guard status.kind == .folder else {
            if unlink(path.c) != 0 { throw DiskError(.writing, path) }
            return
        }
        // A folder that forbids writing could not be emptied.
        _ = chmod(path.c, 0o700)
        var folders = [path]
        for entry in try tree(path, opening: true) {
            let inner = path.appending(entry.path)
            if entry.status.kind == .folder {
                folders.append(inner)
            } else if unlink(inner.c) != 0 {
                throw DiskError(.writing, inner)
            }
        }
        // Those within come after those around them.
        for folder in folders.reversed() where rmdir(folder.c) != 0 { throw DiskError(.writing, folder) }
    }

    /// Puts a second name on a file, pipe or link; where the file system cannot, a copy with the same permissions and time.
    static func linkOrCopy(_ original: DiskPath, to path: DiskPath, status: Status) throws(DiskError) {
        if linkat(AT_FDCWD, original.c, AT_FDCWD, path.c, 0) == 0 { return }
        let code = errno
        switch status.kind {
        case .file:
            try copy(original, to: path, as: status)
        case .link:
            if symlink(try target(of: original).c, path.c) != 0 { throw DiskError(.writing, path) }
        case .folder, .special:
            throw DiskError(.writing, path, code: code)
        }
    }

    /// Brings entries of one tree, as `tree` lists them, into another: folders are made, all else is linked. What is there
    /// already stays.
    static func carry(_ entries: [Entry], from old: DiskPath, to new: DiskPath) throws(DiskError) {
        for entry in entries {
            let target = new.appending(entry.path)
            if entry.status.kind == .folder {
                try makeFolder(target)
            } else if try status(target) == nil {
                try linkOrCopy(old.appending(entry.path), to: target, status: entry.status)
            }
        }
    }

    /// Gives carried folders the permissions and times they had. Once nothing more goes into them: a folder may forbid
    /// writing. Those within before those around them: a folder may forbid entering too.
    static func setStatus(ofFoldersIn entries: [Entry], below top: DiskPath) throws(DiskError) {
        for entry in entries.reversed() where entry.status.kind == .folder {
            let folder = top.appending(entry.path)
            let times = [entry.status.modified, entry.status.modified]
            if utimensat(AT_FDCWD, folder.c, times, 0) != 0 { throw DiskError(.writing, folder) }
            try setMode(entry.status.mode, of: folder)
        }
    }
}
