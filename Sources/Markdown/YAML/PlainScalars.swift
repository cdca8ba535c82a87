import Diagnostics

extension Rule {
    /// A text of which YAML takes the end for a comment.
    public static let cutByComment = Rule("cut-by-comment", .warning, "a text that holds ' #' is in quotes")
    /// A name in quotes that are part of it.
    public static let curlyQuotes = Rule("curly-quotes", .warning, "YAML knows straight quotes only")
}

/// Texts without quotes that YAML reads in another way than their authors.
struct PlainScalars {
    let source: SourceText

    /// What is wrong with a text.
    func fault(of text: String, key: String, at place: Location) -> Diagnostic? {
        comment(behind: text, key: key, at: place) ?? curlyQuotes(around: text, key: key, at: place)
    }

    /// `title: C # and friends`: what follows ` #` is a comment to YAML. Two spaces before it say that it is meant as one.
    private func comment(behind text: String, key: String, at place: Location) -> Diagnostic? {
        guard let number = place.line, let line = source.line(number), line.utf8.contains(UInt8(ascii: "#")),
            let columns = source.columns(of: text + " #", inLine: number).first,
            let first = place.column, columns.lowerBound == first
        else { return nil }
        let whole = line.unicodeScalars.dropFirst(columns.lowerBound - 1)
        let words = String(String.UnicodeScalarView(whole)).trimmingWhitespace
        return Rule.cutByComment(
            "'\(key)' ends before ' #', where a comment begins",
            at: source.location(line: number, columns: [columns.upperBound - 1..<columns.upperBound]),
            help: "put the text in quotes: \(YAMLText.quoted(words)); or write two spaces before a comment"
        )
    }

    private static let names: Set<String> = ["title", "short", "slug", "aliases", "also", "id"]
    private static let quotes: Set<Character> = ["“", "”", "„", "‟", "‘", "’", "‚"]

    /// `title: “Pay”`: the quotes would be part of the name.
    private func curlyQuotes(around text: String, key: String, at place: Location) -> Diagnostic? {
        guard Self.names.contains(key), let first = text.first, let last = text.last, text.count > 2, Self.quotes.contains(first),
            Self.quotes.contains(last)
        else { return nil }
        let inner = String(text.dropFirst().dropLast())
        guard !inner.contains(where: Self.quotes.contains) else { return nil }
        return Rule.curlyQuotes(
            "'\(text)' begins and ends with curly quotes, which are part of it",
            at: place,
            help: "write \(YAMLText.quoted(inner)), or leave the quotes out"
        )
    }
}
