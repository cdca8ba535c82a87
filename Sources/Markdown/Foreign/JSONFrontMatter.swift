import Diagnostics

/// Front matter in JSON: an object that begins on the first line that is not blank, as Hugo reads it.
struct JSONFrontMatter {
    let entries: [ForeignFrontMatter.Entry]
    /// The file's lines from the opening brace to the closing one.
    let lines: ClosedRange<Int>
    /// What could not be read, and where.
    let fault: Located<String>?

    /// The most lines that are searched for the closing brace.
    private static let longest = 2_000

    /// `nil` if the page does not begin with an object: a line that opens with a brace and a key in quotes, or with a brace
    /// alone and such a key below it.
    init?(_ source: SourceText) {
        guard let start = source.lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }), source.lines[start].hasPrefix("{"),
            Self.opensObject(source.lines[start...]), let end = Self.end(source.lines[start...])
        else { return nil }
        // An object of JSON is a flow mapping of YAML, except that YAML takes no tabs before a key.
        let text = source.lines[start...end].map { line in
            let indent = line.prefix { $0 == " " || $0 == "\t" }
            return indent.replacing("\t", with: "  ") + line[indent.endIndex...]
        }.joined(separator: "\n")
        lines = (start + 1)...(end + 1)
        var findings = Findings()
        guard let root = YAMLReader(source: source, firstLine: start + 1).read(text + "\n", into: &findings),
            case .mapping(let mapping) = root.content
        else {
            entries = []
            let finding = findings.all.first
            fault = Located(
                finding?.message ?? "the JSON cannot be read",
                at: finding?.location ?? source.location(line: start + 1)
            )
            return
        }
        fault = nil
        let starts = mapping.map { $0.key.location.line ?? start + 1 }
        entries = mapping.enumerated().map { index, entry in
            let next = starts.dropFirst(index + 1).first { $0 > starts[index] } ?? end + 1
            let last = max(starts[index], min(next - 1, end + 1))
            return ForeignFrontMatter.Entry(
                key: entry.key.value,
                value: ForeignFrontMatter.value(entry.value),
                lines: starts[index]...last
            )
        }
    }

    private static func opensObject(_ lines: ArraySlice<Substring>) -> Bool {
        guard let first = lines.first else { return false }
        let rest = first.dropFirst().drop(while: \.isWhitespace)
        let key = rest.isEmpty ? lines.dropFirst().first { !$0.allSatisfy(\.isWhitespace) }?.drop(while: \.isWhitespace) : rest
        return key?.hasPrefix("\"") == true && key?.contains(":") == true
    }

    /// The line on which the object ends, with nothing behind it.
    private static func end(_ lines: ArraySlice<Substring>) -> Int? {
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for index in lines.indices.prefix(longest) {
            for (place, byte) in lines[index].utf8.enumerated() {
                if isQuoted {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isQuoted = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    guard depth == 0 else { continue }
                    let rest = lines[index].utf8.dropFirst(place + 1)
                    return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? index : nil
                default: break
                }
            }
        }
        return nil
    }
}
