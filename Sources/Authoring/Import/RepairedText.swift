import Diagnostics
import Foundation

/// The bytes of a file, made a text that a project can have: UTF-8 without control characters.
struct RepairedText {
    let bytes: [UInt8]
    /// What was changed, by line.
    let notes: [(line: Int?, message: String)]

    init(_ bytes: [UInt8]) {
        var notes: [(line: Int?, message: String)] = []
        var bytes = bytes
        if let text = Self.utf16(bytes) {
            bytes = Array(text.utf8)
            notes.append((1, "the file was UTF-16; it is UTF-8 now"))
        } else if String(validating: bytes, as: UTF8.self) == nil {
            let line = Self.firstInvalidLine(bytes)
            if let text = String(bytes: bytes, encoding: .windowsCP1252) {
                bytes = Array(text.utf8)
                notes.append((line, "the file is not UTF-8; it is read as Windows-1252: check letters with accents"))
            } else {
                bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
                notes.append((line, "the file is not UTF-8; what cannot be read is '\u{FFFD}'"))
            }
        }
        if bytes.contains(where: Self.isControl) {
            notes += Self.controls(in: bytes)
            bytes.removeAll(where: Self.isControl)
        }
        (self.bytes, self.notes) = (bytes, notes)
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        return String(bytes: bytes, encoding: .utf16)
    }

    private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
        var start = 0
        var line = 1
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
            (start, line) = (end + 1, line + 1)
        }
        return line
    }

    /// Controls that no text needs: all but tabs and line ends.
    private static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F }

    /// A note for each line that has some.
    private static func controls(in bytes: [UInt8]) -> [(line: Int?, message: String)] {
        var notes: [(line: Int?, message: String)] = []
        var line = 1
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            guard isControl(byte), notes.last?.line != line else { continue }
            let code = String(byte, radix: 16, uppercase: true)
            notes.append((line, "control character U+\(String(repeating: "0", count: 4 - code.count))\(code) is left out"))
        }
        return notes
    }
}
