/// A JSON value that is written in one way only: keys in the order of their names, and each list or object that fits on
/// one line there, so that the difference between two files can be read.
enum DataValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case truth(Bool)
    /// `null`.
    case nothing
    case list([DataValue])
    /// Keys and values, in the order of the keys.
    case object([Entry])
    /// What has been written already, for the depth at which it stands.
    case written(String)

    struct Entry: Sendable, Hashable {
        let key: String
        let value: DataValue
    }

    /// An object of keys in any order; those without a value are left out.
    static func keys(_ keys: [String: DataValue?]) -> DataValue {
        .object(keys.compactMap { key, value in value.map { Entry(key: key, value: $0) } }.sorted { $0.key < $1.key })
    }

    static func texts(_ texts: some Sequence<String>) -> DataValue { .list(texts.map(DataValue.text)) }
}

// MARK: - Writing

extension DataValue {
    /// How many bytes a list or an object on one line may have, without what stands before it.
    private static let width = 100

    /// The value as text, as it stands behind a key at some depth. A whole document ends with a line end of its own.
    func text(depth: Int = 0) -> String {
        var bytes: [UInt8] = []
        write(into: &bytes, depth)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(into bytes: inout [UInt8], _ depth: Int) {
        switch self {
        case .text(let text): JSONString.write(text, into: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .truth(let truth): bytes += (truth ? "true" : "false").utf8
        case .nothing: bytes += "null".utf8
        case .written(let text): bytes += text.utf8
        case .list(let items):
            let isOnOneLine = fits
            Self.write("[", "]", items.count, isOnOneLine, depth, into: &bytes) { place, bytes in
                items[place].write(into: &bytes, depth + 1)
            }
        case .object(let entries):
            let isOnOneLine = fits
            Self.write("{", "}", entries.count, isOnOneLine, depth, into: &bytes) { place, bytes in
                JSONString.write(entries[place].key, into: &bytes)
                bytes += ": ".utf8
                entries[place].value.write(into: &bytes, depth + 1)
            }
        }
    }

    private static func write(
        _ open: String,
        _ close: String,
        _ count: Int,
        _ isOnOneLine: Bool,
        _ depth: Int,
        into bytes: inout [UInt8],
        _ element: (Int, inout [UInt8]) -> Void
    ) {
        func newLine(_ depth: Int) {
            guard !isOnOneLine else { return }
            bytes.append(0x0A)
            bytes += repeatElement(0x20, count: depth * 2)
        }
        bytes += open.utf8
        for place in 0..<count {
            newLine(depth + 1)
            element(place, &bytes)
            if place < count - 1 { bytes += (isOnOneLine ? ", " : ",").utf8 }
        }
        if count > 0 { newLine(depth) }
        bytes += close.utf8
    }

    private var fits: Bool {
        var room = Self.width
        return take(&room)
    }

    /// Takes the room that the value needs on a line. Ends as soon as there is none left, so that the work for a value
    /// does not grow with its size.
    private func take(_ room: inout Int) -> Bool {
        switch self {
        case .text(let text): room -= text.utf8.count + 2
        case .number, .nothing: room -= 4
        case .truth: room -= 5
        case .written: return false
        case .list(let items):
            for item in items {
                room -= 2
                guard item.take(&room) else { return false }
            }
        case .object(let entries):
            for entry in entries {
                room -= entry.key.utf8.count + 6
                guard entry.value.take(&room) else { return false }
            }
        }
        return room >= 0
    }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(arrayLiteral items: DataValue...) { self = .list(items) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral truth: Bool) { self = .truth(truth) }
}
