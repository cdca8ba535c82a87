import Markdown

/// Finds tags in text.
enum HTMLTokens {
    struct Tag {
        /// In lower case, without the slash of an end tag.
        let name: String
        let isEnd: Bool
        /// Whether the name begins with a capital, as components of JavaScript have it.
        let isComponent: Bool
        /// How many characters it has.
        let length: Int
        let text: Substring
    }

    /// The most characters of a tag.
    private static let longest = 4_000

    /// The tag that a text begins with.
    static func tag(_ text: Substring) -> Tag? {
        guard text.first == "<" else { return nil }
        let text = text.prefix(longest)
        let inner = text.dropFirst()
        let isEnd = inner.first == "/"
        let name = inner.dropFirst(isEnd ? 1 : 0).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard let first = name.first, first.isLetter else { return nil }
        var quote: Character?
        var at = name.endIndex
        while at < text.endIndex {
            let character = text[at]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                let whole = text[text.startIndex...at]
                return Tag(name: name.lowercased(), isEnd: isEnd, isComponent: first.isUppercase, length: whole.count, text: whole)
            }
            at = text.index(after: at)
        }
        return nil
    }
}
