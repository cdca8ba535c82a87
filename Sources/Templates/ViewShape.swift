/// What a template can rely on: the names that a value provides, and of which type each is. Any value may be empty.
package indirect enum ViewShape: Sendable {
    /// Text, which is escaped.
    case text
    /// Markup of our own writers, which is not.
    case html
    case flag
    /// Text that is the name of one of these templates, for `{{>*name}}`.
    case template([String])
    case list(ViewShape)
    case record(Fields)

    /// The names of a record, in the order in which its values usually come.
    package struct Fields: Sendable {
        /// Names with their shapes; each name once.
        package private(set) var all: [(name: String, shape: ViewShape)] = []
        private var places: [String: Int] = [:]

        /// Named shapes; of a name that is given twice, the last shape counts.
        package init(_ fields: [(String, ViewShape)] = []) {
            for (name, shape) in fields { add(name, shape) }
        }

        private mutating func add(_ name: String, _ shape: ViewShape) {
            if let place = places[name] {
                all[place].shape = shape
            } else {
                places[name] = all.count
                all.append((name, shape))
            }
        }

        /// The shape of a name; `nil` when the record does not provide it.
        package subscript(_ name: String) -> ViewShape? { places[name].map { all[$0].shape } }

        /// The place of a name among all; `nil` when the record does not provide it.
        func place(of name: String) -> Int? { places[name] }

        /// These fields, and those of another record.
        package func adding(_ others: Fields) -> Fields { Fields(all.map { ($0.name, $0.shape) } + others.all.map { ($0.name, $0.shape) }) }
    }

    /// The fields of a record; `nil` for any other shape.
    package var fields: Fields? {
        if case .record(let fields) = self { fields } else { nil }
    }
}

extension ViewShape: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral fields: (String, ViewShape)...) { self = .record(Fields(fields)) }
}

extension ViewShape.Fields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral fields: (String, ViewShape)...) { self.init(fields) }
}
