extension JSONValue: Decodable {
    /// Reads any JSON except `null` and numbers that are not whole. Members of objects are sorted by key.
    package init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            self = .object(
                try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
                    Member(key.stringValue, try keyed.decode(JSONValue.self, forKey: key))
                }
            )
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [JSONValue] = []
            while !list.isAtEnd { items.append(try list.decode(JSONValue.self)) }
            self = .array(items)
            return
        }
        let single = try decoder.singleValueContainer()
        if let bool = try? single.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? single.decode(Int.self) {
            self = .number(number)
        } else {
            self = .string(try single.decode(String.self))
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    // MARK: - Access

    /// The value of a member of an object.
    package subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }

    /// The string, if it is one.
    package var string: String? { if case .string(let string) = self { string } else { nil } }
    /// The number, if it is one.
    package var integer: Int? { if case .number(let number) = self { number } else { nil } }
    /// The elements, if it is an array.
    package var elements: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}
