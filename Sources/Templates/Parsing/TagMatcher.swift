/// Finds the end tag of each section, parent and block.
enum TagMatcher {
    /// The tokens with what each end tag ends, and where each opening tag ends.
    static func matched(_ tokens: [Lexer.Token]) throws(SyntaxError) -> [Lexer.Token] {
        var tokens = tokens
        var open: [(index: Int, tag: Tag)] = []
        for index in tokens.indices {
            guard case .tag(var tag) = tokens[index] else { continue }
            switch tag.kind {
            case .section, .inverted, .parent, .block:
                tag.isArgument = tag.kind == .block && open.last?.tag.kind == .parent
                open.append((index, tag))
            case .end:
                guard let (start, found) = open.popLast() else {
                    throw SyntaxError(message: "unexpected '{{/\(tag.name)}}'", range: tag.nameRange, help: "remove it, or open it before")
                }
                var opening = found
                guard opening.name == tag.name else {
                    throw SyntaxError(message: "expected '{{/\(opening.name)}}', found '{{/\(tag.name)}}'", range: tag.nameRange)
                }
                (tag.ended, tag.isArgument) = (opening.kind, opening.isArgument)
                opening.endStart = tag.range.lowerBound
                tokens[start] = .tag(opening)
            case .value, .partial, .comment, .delimiters: break
            }
            tokens[index] = .tag(tag)
        }
        if let (_, tag) = open.last {
            throw SyntaxError(message: "'\(tag.shown)' is not closed", range: tag.nameRange, help: "add '{{/\(tag.name)}}'")
        }
        return tokens
    }
}
