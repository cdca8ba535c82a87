/// A value of front matter or settings without its place: what a program that reads neither YAML nor lines is given.
public indirect enum PlainValue: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([PlainValue])
    /// Keys and values in the order of the keys.
    case record([Entry])

    /// A key and its value.
    public struct Entry: Sendable, Hashable {
        /// The key as written.
        public let key: String
        /// Its value.
        public let value: PlainValue

        /// An entry.
        public init(_ key: String, _ value: PlainValue) {
            self.key = key
            self.value = value
        }
    }
}

extension Record {
    /// What the record says: a value for each key that has one of its declared type. A short form, such as a text in the
    /// place of keys and values, is given as what it stands for.
    public var plain: [PlainValue.Entry] {
        values.sorted { $0.key < $1.key }.map { PlainValue.Entry($0.key, Self.plain($0.value)) }
    }

    private static func plain(_ value: Value) -> PlainValue {
        switch value {
        case .text(let text): .text(text.value)
        case .integer(let number): .integer(number.value)
        case .boolean(let truth): .boolean(truth.value)
        case .list(let items, _): .list(items.map(plain))
        case .record(let record): .record(record.plain)
        case .map(let entries):
            .record(entries.map { PlainValue.Entry($0.key.value, plain($0.value)) }.sorted { $0.key < $1.key })
        }
    }
}
