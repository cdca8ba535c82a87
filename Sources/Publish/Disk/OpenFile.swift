import Foundation

/// An open file; closed at the end of its life.
struct OpenFile: ~Copyable {
    private var descriptor: Int32
    private let path: DiskPath
    /// In bytes, when it was opened.
    let size: Int

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Opens a regular file; anything else is refused without waiting for it.
    init(reading path: DiskPath) throws(DiskError) {
        // Without O_NONBLOCK, a pipe that took the file's place since it was looked at would hold the build for ever.
        let descriptor = open(path.c, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 { throw DiskError(.reading, path) }
        var raw = stat()
        let code = fstat(descriptor, &raw) == 0 ? Self.refusal(of: raw.st_mode) : errno
        if code != 0 {
            close(descriptor)
            throw DiskError(.reading, path, code: code)
        }
        self.descriptor = descriptor
        self.path = path
        self.size = Int(raw.st_size)
    }

    /// Makes a file that must not exist, with the permissions the umask leaves.
    init(making path: DiskPath) throws(DiskError) {
        descriptor = open(path.c, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw DiskError(.writing, path) }
        self.path = path
        size = 0
    }

    private static func refusal(of mode: mode_t) -> Int32 {
        switch mode & S_IFMT {
        case S_IFREG: 0
        case S_IFDIR: EISDIR
        default: EINVAL
        }
    }

    /// Fills the buffer, or as much of it as the file has left: how many bytes that was.
    borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw DiskError(.reading, path) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// Writes all of the buffer.
    borrowing func write(_ buffer: UnsafeRawBufferPointer) throws(DiskError) {
        var written = 0
        while written < buffer.count {
            let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw DiskError(.writing, path) }
            written += count
        }
    }

    /// Gives the file the permissions and the time of another.
    borrowing func take(_ status: Disk.Status) throws(DiskError) {
        let times = [status.modified, status.modified]
        guard fchmod(descriptor, status.mode) == 0, futimens(descriptor, times) == 0 else {
            throw DiskError(.writing, path)
        }
    }

    /// Closes the file and makes sure that everything reached it: some file systems report a full disk only now.
    consuming func finish() throws(DiskError) {
        let result = close(descriptor)
        let code = errno
        descriptor = -1
        // After an interrupted close, Linux has closed the file all the same: close(2).
        if result != 0, code != EINTR { throw DiskError(.writing, path, code: code) }
    }
}
