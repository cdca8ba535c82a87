import Diagnostics

/// A kind of object in `handbook.json`: what each of its keys is called, may hold and means, and how it is got. The
/// file, its schema and its documentation are all made from this.
struct Shape<Value>: Sendable {
    /// Its name among the schema's definitions.
    let name: String
    /// What it is, in a sentence or two.
    let meaning: String
    /// In the order of their names.
    let keys: [Key]

    /// A key of the object.
    struct Key: Sendable {
        let name: String
        let type: SchemaType
        /// What it says, in one sentence.
        let meaning: String
        /// Whether it is left out where there is nothing to say.
        let isOptional: Bool
        /// Its value; `nil` where there is none.
        let value: @Sendable (Value, Facts) -> JSONValue?

        /// A key that is always there.
        init(_ name: String, _ type: SchemaType, _ meaning: String, _ value: @escaping @Sendable (Value, Facts) -> JSONValue) {
            (self.name, self.type, self.meaning, self.value) = (name, type, meaning, value)
            isOptional = false
        }

        private init(
            optional name: String,
            _ type: SchemaType,
            _ meaning: String,
            _ value: @escaping @Sendable (Value, Facts) -> JSONValue?
        ) {
            (self.name, self.type, self.meaning, self.value) = (name, type, meaning, value)
            isOptional = true
        }

        /// A key that is left out where it has no value.
        static func optional(
            _ name: String,
            _ type: SchemaType,
            _ meaning: String,
            _ value: @escaping @Sendable (Value, Facts) -> JSONValue?
        ) -> Key { Key(optional: name, type, meaning, value) }
    }

    init(_ name: String, _ meaning: String, _ keys: [Key]) {
        self.name = name
        self.meaning = meaning
        self.keys = keys.sorted { $0.name < $1.name }
    }

    /// The object of a value.
    func json(_ value: Value, _ facts: Facts) -> JSONValue {
        .object(keys.compactMap { key in key.value(value, facts).map { JSONValue.Member(key.name, $0) } })
    }

    /// The objects of values.
    func list(_ values: some Sequence<Value>, _ facts: Facts) -> JSONValue { .array(values.map { json($0, facts) }) }
}

/// A shape without what it is the shape of: for the schema and its documentation.
struct ShapeDescription: Sendable {
    struct Key: Sendable {
        let name: String
        let type: SchemaType
        let meaning: String
        let isOptional: Bool
    }

    let name: String
    let meaning: String
    let keys: [Key]

    init<Value>(_ shape: Shape<Value>) {
        name = shape.name
        meaning = shape.meaning
        keys = shape.keys.map { Key(name: $0.name, type: $0.type, meaning: $0.meaning, isOptional: $0.isOptional) }
    }

    init(_ name: String, _ meaning: String, _ keys: [Key]) {
        self.name = name
        self.meaning = meaning
        self.keys = keys.sorted { $0.name < $1.name }
    }

    /// As JSON Schema has it: no other keys than these.
    var schema: JSONValue {
        let properties = keys.map { key in
            JSONValue.Member(key.name, .object(sorting: key.type.keywords.merging(["description": .string(key.meaning)]) { own, _ in own }))
        }
        let required = keys.filter { !$0.isOptional }.map(\.name)
        return .object(sorting: [
            "type": "object", "description": .string(meaning), "properties": .object(properties),
            "required": required.isEmpty ? nil : .strings(required), "additionalProperties": false,
        ])
    }
}
