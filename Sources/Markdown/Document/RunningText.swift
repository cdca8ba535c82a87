/// Text put together from pieces of which some are left out, without the white space that they would leave behind:
/// `words [@one], more` becomes `words, more`.
struct RunningText {
    private(set) var text = ""
    private var leftOut = false

    mutating func append(_ words: some StringProtocol) {
        guard let first = words.first else { return }
        var words = words[...]
        if leftOut, text.last?.isWhitespace ?? true {
            if first.isWhitespace {
                words = words.drop(while: \.isWhitespace)
            } else if ".,;:!?)".contains(first) {
                while text.last?.isWhitespace == true { text.removeLast() }
            }
        }
        leftOut = false
        text += words
    }

    /// To be called in the place of a piece that is left out.
    mutating func leaveOut() { leftOut = true }

    mutating func append(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let words), .code(let words): append(words)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(let inner), .image(let inner): append(inner)
            case .softBreak, .lineBreak: append(" ")
            case .wikiLink(let link): append(link.label ?? link.target)
            case .html, .footnoteReference, .citations: leaveOut()
            }
        }
    }
}
