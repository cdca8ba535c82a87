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

    /// `summary: #1 in sales`: all of the text is a comment to YAML. With a space behind the sign it is one to its author too.
    ///
    /// - Parameter line: the line that has nothing but a key or the hyphen of an item before the sign.
    func comment(insteadOf key: String, line: Int?) -> Diagnostic? {
        guard let line, let text = source.line(line), let sign = text.firstIndex(of: "#") else { return nil }
        let before = String(text[..<sign]).trimmingWhitespace
        guard before.hasSuffix(":") || before == "-", text[..<sign].hasSuffix(" ") else { return nil }
        let words = String(text[sign...]).trimmingWhitespace
        guard let next = words.dropFirst().first, !next.isWhitespace, next != "#", !Self.isColor(words) else { return nil }
        let column = text[..<sign].unicodeScalars.count + 1
        return Rule.cutByComment(
            "'\(key)' is empty: '#' begins a comment",
            at: source.location(line: line, columns: [column..<column + 1]),
            help: "put the text in quotes: \(YAMLText.quoted(words)); or write a space behind the # of a comment"
        )
    }

    /// A colour has a finding of its own.
    private static func isColor(_ words: String) -> Bool {
        [4, 7].contains(words.utf8.count) && words.dropFirst().allSatisfy(\.isHexDigit)
    }

    private static let names: Set<String> = ["title", "short", "slug", "aliases", "also", "id"]
    private static let quotes: Set<Character> = ["“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "‹", "›"]

    /// `title: “Pay”`: the quotes would be part of the name.
    private func curlyQuotes(around text: String, key: String, at place: Location) -> Diagnostic? {
        guard let first = text.first, let last = text.last, text.count > 2, Self.quotes.contains(first) else { return nil }
        // `[“Clean, versioned data”]` is two items to YAML, which both have half of the quotes.
        if !text.dropFirst().contains(where: Self.quotes.contains), isInList(text, place) {
            return Rule.curlyQuotes(
                "'\(text)' begins with a curly quote, which does not keep an item together",
                at: place,
                help: "write straight quotes: \"\(text.dropFirst()), …\""
            )
        }
        guard Self.names.contains(key), Self.quotes.contains(last) else { return nil }
        let inner = String(text.dropFirst().dropLast())
        guard !inner.contains(where: Self.quotes.contains) else { return nil }
        return Rule.curlyQuotes(
            "'\(text)' begins and ends with curly quotes, which are part of it",
            at: place,
            help: "write \(YAMLText.quoted(inner)), or leave the quotes out"
        )
    }

    /// Whether a comma follows the text on its line.
    private func isInList(_ text: String, _ place: Location) -> Bool {
        guard let number = place.line, let line = source.line(number), let range = line.firstRange(of: text) else { return false }
        return line[range.upperBound...].drop { $0 == " " }.first == ","
    }
}
