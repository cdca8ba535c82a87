/// Text put together from pieces of which some are left out, without the white space that they would leave behind:
/// `words [@one], more` becomes `words, more`.
struct RunningText {
    private(set) var text = ""
    private var leftOut = false

    mutating func append(_ words: some StringProtocol) {
        // Scalars, not characters: emoji joined without end are one character, as long as the text.
        let scalars = words.unicodeScalars
        guard let first = scalars.first else { return }
        var start = scalars.startIndex
        if leftOut, text.unicodeScalars.last?.properties.isWhitespace ?? true {
            if first.properties.isWhitespace {
                start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
            } else if [".", ",", ";", ":", "!", "?", ")"].contains(first) {
                while text.unicodeScalars.last?.properties.isWhitespace == true { text.unicodeScalars.removeLast() }
            }
        }
        leftOut = false
        text.append(contentsOf: words[start...])
    }

    /// To be called in the place of a piece that is left out.
    mutating func leaveOut() { leftOut = true }

    mutating func append(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let words), .code(let words): append(words)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner), .image(_, let inner),
                .mention(let inner, _):
                append(inner)
            case .softBreak, .lineBreak: append(" ")
            case .wikiLink(let link): append(link.words)
            case .html(let tag) where RawHTML.isLineBreak(tag):
                if text.unicodeScalars.last?.properties.isWhitespace == false { append(" ") }
                leaveOut()
            case .html, .footnoteReference, .citations: leaveOut()
            }
        }
    }
}
