import Foundation

/// What the system knows about files, as Swift values and typed errors.
enum Disk {
    enum Kind: Sendable, Equatable {
        case file
        case folder
        case link
        /// A pipe, a socket or a device, in words: "a named pipe". Never opened: a pipe would wait for ever.
        case special(String)
    }

    struct Status: Sendable {
        let kind: Kind
        /// In bytes.
        let size: Int
        /// The permission bits.
        let mode: mode_t
        let modified: timespec
    }

    /// Something in a folder.
    struct Entry: Sendable {
        /// Relative to the folder.
        let path: DiskPath
        let status: Status
    }

    /// What is at a path, links not followed; `nil` where nothing is.
    static func status(_ path: DiskPath) throws(DiskError) -> Status? {
        var raw = stat()
        if lstat(path.c, &raw) == 0 { return Status(raw) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw DiskError(.reading, path)
    }

    /// Whether nothing is at a path, for certain.
    static func isMissing(_ path: DiskPath) -> Bool {
        do { return try status(path) == nil } catch { return false }
    }

    /// The names in a folder, sorted.
    static func names(in folder: DiskPath) throws(DiskError) -> [DiskPath] {
        guard let stream = opendir(folder.c) else { throw DiskError(.reading, folder) }
        defer { closedir(stream) }
        var names: [DiskPath] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { DiskPath(bytes: $0.prefix { $0 != 0 }) }
            if name.text != ".", name.text != ".." { names.append(name) }
        }
        if errno != 0 { throw DiskError(.reading, folder) }
        return names.sorted()
    }

    /// The target of a link as it is written.
    static func target(of link: DiskPath) throws(DiskError) -> DiskPath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link.c, &buffer, buffer.count)
        guard count >= 0 else { throw DiskError(.reading, link) }
        return DiskPath(bytes: buffer.prefix(count).map { UInt8(bitPattern: $0) })
    }

    /// The absolute path without links, `.` and `..`. Unlike `realpath`, what does not exist (yet) is allowed:
    /// from there on the path is taken as written.
    static func resolve(_ path: DiskPath) throws(DiskError) -> DiskPath {
        var done = path.isAbsolute ? DiskPath.top : try workingFolder()
        var pending = Array(path.components.reversed())
        var links = 0
        while let next = pending.popLast() {
            if next.text == "." { continue }
            if next.text == ".." {
                done = done.parent
                continue
            }
            let step = done.appending(next)
            guard try status(step)?.kind == .link else {
                done = step
                continue
            }
            links += 1
            // As many as Linux itself follows: path_resolution(7).
            guard links <= 40 else { throw DiskError(.reading, path, code: ELOOP) }
            let target = try target(of: step)
            if target.isAbsolute { done = .top }
            pending += target.components.reversed()
        }
        return done
    }

    private static func workingFolder() throws(DiskError) -> DiskPath {
        guard let raw = getcwd(nil, 0) else { throw DiskError(.reading, DiskPath(".")) }
        defer { free(raw) }
        return DiskPath(bytes: UnsafeBufferPointer(start: raw, count: strlen(raw)).map { UInt8(bitPattern: $0) })
    }

    /// Everything below a folder, relative to it, each folder before what is in it. Links are not followed.
    /// With `opening`, folders that forbid reading or emptying are allowed it first: for what is to be removed.
    static func tree(
        _ folder: DiskPath,
        opening: Bool = false
    ) throws(DiskError) -> [Entry] {
        var found: [Entry] = []
        var pending: [DiskPath] = [.empty]
        while let inner = pending.popLast() {
            for name in try names(in: folder.appending(inner)) {
                let path = inner.appending(name)
                guard let status = try status(folder.appending(path)) else { continue }
                found.append(Entry(path: path, status: status))
                guard status.kind == .folder else { continue }
                // Where this fails, so does the listing, and says why.
                if opening { _ = chmod(folder.appending(path).c, 0o700) }
                pending.append(path)
            }
        }
        return found
    }
}

extension Disk.Status {
    init(_ raw: stat) {
        let kind: Disk.Kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .special("a named pipe")
            case S_IFSOCK: .special("a socket")
            default: .special("a device")
            }
        #if canImport(Darwin)
            let modified = raw.st_mtimespec
        #else
            let modified = raw.st_mtim
        #endif
        self.init(kind: kind, size: Int(raw.st_size), mode: raw.st_mode & 0o7777, modified: modified)
    }
}
