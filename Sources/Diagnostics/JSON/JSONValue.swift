/// A JSON value (RFC 8259), from which all JSON of this program is written. Objects keep the order of their members.
package enum JSONValue: Sendable, Hashable {
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([Member])
    /// UTF-8 text of a value, written in advance for the depth at which it is placed.
    case written([UInt8])

    /// A key of an object and its value.
    package struct Member: Sendable, Hashable {
        /// The key.
        package let key: String
        /// Its value.
        package let value: JSONValue

        /// A member.
        package init(_ key: String, _ value: JSONValue) { (self.key, self.value) = (key, value) }
    }

    /// An object with its members sorted by key. Members without a value are left out.
    package static func object(sorting members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMap { key, value in value.map { Member(key, $0) } }.sorted { $0.key < $1.key })
    }

    /// An array of strings.
    package static func strings(_ strings: some Sequence<String>) -> JSONValue { .array(strings.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral string: String) { self = .string(string) }
    package init(integerLiteral number: Int) { self = .number(number) }
    package init(booleanLiteral bool: Bool) { self = .bool(bool) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral items: JSONValue...) { self = .array(items) }

    /// An object in the order of the literal. Members without a value are left out.
    package init(dictionaryLiteral members: (String, JSONValue?)...) {
        self = .object(members.compactMap { key, value in value.map { Member(key, $0) } })
    }
}
