/// Writes values as YAML that `RecordReader` reads back as the same values, whatever is in them.
public enum YAMLText {
    /// How many bytes a list on one line may have.
    private static let width = 100

    /// Keys and values, each key on a line of its own, in the order of the fields; empty when there are none.
    public static func text(_ entries: [PlainValue.Entry], fields: [Field]) -> String {
        var lines: [String] = []
        write(entries, fields, indent: "", into: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func write(_ entries: [PlainValue.Entry], _ fields: [Field], indent: String, into lines: inout [String]) {
        let order = Dictionary(fields.enumerated().map { ($1.key, $0) }) { first, _ in first }
        let sorted = entries.enumerated().sorted { a, b in
            (order[a.element.key] ?? .max, a.offset) < (order[b.element.key] ?? .max, b.offset)
        }
        for (_, entry) in sorted {
            write(entry.value, after: "\(indent)\(scalar(entry.key)):", fields.first { $0.key == entry.key }?.type, indent, into: &lines)
        }
    }

    /// A value behind its key, or behind the dash of its list.
    private static func write(_ value: PlainValue, after start: String, _ type: FieldType?, _ indent: String, into lines: inout [String]) {
        if let short = onOneLine(value), start.utf8.count + short.utf8.count <= width || !isOpen(value) {
            lines.append("\(start) \(short)")
            return
        }
        switch value {
        case .list(let items):
            lines.append(start)
            for item in items { write(item: item, element(of: type), indent + "  ", into: &lines) }
        case .record(let entries):
            lines.append(start)
            write(entries, fields(of: type), indent: indent + "  ", into: &lines)
        case .text, .integer, .boolean: break
        }
    }

    /// An item of a list: a mapping begins on the line of its dash.
    private static func write(item: PlainValue, _ type: FieldType?, _ indent: String, into lines: inout [String]) {
        guard case .record(let entries) = item, !entries.isEmpty else {
            return write(item, after: "\(indent)-", type, indent, into: &lines)
        }
        var own: [String] = []
        write(entries, fields(of: type), indent: indent + "  ", into: &own)
        own[0] = "\(indent)- \(own[0].dropFirst(indent.count + 2))"
        lines += own
    }

    /// Whether a value can also stand on lines of its own.
    private static func isOpen(_ value: PlainValue) -> Bool {
        switch value {
        case .list(let items): !items.isEmpty
        case .record(let entries): !entries.isEmpty
        case .text, .integer, .boolean: false
        }
    }

    /// A scalar, a list of scalars, or nothing; `nil` for what takes several lines.
    private static func onOneLine(_ value: PlainValue) -> String? {
        switch value {
        case .text(let text): return scalar(text)
        case .integer(let number): return String(number)
        case .boolean(let truth): return truth ? "true" : "false"
        case .list(let items):
            var parts: [String] = []
            for item in items {
                if case .record = item { return nil }
                guard let part = onOneLine(item) else { return nil }
                parts.append(part)
            }
            return "[\(parts.joined(separator: ", "))]"
        case .record(let entries): return entries.isEmpty ? "{}" : nil
        }
    }

    private static func fields(of type: FieldType?) -> [Field] {
        switch type {
        case .record(let fields), .recordOrText(let fields, _): fields
        default: []
        }
    }

    private static func element(of type: FieldType?) -> FieldType? {
        if case .list(let element)? = type { element } else { nil }
    }

    // MARK: - Scalars

    /// Words that YAML, or who reads it, takes for something else than text.
    private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

    /// Text as it is where nothing in it means something to YAML, else in double quotes.
    public static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.properties.isAlphabetic } == true && text.last != " "
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -_./()+".unicodeScalars.contains($0)
            }
        return isPlain && !reserved.contains(text.lowercased()) ? text : quoted(text)
    }

    /// Text in double quotes.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            // Controls, line ends of other kinds, and what libyaml does not take.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
