import Diagnostics

extension Rule {
    /// Bytes that are no UTF-8.
    public static let invalidUTF8 = Rule("invalid-utf8", .error, "text files are UTF-8")
    /// A control character in a text.
    public static let controlCharacter = Rule("control-character", .error, "a text has no control characters but tab and line end")
}

extension SourceText {
    /// Reads a file's bytes as text: UTF-8 is checked, a byte order mark dropped, `\r\n` and `\r` made `\n`.
    ///
    /// Faults are added to `findings`; the text then holds U+FFFD in their place, so that the rest can be checked.
    public static func decode(_ bytes: [UInt8], path: String, into findings: inout Findings) -> SourceText {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.contains(0x0D) {
            text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
        let valid = String(validating: bytes, as: UTF8.self) != nil
        let source = SourceText(path: path, text: text.isContiguousControlFree ? text : text.withoutControls)
        if !valid {
            findings.add(
                Rule.invalidUTF8(
                    "'\(path)' is not valid UTF-8", at: firstInvalid(in: bytes, source: source),
                    help: "save the file as UTF-8"))
        }
        if !text.isContiguousControlFree {
            reportControls(SourceText(path: path, text: text), into: &findings)
        }
        return source
    }

    private static func firstInvalid(in bytes: ArraySlice<UInt8>, source: SourceText) -> Location {
        // The first line that does not validate by itself; line ends are ASCII, so lines can be told apart in bytes.
        for (index, line) in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }).enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            var good = 0
            var prefix = line.prefix(0)
            while prefix.count < line.count {
                let longer = line.prefix(prefix.count + 1)
                if let text = String(validating: longer, as: UTF8.self) { good = text.unicodeScalars.count }
                prefix = longer
                if prefix.count > 4096 { break }
            }
            return source.location(line: index + 1, columns: [good + 1..<good + 2])
        }
        return source.location()
    }

    private static func reportControls(_ source: SourceText, into findings: inout Findings) {
        for (index, line) in source.lines.enumerated() {
            for (column, scalar) in line.unicodeScalars.enumerated() where scalar.isForbiddenControl {
                let code = String(scalar.value, radix: 16, uppercase: true)
                findings.add(
                    Rule.controlCharacter(
                        "control character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)",
                        at: source.location(line: index + 1, columns: [column + 1..<column + 2]), help: "delete it"))
            }
        }
    }
}

extension Unicode.Scalar {
    /// Controls that no text needs; the renderer also relies on U+0001 never standing in a text.
    var isForbiddenControl: Bool { (value < 0x20 && value != 0x09 && value != 0x0A) || value == 0x7F }
}

extension String {
    fileprivate var isContiguousControlFree: Bool { !unicodeScalars.contains(where: \.isForbiddenControl) }

    fileprivate var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.isForbiddenControl ? "\u{FFFD}" : $0 }))
    }
}
