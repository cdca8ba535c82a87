import Diagnostics
import Markdown

extension Record {
    /// A text on one line, without white space around it; `nil` when it is blank.
    package func words(_ key: String) -> Located<String>? {
        guard var text = text(key) else { return nil }
        text.value = text.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.value.isEmpty ? nil : text
    }
}
