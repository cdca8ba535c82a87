import Changes

/// A folder as git keeps it.
struct GitTree {
    struct Entry {
        let kind: Kind
        let name: DiskPath
        let id: String
    }

    enum Kind {
        case file, folder
        /// A link or a submodule.
        case other
    }

    let entries: [Entry]

    /// Reads `<mode> <name>`, a zero byte and the id's bytes, over and over.
    init(_ bytes: [UInt8], idLength: Int) {
        var entries: [Entry] = []
        var rest = bytes[...]
        while let blank = rest.firstIndex(of: UInt8(ascii: " ")), let end = rest[blank...].firstIndex(of: 0),
            rest.endIndex - end > idLength
        {
            let mode = String(decoding: rest[..<blank], as: UTF8.self)
            let id = rest[(end + 1)...(end + idLength)]
            let kind: Kind =
                switch mode {
                case "40000", "040000": .folder
                case "120000", "160000": .other
                default: .file
                }
            entries.append(Entry(kind: kind, name: DiskPath(bytes: rest[(blank + 1)..<end]), id: Self.hexadecimal(id)))
            rest = rest[(end + idLength + 1)...]
        }
        self.entries = entries
    }

    func entry(_ name: DiskPath) -> Entry? { entries.first { $0.name == name } }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
