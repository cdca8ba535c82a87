import Foundation

extension Disk {
    /// Where the bytes of a new file come from.
    enum Source {
        case bytes([UInt8])
        case file(DiskPath)
    }

    /// How much of a file is held in memory at once, in bytes.
    private static let piece = 256 * 1024

    /// All of a file; `nil` if it has more bytes than `limit`.
    static func read(_ path: DiskPath, limit: Int) throws(DiskError) -> [UInt8]? {
        let file = try OpenFile(reading: path)
        if file.size > limit { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        // To the end and not by the size: a file may grow while it is read.
        var buffer = [UInt8](repeating: 0, count: min(piece, file.size + 1))
        while true {
            let count = try fill(&buffer, from: file)
            bytes += buffer.prefix(count)
            if bytes.count > limit { return nil }
            if count < buffer.count { return bytes }
        }
    }

    /// The first bytes of a file, at most so many.
    static func start(of path: DiskPath, count: Int) throws(DiskError) -> [UInt8] {
        let file = try OpenFile(reading: path)
        var buffer = [UInt8](repeating: 0, count: min(count, file.size))
        let filled = try fill(&buffer, from: file)
        return Array(buffer.prefix(filled))
    }

    /// Writes a new file.
    static func write(_ source: Source, to path: DiskPath) throws(DiskError) {
        switch source {
        case .bytes(let bytes):
            let file = try OpenFile(making: path)
            try write(bytes[...], to: file)
            try file.finish()
        case .file(let original):
            try copy(original, to: path, as: nil)
        }
    }

    /// Copies a file, with the permissions and the time of `status` if there is one.
    static func copy(_ original: DiskPath, to path: DiskPath, as status: Status?) throws(DiskError) {
        let input = try OpenFile(reading: original)
        let output = try OpenFile(making: path)
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = try fill(&buffer, from: input)
            try write(buffer[..<count], to: output)
            if count < buffer.count { break }
        }
        if let status { try output.take(status) }
        try output.finish()
    }

    /// Whether a file has exactly the bytes of `source`. A file that cannot be read has not.
    static func holds(_ source: Source, at path: DiskPath, status: Status) throws(DiskError) -> Bool {
        switch source {
        case .bytes(let bytes):
            guard status.kind == .file, status.size == bytes.count, let file = try? OpenFile(reading: path) else { return false }
            return equal(file, bytes)
        case .file(let original):
            let input = try OpenFile(reading: original)
            guard status.kind == .file, status.size == input.size, let file = try? OpenFile(reading: path) else { return false }
            return try equal(file, input)
        }
    }

    private static func equal(_ file: borrowing OpenFile, _ bytes: [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: min(piece, bytes.count + 1))
        var compared = 0
        while true {
            guard let count = try? fill(&buffer, from: file) else { return false }
            guard compared + count <= bytes.count, buffer[..<count] == bytes[compared..<compared + count] else { return false }
            compared += count
            if count < buffer.count { return compared == bytes.count }
        }
    }

    private static func equal(_ file: borrowing OpenFile, _ input: borrowing OpenFile) throws(DiskError) -> Bool {
        var (mine, theirs) = ([UInt8](repeating: 0, count: piece), [UInt8](repeating: 0, count: piece))
        while true {
            let wanted = try fill(&theirs, from: input)
            guard let count = try? fill(&mine, from: file), count == wanted, mine[..<count] == theirs[..<wanted] else {
                return false
            }
            if count < piece { return true }
        }
    }

    // Typed errors do not pass through the closures of `withUnsafe…`, hence the `Result`.
    private static func fill(_ buffer: inout [UInt8], from file: borrowing OpenFile) throws(DiskError) -> Int {
        try buffer.withUnsafeMutableBytes { raw in
            Result { () throws(DiskError) -> Int in try file.read(into: raw) }
        }.get()
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: borrowing OpenFile) throws(DiskError) {
        try bytes.withUnsafeBytes { raw in
            Result { () throws(DiskError) in try file.write(raw) }
        }.get()
    }
}
