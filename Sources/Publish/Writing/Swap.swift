import Foundation

/// Puts a finished folder in the place of another.
struct Swap: Sendable {
    /// Lets two folders change places; an `errno`, 0 for success.
    var exchange: @Sendable (DiskPath, DiskPath) -> Int32 = Swap.exchangeInOneStep
    /// Renames a folder; an `errno`, 0 for success.
    var rename: @Sendable (DiskPath, DiskPath) -> Int32 = { Foundation.rename($0.c, $1.c) == 0 ? 0 : errno }

    /// Puts `new` in the place of `output`. What was there is then at `new` or at `old`, or gone; where this throws,
    /// it is where it was.
    func put(_ new: DiskPath, inPlaceOf output: DiskPath, movingItTo old: DiskPath) throws(DiskError) {
        let code = exchange(new, output)
        switch code {
        case 0: return
        // What file systems say that cannot do it; `EXDEV` is overlayfs, where the folder comes from a lower layer.
        case EINVAL, ENOSYS, ENOTSUP, EXDEV: break
        default: throw DiskError(.writing, output, code: code)
        }
        let codeAside = rename(output, old)
        // Overlayfs again, which does not rename such a folder at all: the common case of a container image.
        if codeAside == EXDEV { return try putByHand(new, inPlaceOf: output, copyingItTo: old) }
        if codeAside != 0 { throw DiskError(.writing, output, code: codeAside) }
        let codeInPlace = rename(new, output)
        guard codeInPlace != 0 else { return }
        // Should this fail too, the next publish does it.
        _ = rename(old, output)
        throw DiskError(.writing, output, code: codeInPlace)
    }

    /// Puts `new` where nothing is.
    func put(_ new: DiskPath, at output: DiskPath) throws(DiskError) {
        let code = rename(new, output)
        if code != 0 { throw DiskError(.writing, output, code: code) }
    }

    /// Copies the old folder aside, then removes it to make room: not one step, but it can be taken back.
    private func putByHand(_ new: DiskPath, inPlaceOf output: DiskPath, copyingItTo old: DiskPath) throws(DiskError) {
        guard let status = try Disk.status(output) else { throw DiskError(.writing, output, code: ENOENT) }
        let before = (entries: try Disk.tree(output), mode: status.mode)
        do throws(DiskError) {
            try fill(old, with: before, from: output)
        } catch {
            try? Disk.remove(old)
            throw error
        }
        do throws(DiskError) {
            // First the manifest: a folder without one is never taken for a whole site.
            try Disk.remove(output.appending(Manifest.name))
            try Disk.remove(output)
            try put(new, at: output)
        } catch {
            // What cannot be brought back stays aside, where the next publish finds it.
            if (try? fill(output, with: before, from: old)) != nil { try? Disk.remove(old) }
            throw error
        }
    }

    private func fill(
        _ folder: DiskPath,
        with tree: (entries: [Disk.Entry], mode: mode_t),
        from other: DiskPath
    ) throws(DiskError) {
        try Disk.makeFolder(folder)
        try Disk.carry(tree.entries, from: other, to: folder)
        try Disk.setStatus(ofFoldersIn: tree.entries, below: folder)
        try Disk.setMode(tree.mode, of: folder)
    }

    /// `renameat2` on Linux, found by name since its header is out of Swift's sight; `renamex_np` on macOS.
    @Sendable
    private static func exchangeInOneStep(_ a: DiskPath, _ b: DiskPath) -> Int32 {
        #if canImport(Darwin)
            return renamex_np(a.c, b.c, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
        #else
            typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
            let call = unsafeBitCast(symbol, to: Call.self)
            // RENAME_EXCHANGE of <linux/fs.h>.
            let exchange: UInt32 = 2
            return call(AT_FDCWD, a.c, AT_FDCWD, b.c, exchange) == 0 ? 0 : errno
        #endif
    }
}
