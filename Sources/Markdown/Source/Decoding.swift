import Diagnostics
import Foundation

extension Rule {
    /// Bytes that are not UTF-8.
    public static let invalidUTF8 = Rule("invalid-utf8", .error, "text files are UTF-8", preventsReading: true)
    /// A control character in a text.
    public static let controlCharacter = Rule("control-character", .error, "a text has no control characters but tab and line end")
}

extension String {
    /// The text in Unicode's normalization form C. A line with more marks on one letter than text may have stays as it is.
    public var composed: String {
        guard mayBeDecomposed else { return self }
        // Foundation takes some microseconds a letter: only for lines that need it.
        return utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
            let line = Substring(bytes)
            return line.mayBeDecomposed && !line.hasPiledMarks ? line.precomposedStringWithCanonicalMapping : String(line)
        }.joined(separator: "\n")
    }

    /// A key for sorting: without regard to case and marks, the same on every machine.
    public var sortKey: String {
        // Foundation's folding is slow, and of ASCII it changes the case alone.
        utf8.allSatisfy { $0 < 0x80 } ? lowercased() : folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}

extension SourceText {
    /// How many control characters of a file are reported one by one: a file with more is not text.
    static let toldControls = 100

    /// Reads a file's bytes as text: UTF-8 is checked, a byte order mark dropped, `\r\n` and `\r` made `\n`.
    ///
    /// Faults are added to `findings`; the text then holds U+FFFD in their place, so that the rest can be checked.
    public static func decode(_ bytes: [UInt8], path: String, into findings: inout Findings) -> SourceText {
        let bytes = withLineFeeds(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        let valid = String(validating: bytes, as: UTF8.self)
        if let valid, valid.isClean { return SourceText(path: path, text: valid) }
        // One form for letters with marks, so that a name and a link to it are the same bytes whoever typed them.
        let text = (valid ?? String(decoding: bytes, as: UTF8.self)).composed
        let source = SourceText(path: path, text: text.cleaned)
        if valid == nil {
            findings.add(
                Rule.invalidUTF8(
                    "'\(path)' is not valid UTF-8",
                    at: firstInvalid(in: bytes, source),
                    help: "save the file as UTF-8"
                )
            )
        }
        if !text.isControlFree { reportControls(SourceText(path: path, text: text), into: &findings) }
        if text.hasPiledMarks { reportPile(SourceText(path: path, text: text), into: &findings) }
        return source
    }

    private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.contains(0x0D) else { return bytes }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D { cleaned.append(0x0A) } else if byte != 0x0A || previous != 0x0D { cleaned.append(byte) }
            previous = byte
        }
        return cleaned[...]
    }

    private static func firstInvalid(in bytes: ArraySlice<UInt8>, _ source: SourceText) -> Location {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): (line, column) = (line + 1, 1)
            case .scalarValue: column += 1
            case .error: return source.location(line: line, columns: [column..<column + 1])
            case .emptyInput: return source.location()
            }
        }
    }

    private static func reportControls(_ source: SourceText, into findings: inout Findings) {
        var told = 0
        for (index, line) in source.lines.enumerated() {
            for (column, scalar) in line.unicodeScalars.enumerated() where scalar.isForbiddenControl {
                let code = String(scalar.value, radix: 16, uppercase: true)
                findings.add(
                    Rule.controlCharacter(
                        "control character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)",
                        at: source.location(line: index + 1, columns: [column + 1..<column + 2]),
                        help: "delete it"
                    )
                )
                told += 1
                if told == toldControls { return }
            }
        }
    }

    private static func reportPile(_ source: SourceText, into findings: inout Findings) {
        guard let index = source.lines.firstIndex(where: \.hasPiledMarks) else { return }
        findings.add(
            Rule.markdownLimit(
                "more than \(Unicode.mostMarks) marks on one letter",
                at: source.location(line: index + 1),
                help: "delete the marks"
            )
        )
    }
}
