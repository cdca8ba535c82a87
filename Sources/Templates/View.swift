/// What a template renders: text, markup, flags, lists and records.
///
/// Escaping follows from the type: a template writes `text` escaped and `html` as it is. A record has all its names: one
/// whose value is empty is there as `none`, so that an unknown name differs from an empty one.
package enum View: Sendable {
    case none
    case text(String)
    case html(HTML)
    case flag(Bool)
    case list([View])
    case record(Record)

    /// Text, or nothing.
    package init(_ text: String?) { self = text.map(View.text) ?? .none }

    /// Markup, or nothing.
    package init(_ html: HTML?) { self = html.map(View.html) ?? .none }

    /// A number as text.
    package init(_ number: Int) { self = .text(String(number)) }

    /// A list of what each element becomes.
    package static func each<Element>(_ elements: some Sequence<Element>, _ view: (Element) -> View) -> View {
        .list(elements.map(view))
    }

    /// Whether a section over the value is left out: nothing, a false flag, or an empty text or list.
    package var isEmpty: Bool {
        switch self {
        case .none: true
        case .text(let text): text.isEmpty
        case .html(let html): html.isEmpty
        case .flag(let flag): !flag
        case .list(let items): items.isEmpty
        case .record: false
        }
    }

    /// Values by name, in the order in which they were given. Records are short, so a name is found by looking at each.
    package struct Record: Sendable {
        /// Names and their values.
        package private(set) var fields: [(name: String, value: View)]

        /// A record of named values; of a name that is given twice, the first value counts.
        package init(_ fields: [(String, View)] = []) { self.fields = fields.map { ($0.0, $0.1) } }

        /// A value by its name; `nil` when the record does not have it.
        package subscript(_ name: String) -> View? {
            get { fields.first { $0.name == name }?.value }
            set {
                let index = fields.firstIndex { $0.name == name }
                switch (index, newValue) {
                case (let index?, let value?): fields[index].value = value
                case (nil, let value?): fields.append((name, value))
                case (let index?, nil): fields.remove(at: index)
                case (nil, nil): break
                }
            }
        }

        /// A value by its name, looked up at an expected place first.
        func value(_ name: String, at place: Int) -> View? {
            if place < fields.count, fields[place].name == name { return fields[place].value }
            return self[name]
        }
    }
}

extension View: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral items: View...) { self = .list(items) }
    package init(dictionaryLiteral fields: (String, View)...) { self = .record(Record(fields)) }
}

extension View.Record: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral fields: (String, View)...) { self.init(fields) }
}
