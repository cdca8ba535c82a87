/// A value of front matter that was written for another program.
public indirect enum ForeignValue: Sendable, Hashable {
    /// Nothing.
    case empty
    /// The text as written; `isPlain` when it has no quotes, so that it may mean a number or a truth value.
    case scalar(String, isPlain: Bool)
    case list([ForeignValue])
    case record([Entry])

    /// A key and its value.
    public struct Entry: Sendable, Hashable {
        /// The key as written.
        public let key: String
        /// Its value.
        public let value: ForeignValue

        /// An entry.
        public init(_ key: String, _ value: ForeignValue) { (self.key, self.value) = (key, value) }
    }

    /// Whether it says nothing: no text, no items, no keys.
    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .scalar(let text, _): text.trimmingWhitespace.isEmpty
        case .list(let items): items.allSatisfy(\.isEmpty)
        case .record(let entries): entries.isEmpty
        }
    }

    /// The words of a scalar, in one line.
    public var words: String? {
        guard case .scalar(let text, _) = self else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// A truth value.
    public var truth: Bool? {
        guard case .scalar(let text, isPlain: true) = self, ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased()) else {
            return nil
        }
        return ["true", "yes", "on"].contains(text.lowercased())
    }

    /// The texts of a list of scalars, or the one of a scalar; `nil` for anything else.
    public var texts: [String]? {
        switch self {
        case .scalar: return words.map { [$0] }
        case .list(let items):
            let texts = items.filter { !$0.isEmpty }.map(\.words)
            return texts.contains { $0 == nil } ? nil : texts.compactMap(\.self)
        case .empty, .record: return nil
        }
    }

    /// The value as a type wants it; `nil` where it does not fit. A single text is a list of one.
    public func plain(as type: FieldType) -> PlainValue? {
        switch (type, self) {
        case (.text, .scalar(let text, _)): return .text(text)
        case (.integer, .scalar(let text, isPlain: true)): return Int(text).map(PlainValue.integer)
        case (.boolean, _): return truth.map(PlainValue.boolean)
        case (.date, .scalar(let text, _)): return CalendarDate(text).map { _ in .text(text) }
        case (.choice(let words), .scalar(let text, _)): return words.contains(text) ? .text(text) : nil
        case (.list(.text), .scalar): return words.map { .list([.text($0)]) }
        case (.list(let element), .list(let items)):
            let values = items.map { $0.plain(as: element) }
            return values.contains { $0 == nil } ? nil : .list(values.compactMap(\.self))
        case (.record(let fields), .record(let entries)), (.recordOrText(let fields, _), .record(let entries)):
            return Self.plain(entries, fields)
        case (.recordOrText(_, let key), .scalar(let text, _)): return .record([PlainValue.Entry(key, .text(text))])
        default: return nil
        }
    }

    private static func plain(_ entries: [Entry], _ fields: [Field]) -> PlainValue? {
        var found: [PlainValue.Entry] = []
        for entry in entries {
            guard let field = fields.first(where: { $0.key == entry.key }), let value = entry.value.plain(as: field.type) else {
                return nil
            }
            found.append(PlainValue.Entry(entry.key, value))
        }
        return .record(found)
    }
}
