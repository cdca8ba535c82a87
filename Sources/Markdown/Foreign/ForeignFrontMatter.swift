import Diagnostics

/// A page as another program wrote it: front matter of any keys, in YAML, TOML or JSON, and a body that is not touched.
public struct ForeignFrontMatter: Sendable {
    /// A key with its value, and its lines in the file.
    public struct Entry: Sendable {
        /// The key as written.
        public let key: String
        /// Its value; `nil` for what is kept but not read, such as a table of TOML.
        public let value: ForeignValue?
        /// The file's lines.
        public let lines: ClosedRange<Int>

        /// A key and its value, on the given lines of a file.
        package init(key: String, value: ForeignValue?, lines: ClosedRange<Int>) {
            (self.key, self.value, self.lines) = (key, value, lines)
        }
    }

    /// The keys in the order of the file.
    public private(set) var entries: [Entry] = []
    /// The lines of the file between the fences; `nil` where there is no front matter.
    public private(set) var lines: ClosedRange<Int>?
    /// What of the front matter could not be read, and where.
    public private(set) var fault: Located<String>?
    /// How many bytes of the file are not its body: a byte order mark and the front matter with its fences.
    public let bodyOffset: Int
    /// The file's line on which the body begins.
    public let bodyLine: Int
    /// Whether the file opens with a line that would be taken for front matter and is none.
    public let opensWithRule: Bool

    /// Splits a page. Front matter is the text between two lines `---`, or `+++` for TOML, from the first line on; or an
    /// object of JSON at the top of the file, as Hugo reads it. If the text between two rules is no front matter, it is part
    /// of the body.
    ///
    /// - Parameter source: the same bytes as text.
    public init(_ bytes: [UInt8], _ source: SourceText) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let json = JSONFrontMatter(source) {
            (entries, fault) = (json.entries, json.fault)
            lines = json.lines
            bodyOffset = Self.offset(ofLine: json.lines.upperBound, in: bytes, from: mark)
            bodyLine = json.lines.upperBound + 1
            opensWithRule = false
            return
        }
        let start = SplitPage.startOfFrontMatter(source)
        let opening = source.lines.dropFirst(start).first.map(String.init) ?? ""
        let isTOML = Self.isFence(opening, "+++")
        // Eleventy names the language behind the fence.
        let opens = isTOML || Self.isFence(opening, "---") || ["---json", "---yaml"].contains(opening.trimmingWhitespace)
        let closing = isTOML ? ["+++"] : ["---", "..."]
        let last = source.lines.indices.dropFirst(start + 1).first { line in
            closing.contains { Self.isFence(String(source.lines[line]), $0) }
        }
        guard opens, let last else {
            (bodyOffset, bodyLine, opensWithRule) = (mark, 1, opens && !isTOML)
            return
        }
        let text = source.lines[(start + 1)..<last].joined(separator: "\n") + "\n"
        var found = (entries: [Entry](), fault: Located<String>?.none)
        var isText = false
        if isTOML {
            var reader = TOMLReader(text, source, firstLine: start + 2)
            found = (reader.read(), reader.fault)
        } else {
            (found.entries, found.fault, isText) = Self.yaml(text, source, first: start + 2, last: last)
        }
        guard !isText else {
            (bodyOffset, bodyLine, opensWithRule) = (mark, 1, true)
            return
        }
        (entries, fault) = found
        // The file's line `last + 1` is the closing fence.
        lines = last > start + 1 ? (start + 2)...last : nil
        bodyOffset = Self.offset(ofLine: last + 1, in: bytes, from: mark)
        bodyLine = last + 2
        opensWithRule = false
    }

    private static func isFence(_ line: String, _ fence: String) -> Bool {
        line.hasPrefix(fence) && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// Where a line begins, counted from 0, with line ends of any kind.
    private static func offset(ofLine wanted: Int, in bytes: [UInt8], from start: Int) -> Int {
        var (line, index) = (0, start)
        while index < bytes.count, line < wanted {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) { line += 1 }
            index += 1
        }
        return index
    }

    // MARK: - YAML

    private static func yaml(
        _ text: String,
        _ source: SourceText,
        first: Int,
        last: Int
    ) -> (entries: [Entry], fault: Located<String>?, isText: Bool) {
        var findings = Findings()
        guard let root = YAMLReader(source: source, firstLine: first).read(text, into: &findings) else {
            let finding = findings.all.first
            return ([], Located(finding?.message ?? "it cannot be read", at: finding?.location ?? source.location(line: 1)), false)
        }
        switch root.content {
        case .null: return ([], nil, false)
        case .mapping(let mapping):
            let starts = mapping.map { $0.key.location.line ?? first }
            let entries = mapping.enumerated().map { index, entry in
                let next = starts[(index + 1)...].first { $0 > starts[index] } ?? last + 1
                let end = trimmed(starts[index]...max(starts[index], next - 1), source)
                return Entry(key: entry.key.value, value: value(entry.value), lines: starts[index]...end)
            }
            return (entries, nil, false)
        case .scalar, .sequence: return ([], nil, true)
        }
    }

    /// Without the blank lines and comments at the end, which belong to no key.
    private static func trimmed(_ lines: ClosedRange<Int>, _ source: SourceText) -> Int {
        var end = lines.upperBound
        while end > lines.lowerBound, let line = source.line(end), line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { end -= 1 }
        return end
    }

    static func value(_ value: YAMLValue) -> ForeignValue {
        switch value.content {
        case .null: .empty
        case .scalar(let text, let plain): .scalar(text, isPlain: plain)
        case .sequence(let items): .list(items.map(Self.value))
        case .mapping(let entries): .record(entries.map { ForeignValue.Entry($0.key.value, Self.value($0.value)) })
        }
    }
}
