import Foundation

/// A file of the project that is sent as it is. Its calls wait for the disk: never on the threads of tasks.
final class OpenedFile: Sendable {
    private let descriptor: Int32
    /// In bytes.
    let length: Int
    /// Changes with the file.
    let tag: String

    /// Opens a file; `nil` unless it is a regular one that lies in the folder, links followed.
    init?(_ path: String, inside root: String) {
        guard let real = Self.resolved(path), let folder = Self.resolved(root), real.hasPrefix(folder == "/" ? "/" : folder + "/") else {
            return nil
        }
        // A pipe would wait for a writer.
        let descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        length = Int(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        tag = "\(status.st_size)-\(time.tv_sec)-\(time.tv_nsec)"
    }

    deinit { close(descriptor) }

    /// At most `count` bytes from a place on; none at the end.
    func read(at place: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(descriptor, &bytes, count, off_t(place))
        guard got >= 0 else { throw CocoaError(.fileReadUnknown) }
        return Array(bytes.prefix(got))
    }

    private static func resolved(_ path: String) -> String? {
        guard let raw = realpath(path, nil) else { return nil }
        defer { free(raw) }
        return String(cString: raw)
    }
}
