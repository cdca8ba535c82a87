/// A path on the disk, byte for byte.
///
/// A name on a disk need not be UTF-8, and two names that `String` holds equal (é as one letter or as two) are two files:
/// what decides whether a file is kept or removed compares bytes.
struct DiskPath: Hashable, Sendable {
    let bytes: [UInt8]

    static let separator = UInt8(ascii: "/")
    /// The root of the file system.
    static let top = DiskPath("/")
    /// No path: what paths inside a folder are relative to.
    static let empty = DiskPath("")

    init(_ text: String) { self.bytes = Array(text.utf8) }

    init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// For messages: what is not UTF-8 is shown as `�`.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The path as a string, unless its bytes are not UTF-8.
    var exactText: String? { String(validating: bytes, as: UTF8.self) }

    /// For a call to the system.
    var c: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    var isEmpty: Bool { bytes.isEmpty }

    var isAbsolute: Bool { bytes.first == Self.separator }

    /// The names between the separators, empty ones left out.
    var components: [DiskPath] { bytes.split(separator: Self.separator).map { DiskPath(bytes: $0) } }

    /// The last name.
    var name: DiskPath { components.last ?? .empty }

    /// The folder that holds it: `/` for what is at the top, empty for a single name.
    var parent: DiskPath {
        guard let slash = bytes.lastIndex(of: Self.separator) else { return .empty }
        return slash == 0 ? .top : DiskPath(bytes: bytes[..<slash])
    }

    /// Every folder on the way to a relative path, the nearest first, without the empty one.
    var ancestors: [DiskPath] {
        var found: [DiskPath] = []
        var folder = parent
        while !folder.isEmpty, folder != .top {
            found.append(folder)
            folder = folder.parent
        }
        return found
    }

    func appending(_ other: DiskPath) -> DiskPath {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return DiskPath(bytes: bytes + (bytes.last == Self.separator ? [] : [Self.separator]) + other.bytes)
    }

    func appending(_ other: String) -> DiskPath { appending(DiskPath(other)) }

    /// What follows `folder` in a path: empty for the folder itself, `nil` for what is not in it. Both absolute and resolved.
    func relative(to folder: DiskPath) -> DiskPath? {
        if self == folder { return .empty }
        let prefix = folder.bytes.last == Self.separator ? folder.bytes : folder.bytes + [Self.separator]
        return bytes.starts(with: prefix) ? DiskPath(bytes: bytes.dropFirst(prefix.count)) : nil
    }
}

extension DiskPath: Comparable {
    /// By bytes: the same order on every machine.
    static func < (a: DiskPath, b: DiskPath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
