import Diagnostics
import Markdown

extension Record {
    /// A text on one line, without white space around it; `nil` when it is blank.
    package func words(_ key: String) -> Located<String>? {
        guard var text = text(key) else { return nil }
        // As nearly every text is written.
        if text.value.isOnOneLine { return text.value.isEmpty ? nil : text }
        text.value = text.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.value.isEmpty ? nil : text
    }
}

extension String {
    /// Whether it is ASCII with nothing but single spaces between words.
    fileprivate var isOnOneLine: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            guard byte < 0x80, byte > 0x20 || (byte == 0x20 && last != 0x20) else { return false }
            last = byte
        }
        return last != 0x20
    }
}
