import Diagnostics

/// A value and the place it was read from.
@dynamicMemberLookup
public struct Located<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// Where it stands.
    public var location: Location

    /// A value at a place.
    public init(_ value: Value, at location: Location) {
        self.value = value
        self.location = location
    }

    /// A property of the value.
    public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A YAML node with its place in the file.
struct YAMLValue: Sendable {
    indirect enum Content: Sendable {
        case null
        /// The text as written; `plain` when it has no quotes, so that it may mean a number or a truth value.
        case scalar(String, plain: Bool)
        case sequence([YAMLValue])
        case mapping([(key: Located<String>, value: YAMLValue)])
    }

    let content: Content
    let location: Location

    /// The text of a scalar.
    var words: String? { if case .scalar(let text, _) = content { text } else { nil } }

    /// What an author would call it.
    var kindName: String {
        switch content {
        case .null: "nothing"
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "keys and values"
        }
    }
}
