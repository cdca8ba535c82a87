/// HTML that the theme has made, tag by tag. Text in it is escaped, so every `<` begins a tag or a comment; raw HTML of
/// authors may break that rule, and is then passed on as it is.
struct HTMLScanner {
    /// An opening tag.
    struct Tag {
        /// In lower case.
        let name: String
        /// As written, with entities; `nil` for an attribute without a value.
        var attributes: [(name: String, value: String?)]
        let isClosed: Bool
    }

    enum Piece {
        /// Text, comments, and all that is no tag.
        case text(ArraySlice<UInt8>)
        case open(Tag, source: ArraySlice<UInt8>)
        case close(name: String, source: ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ html: String) { bytes = Array(html.utf8) }

    /// The next piece; `nil` at the end.
    mutating func next() -> Piece? {
        guard index < bytes.count else { return nil }
        let start = index
        guard bytes[index] == UInt8(ascii: "<") else {
            index = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return .text(bytes[start..<index])
        }
        if bytes[start...].starts(with: "<!--".utf8) {
            index = end(of: "-->", from: start + 4)
            return .text(bytes[start..<index])
        }
        let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        index += isClosing ? 2 : 1
        let name = word { Self.isNameByte($0) }
        guard let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) else {
            index = start + 1
            return .text(bytes[start..<index])
        }
        if isClosing {
            index = end(of: ">", from: index)
            return .close(name: name.lowercased(), source: bytes[start..<index])
        }
        let (attributes, isClosed) = attributes()
        return .open(Tag(name: name.lowercased(), attributes: attributes, isClosed: isClosed), source: bytes[start..<index])
    }

    /// Goes on behind the end of an element whose opening tag was the last piece.
    mutating func skip(_ name: String) {
        var depth = 1
        while depth > 0, let piece = next() {
            switch piece {
            case .open(let tag, _) where tag.name == name && !tag.isClosed: depth += 1
            case .close(name, _): depth -= 1
            default: break
            }
        }
    }

    private mutating func attributes() -> (found: [(name: String, value: String?)], isClosed: Bool) {
        var found: [(name: String, value: String?)] = []
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                index += 1
                return (found, false)
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">"):
                index += 2
                return (found, true)
            case let byte where Self.isBlank(byte) || byte == UInt8(ascii: "/"):
                index += 1
            default:
                let start = index
                let name = word { !Self.isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                if index == start { index += 1 }
                found.append((name, value()))
            }
        }
        return (found, false)
    }

    private mutating func value() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        guard index < bytes.count else { return "" }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
        }
        index += 1
        let value = word { $0 != quote }
        index = min(index + 1, bytes.count)
        return value
    }

    private mutating func word(while belongs: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Behind the next `mark`, or the end of all.
    private func end(of mark: String, from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return bytes.count
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
