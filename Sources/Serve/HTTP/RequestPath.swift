/// The path of a request, taken apart. A path that could mean anything outside the site is none.
struct RequestPath: Equatable {
    /// Names, percent signs decoded.
    let names: [String]
    /// Whether it ends with a slash.
    let isFolder: Bool
    /// What follows the question mark, with it.
    let query: String

    /// - Parameter target: as it stands in the request.
    init?(_ target: String) {
        let end = target.firstIndex { $0 == "?" || $0 == "#" } ?? target.endIndex
        query = target[end...].first == "?" ? String(target[end...]) : ""
        var parts = target[..<end].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.removeFirst().isEmpty else { return nil }
        isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts.removeLast() }
        var names: [String] = []
        for part in parts {
            guard let name = Self.decoded(part), Self.isName(name) else { return nil }
            names.append(name)
        }
        self.names = names
    }

    /// The path in the site.
    var path: String { names.joined(separator: "/") }

    /// The same path as a folder's, fit for a header.
    var asFolder: String { "/" + names.map { Self.encoded($0) + "/" }.joined() + query }

    /// What can be one name. An encoded slash would make two of it.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".."
            && !name.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    }

    private static func decoded(_ part: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(part.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }

    private static func encoded(_ name: String) -> String {
        let plain = Set("-._~".utf8)
        return name.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = plain.contains(byte) || (byte < 128 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)))
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
