import Diagnostics
import Markdown

extension JSONValue {
    /// Front matter or settings.
    init(_ value: PlainValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .integer(let number): self = .number(number)
        case .boolean(let truth): self = .bool(truth)
        case .list(let items): self = .array(items.map(JSONValue.init))
        case .record(let entries): self = JSONValue(entries)
        }
    }

    /// Front matter or settings, as keys and values.
    init(_ entries: [PlainValue.Entry]) { self = .object(entries.map { Member($0.key, JSONValue($0.value)) }) }

    /// Keys and values of an object, as front matter has them.
    var plainEntries: [PlainValue.Entry]? {
        guard case .object(let members) = self else { return nil }
        return members.map { PlainValue.Entry($0.key, $0.value.plain) }
    }

    private var plain: PlainValue {
        switch self {
        case .string(let text): .text(text)
        case .written(let text): .text(String(decoding: text, as: UTF8.self))
        case .number(let number): .integer(number)
        case .bool(let bool): .boolean(bool)
        case .null: .text("")
        case .array(let items): .list(items.map(\.plain))
        case .object: .record(plainEntries ?? [])
        }
    }
}
