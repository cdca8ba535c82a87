/// Text as HTML.
public enum HTMLText {
    /// Escapes text for HTML, attributes in single or double quotes included.
    public static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        bytes.append(escaping: text, apostrophes: true)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}

extension [UInt8] {
    /// Appends text as it is.
    mutating func append(_ text: String) { append(contentsOf: text.utf8) }

    /// Appends text, escaped for HTML. Apostrophes need it only in attributes with single quotes; cmark-gfm leaves them.
    mutating func append(escaping text: String, apostrophes: Bool = false) {
        append(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): apostrophes ? "&#39;" : nil
            default: nil
            }
        }
    }

    /// Appends text in which character references stay as written, and all else is escaped.
    mutating func append(escapingReferences text: String) {
        for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { append(Self.isReference(part) ? "&" : "&amp;") }
            append(escaping: String(part))
        }
    }

    /// Whether a text continues a character reference after its `&`.
    private static func isReference(_ text: Substring) -> Bool {
        let name = text.utf8.prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < text.endIndex, name.count <= 32 else { return false }
        let isNumber = name.first == UInt8(ascii: "#")
        let letters = Substring(isNumber ? name.dropFirst() : name)
        return !letters.isEmpty && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// Appends an address with the percent encoding and the escapes of cmark-gfm.
    mutating func append(address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(Self.hexDigit(byte >> 4))
                append(Self.hexDigit(byte & 0xF))
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }

    /// Appends text with some of its bytes replaced; stretches without any are copied whole.
    private mutating func append(_ text: String, replacing replacement: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let replacement = replacement(bytes[index]) else { continue }
                append(contentsOf: bytes[start..<index])
                replacement.withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
    }
}
