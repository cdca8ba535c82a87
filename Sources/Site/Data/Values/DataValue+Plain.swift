import Markdown

extension DataValue {
    /// Front matter or settings.
    init(_ value: PlainValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .number(number)
        case .boolean(let truth): self = .truth(truth)
        case .list(let items): self = .list(items.map(DataValue.init))
        case .record(let entries): self = DataValue(entries)
        }
    }

    /// Front matter or settings, as keys and values.
    init(_ entries: [PlainValue.Entry]) { self = .object(entries.map { Entry(key: $0.key, value: DataValue($0.value)) }) }
}
