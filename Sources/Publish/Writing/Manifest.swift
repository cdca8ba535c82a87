/// The list of a published site's files, which marks its folder as ours: `.handbook-manifest`.
///
/// A line with the format and its version, then a line for each file, sorted by bytes; line ends and backslashes in
/// names are escaped. No dates: the same site has the same manifest on every machine.
struct Manifest {
    static let name = DiskPath(".handbook-manifest")
    private static let format = "handbook-manifest"
    private static let version = 1

    /// Relative to the output folder, without the manifest itself.
    let paths: Set<DiskPath>

    /// Why a file that stands where a manifest should is none.
    enum Refusal: Error {
        case newer
        case damaged
    }

    init(paths: Set<DiskPath>) { self.paths = paths }

    init(_ bytes: [UInt8]) throws(Refusal) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            // A checkout of a site kept in git may have turned the line ends.
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        let head = String(decoding: lines.first ?? [], as: UTF8.self).split(separator: " ")
        guard head.count == 2, head[0] == Self.format, let version = Int(head[1]) else { throw .damaged }
        if version > Self.version { throw .newer }
        // A whole manifest ends with a line end.
        guard version == Self.version, lines.count >= 2, lines.last?.isEmpty == true else { throw .damaged }
        var paths: Set<DiskPath> = []
        for line in lines.dropFirst().dropLast() {
            guard let path = Self.unescaped(line), OutputPlan.flaw(in: path) == nil else { throw .damaged }
            paths.insert(path)
        }
        self.paths = paths
    }

    var bytes: [UInt8] {
        var bytes = Array("\(Self.format) \(Self.version)\n".utf8)
        for path in paths.sorted() { bytes += Self.escaped(path) + [UInt8(ascii: "\n")] }
        return bytes
    }

    private static func escaped(_ path: DiskPath) -> [UInt8] {
        path.bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
            case UInt8(ascii: "\n"): Array(#"\n"#.utf8)
            case UInt8(ascii: "\r"): Array(#"\r"#.utf8)
            default: [byte]
            }
        }
    }

    private static func unescaped(_ line: ArraySlice<UInt8>) -> DiskPath? {
        var bytes: [UInt8] = []
        var rest = line
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
            default: return nil
            }
        }
        return DiskPath(bytes: bytes)
    }
}
