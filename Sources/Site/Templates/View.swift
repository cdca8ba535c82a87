import Mustache
import Synchronization

/// What a template is given: text, flags, lists and named values.
///
/// A key that may be empty is always there, as `.none`, so that a name no page provides can be told from an empty one.
indirect enum View: Sendable {
    case none
    case text(String)
    case flag(Bool)
    case list([View])
    case record([String: View])
    /// A table of facts, as a template is given it; a file is made of it.
    case table(Table, [String: View])

    /// Text, or nothing.
    init(_ text: String?) { self = text.map(View.text) ?? .none }

    /// A number as text.
    init(_ number: Int) { self = .text(String(number)) }

    /// A list of what each element becomes.
    static func each<Element>(_ elements: some Sequence<Element>, _ view: (Element) -> View) -> View {
        .list(elements.map(view))
    }

    /// What the template engine sees.
    fileprivate var value: Any {
        switch self {
        case .none, .record, .table: self
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let items): items
        }
    }
}

extension View {
    /// Adds every table in it, at whatever depth.
    func gatherTables(into tables: inout [Table]) {
        switch self {
        case .none, .text, .flag: break
        case .list(let items): for item in items { item.gatherTables(into: &tables) }
        case .record(let values): for value in values.values { value.gatherTables(into: &tables) }
        case .table(let table, _): tables.append(table)
        }
    }
}

extension View: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByStringInterpolation
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: View...) { self = .list(items) }
    init(dictionaryLiteral pairs: (String, View)...) { self = .record(Dictionary(pairs) { _, last in last }) }
}

extension View: MustacheParent, MustacheCustomRenderable {
    func child(named name: String) -> Any? {
        switch self {
        case .record(let values), .table(_, let values): View.value(of: name, in: values)
        default: nil
        }
    }

    /// A value by its name. `has_rows` asks whether there are `rows`, so that a heading can go with its empty list.
    fileprivate static func value(of name: String, in values: [String: View]) -> Any? {
        // A name may carry the number of the tag that asks for it.
        if let mark = name.lastIndex(of: TemplateText.mark) { return value(of: String(name[..<mark]), in: values) }
        if let view = values[name] { return view.value }
        guard name.hasPrefix("has_"), let view = values[String(name.dropFirst(4))] else { return nil }
        switch view {
        case .none: return false
        case .list(let items): return !items.isEmpty
        case .flag(let flag): return flag
        case .text, .record, .table: return true
        }
    }

    var renderText: String {
        if case .text(let text) = self { text } else { "" }
    }

    var isNull: Bool {
        if case .none = self { true } else { false }
    }
}

/// The outermost view of a page. It is asked last for a name, so it knows which names no view provides.
final class RootView: MustacheParent, Sendable {
    private let values: [String: View]
    private let unknown = Mutex<Set<String>>([])

    init(_ values: [String: View]) { self.values = values }

    func child(named name: String) -> Any? {
        if let value = View.value(of: name, in: values) { return value }
        unknown.withLock { _ = $0.insert(name) }
        return nil
    }

    /// Names that the template asked for in vain, sorted.
    var missing: [String] { unknown.withLock { $0.sorted() } }
}
