import Foundation
import Markdown

extension DataValue: Decodable {
    /// Reads any JSON but null and numbers that are not whole.
    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            self = .object(
                try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
                    Entry(key: key.stringValue, value: try keyed.decode(DataValue.self, forKey: key))
                }
            )
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [DataValue] = []
            while !list.isAtEnd { items.append(try list.decode(DataValue.self)) }
            self = .list(items)
            return
        }
        let single = try decoder.singleValueContainer()
        if let truth = try? single.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? single.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try single.decode(String.self))
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    // MARK: - Asking

    subscript(key: String) -> DataValue? {
        if case .object(let entries) = self { entries.first { $0.key == key }?.value } else { nil }
    }

    var string: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .number(let number) = self { number } else { nil } }
    var elements: [DataValue]? { if case .list(let items) = self { items } else { nil } }

    /// Keys and values of an object, as front matter has them.
    var plainEntries: [PlainValue.Entry]? {
        guard case .object(let entries) = self else { return nil }
        return entries.map { PlainValue.Entry($0.key, $0.value.plain) }
    }

    private var plain: PlainValue {
        switch self {
        case .text(let text), .written(let text): .text(text)
        case .number(let number): .integer(number)
        case .truth(let truth): .boolean(truth)
        case .nothing: .text("")
        case .list(let items): .list(items.map(\.plain))
        case .object: .record(plainEntries ?? [])
        }
    }
}
