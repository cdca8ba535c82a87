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
            bytes = Self.withoutControls(bytes)
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

    /// A form feed, which ends a page.
    private static let pageEnd: UInt8 = 0x0C
    /// A line tabulation, and what separates fields and records.
    private static let spaces: Set<UInt8> = [0x0B, 0x1C, 0x1D, 0x1E, 0x1F]

    /// Without controls: the end of a page is one of a line, what separates words a space.
    private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            guard isControl(byte) else {
                kept.append(byte)
                continue
            }
            let isAtEnd = kept.last.map { $0 == 0x0A } ?? true || (index + 1 < bytes.count && [0x0A, 0x0D].contains(bytes[index + 1]))
            if byte == pageEnd, !isAtEnd { kept.append(0x0A) } else if spaces.contains(byte), !isAtEnd { kept.append(0x20) }
        }
        return kept
    }

    /// A note for each kind of them on each line.
    private static func controls(in bytes: [UInt8]) -> [(line: Int?, message: String)] {
        var notes: [(line: Int?, message: String)] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            for byte in line.filter(isControl).uniqued() {
                let count = line.count { $0 == byte }
                let code = String(byte, radix: 16, uppercase: true)
                let name = "U+\(String(repeating: "0", count: 4 - code.count))\(code)"
                let what = count == 1 ? "control character \(name) is" : "\(count) control characters \(name) are"
                let fate = byte == pageEnd ? "read as the end of a line" : spaces.contains(byte) ? "read as a space" : "left out"
                notes.append((number + 1, "\(what) \(fate)"))
            }
        }
        return notes
    }
}
