import Diagnostics

/// A mapping that was read by its declared fields: only values of the declared types are in it.
public struct Record: Sendable {
    indirect enum Value: Sendable {
        case text(Located<String>)
        case integer(Located<Int>)
        case boolean(Located<Bool>)
        case list([Value], Location)
        case record(Record)
        case map([(key: Located<String>, value: Value)])
    }

    /// Where the mapping begins.
    public let location: Location
    let values: [String: Value]
    let keys: [String: Location]

    /// An empty record.
    public init(at location: Location) { self.init(location: location, values: [:], keys: [:]) }

    init(location: Location, values: [String: Value], keys: [String: Location]) {
        self.location = location
        self.values = values
        self.keys = keys
    }

    /// Where a key stands, if it is given.
    public func keyLocation(_ key: String) -> Location? { keys[key] }

    /// Whether a key has a value of its declared type.
    public func isGiven(_ key: String) -> Bool { values[key] != nil }

    /// A text, choice or date.
    public func text(_ key: String) -> Located<String>? {
        if case .text(let text)? = values[key] { text } else { nil }
    }

    /// A whole number.
    public func integer(_ key: String) -> Located<Int>? {
        if case .integer(let number)? = values[key] { number } else { nil }
    }

    /// A truth value.
    public func boolean(_ key: String) -> Located<Bool>? {
        if case .boolean(let truth)? = values[key] { truth } else { nil }
    }

    /// A list of texts; empty when the key is not given.
    public func texts(_ key: String) -> [Located<String>] {
        guard case .list(let items, _)? = values[key] else { return [] }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// A list of records; empty when the key is not given.
    public func records(_ key: String) -> [Record] {
        guard case .list(let items, _)? = values[key] else { return [] }
        return items.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }

    /// A record.
    public func record(_ key: String) -> Record? {
        if case .record(let record)? = values[key] { record } else { nil }
    }

    /// A mapping of the author's keys to lists of texts, in its order.
    public func textLists(_ key: String) -> [(key: Located<String>, values: [Located<String>])] {
        guard case .map(let entries)? = values[key] else { return [] }
        return entries.map { entry in
            guard case .list(let items, _) = entry.value else { return (entry.key, []) }
            return (entry.key, items.compactMap { if case .text(let text) = $0 { text } else { nil } })
        }
    }

    /// A list of lists of texts; empty when the key is not given.
    public func textLists(in key: String) -> [[Located<String>]] {
        guard case .list(let lists, _)? = values[key] else { return [] }
        return lists.map { list in
            guard case .list(let items, _) = list else { return [] }
            return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
    }

    /// A mapping of the author's keys to records, in its order.
    public func recordMap(_ key: String) -> [(key: Located<String>, value: Record)] {
        guard case .map(let entries)? = values[key] else { return [] }
        return entries.compactMap { entry in
            if case .record(let record) = entry.value { (entry.key, record) } else { nil }
        }
    }

    /// A mapping of the author's keys to texts, in its order.
    public func textMap(_ key: String) -> [(key: Located<String>, value: Located<String>)] {
        guard case .map(let entries)? = values[key] else { return [] }
        return entries.compactMap { entry in
            if case .text(let text) = entry.value { (entry.key, text) } else { nil }
        }
    }
}

extension Record {
    /// Every text in the record and in those inside it, in the order of their places.
    public var everyText: [Located<String>] {
        values.sorted { $0.key < $1.key }.flatMap { Self.texts($0.value) }.sorted { $0.location < $1.location }
    }

    private static func texts(_ value: Value) -> [Located<String>] {
        switch value {
        case .text(let text): [text]
        case .integer, .boolean: []
        case .list(let items, _): items.flatMap(texts)
        case .record(let record): record.everyText
        case .map(let entries): entries.flatMap { texts($0.value) }
        }
    }
}
