import Diagnostics
import Markdown

extension TextEdits {
    /// Replaces a scalar of the front matter, in quotes where it has some or needs them.
    ///
    /// - Returns: whether it was replaced; it is not where it is written in a way that hides where it begins and ends.
    package mutating func replace(scalar: Located<String>, with new: String) -> Bool {
        guard let line = scalar.location.line, let columns = scalar.location.columns.first, let found = range(line: line, columns: columns),
            source.text[found] == scalar.value
        else { return false }
        let text = source.text
        let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
        let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
        guard before == after, before == "\"" || before == "'" else {
            replace(found, with: Self.plain(new))
            return true
        }
        let whole = text.index(before: found.lowerBound)..<text.index(after: found.upperBound)
        replace(whole, with: Self.plain(new) == new ? "\(before)\(new)\(before)" : YAMLText.scalar(new))
        return true
    }

    /// Text as YAML has it; addresses need no quotes.
    package static func plain(_ text: String) -> String {
        let isAddress =
            text.hasPrefix("/")
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "/-_.0123456789".unicodeScalars.contains($0) }
        return isAddress ? text : YAMLText.scalar(text)
    }
}
