/// A key that a mapping may have: the one declaration that reading, messages and schemas are made from.
public struct Field: Sendable {
    /// The key as written.
    public let key: String
    /// What its value may be.
    public let type: FieldType
    /// What it says, in one sentence.
    public let summary: String
    /// Whether it must be there.
    public let required: Bool
    /// What its value has to be beyond its type. Reading leaves that to the checks that tell what is wrong.
    public let limit: FieldLimit?

    /// Declares a key.
    public init(_ key: String, _ type: FieldType, _ summary: String, required: Bool = false, limit: FieldLimit? = nil) {
        self.key = key
        self.type = type
        self.summary = summary
        self.required = required
        self.limit = limit
    }

    /// The same key with another limit.
    public func limited(to limit: FieldLimit) -> Field { Field(key, type, summary, required: required, limit: limit) }
}

/// What a value may be.
public indirect enum FieldType: Sendable {
    /// Any scalar, taken as written.
    case text
    /// A whole number.
    case integer
    /// `true` or `false`.
    case boolean
    /// A day, `2026-01-31`.
    case date
    /// One of some words.
    case choice([String])
    /// A list of values of one type.
    case list(FieldType)
    /// A mapping with known keys.
    case record([Field])
    /// A mapping with keys of the author's choice.
    case map(FieldType)
    /// A mapping with known keys, or, as a short form, the text of one of them.
    case recordOrText([Field], key: String)

    /// What an author would call it: "a list of texts".
    public var name: String {
        switch self {
        case .text: "text"
        case .integer: "a whole number"
        case .boolean: "true or false"
        case .date: "a date like 2026-01-31"
        case .choice(let words): words.count == 1 ? "'\(words[0])'" : "one of \(words.joined(separator: ", "))"
        case .list: "a list"
        case .record, .map: "keys and values"
        case .recordOrText: "text, or keys and values"
        }
    }
}
