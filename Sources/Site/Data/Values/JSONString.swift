/// A text between quotes, as JSON has it.
enum JSONString {
    /// Line ends to programs that read JSON as a script of an older kind than theirs.
    static let scriptLineEnds: Set<Unicode.Scalar> = ["\u{2028}", "\u{2029}"]

    /// Writes a string as RFC 8259 has it.
    ///
    /// - Parameter escaped: what is escaped beside what has to be.
    static func write(_ text: String, into bytes: inout [UInt8], escaping escaped: Set<Unicode.Scalar> = []) {
        bytes.append(0x22)
        if escaped.isEmpty {
            for byte in text.utf8 { write(byte, into: &bytes) }
        } else {
            for scalar in text.unicodeScalars {
                if escaped.contains(scalar) {
                    let digits = String(scalar.value, radix: 16)
                    bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
                } else {
                    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { write(byte, into: &bytes) }
                }
            }
        }
        bytes.append(0x22)
    }

    static func quoted(_ text: String, escaping escaped: Set<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        write(text, into: &bytes, escaping: escaped)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += "\\n".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x00..<0x20:
            bytes += "\\u00".utf8
            bytes += [byte >> 4, byte & 15].flatMap { String($0, radix: 16).utf8 }
        default: bytes.append(byte)
        }
    }
}
