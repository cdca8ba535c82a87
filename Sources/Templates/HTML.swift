/// Markup that our own writers made. A template writes it as it is; everything else is escaped.
package struct HTML: Sendable, Hashable {
    /// The markup.
    package var text: String

    /// Marks a string as markup. The caller guarantees that it is well-formed and that text in it is escaped.
    package init(_ markup: String) { text = markup }

    /// Markup that shows a text.
    package init(escaping text: String) {
        var bytes: [UInt8] = []
        Self.escape(text, into: &bytes)
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether it is empty.
    package var isEmpty: Bool { text.isEmpty }

    /// One piece of markup after another.
    package static func + (first: HTML, second: HTML) -> HTML { HTML(first.text + second.text) }

    /// Appends a text with `&`, `<`, `>`, `"` and `'` as entities.
    static func escape(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let entity = entity(bytes[index]) else { continue }
                output.append(contentsOf: bytes[start..<index])
                output.append(contentsOf: entity.utf8)
                start = index + 1
            }
            output.append(contentsOf: bytes[start...])
        }
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
