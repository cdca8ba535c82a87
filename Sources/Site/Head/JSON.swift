/// JSON that stands in a page, in an element `script` that holds data: no text in it can end the element.
enum JSON: Sendable {
    case text(String)
    case number(Int)
    case list([JSON])
    /// In the order given; what is nothing is left out.
    case object([(String, JSON?)])

    /// A text, or nothing for none.
    static func some(_ text: String?) -> JSON? { text.map { .text($0) } }

    /// A list of texts, or nothing for none.
    static func texts(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .list(texts.map { .text($0) }) }

    var written: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .list(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
        case .object(let entries):
            "{" + entries.compactMap { key, value in value.map { Self.quoted(key) + ":" + $0.written } }.joined(separator: ",") + "}"
        }
    }

    /// Nothing that HTML takes for markup.
    private static let escaped = JSONString.scriptLineEnds.union(["<", ">", "&", "\u{7F}"])

    private static func quoted(_ text: String) -> String { JSONString.quoted(text, escaping: escaped) }
}
