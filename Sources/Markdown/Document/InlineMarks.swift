/// What running text holds beside words: citations, wiki links and mentions.
package enum InlinePiece: Equatable {
    case text(String)
    case citations([Citation], raw: String)
    case wikiLink(WikiLink, raw: String)
    /// The words of a name, and what it stands for.
    case mention(String, key: String)

    /// Splits a text at its `[@key]` and `[[name]]`.
    package static func split(_ text: String) -> [InlinePiece] {
        guard text.utf8.contains(open) else { return [.text(text)] }
        var pieces: [InlinePiece] = []
        var plainStart = text.startIndex
        var from = text.startIndex
        while let start = text.utf8[from...].firstIndex(of: open) {
            guard let (found, end) = wikiLink(in: text, at: start) ?? citations(in: text, at: start) else {
                from = text.utf8.index(after: start)
                continue
            }
            var (piece, textEnd) = (found, start)
            if case .wikiLink(let link, let raw) = found, let mark = embedMark(in: text, before: start, after: plainStart) {
                textEnd = mark
                let embed = WikiLink(target: link.target, fragment: link.fragment, label: link.label, isEmbed: true)
                piece = .wikiLink(embed, raw: "!" + raw)
            }
            if plainStart < textEnd { pieces.append(.text(String(text[plainStart..<textEnd]))) }
            pieces.append(piece)
            plainStart = end
            from = end
        }
        if plainStart < text.endIndex { pieces.append(.text(String(text[plainStart...]))) }
        return pieces
    }

    /// Where the `!` is that makes a wiki link show what it names; `nil` if there is none, or if it ends a word.
    private static func embedMark(in text: String, before start: String.Index, after plainStart: String.Index) -> String.Index? {
        guard start > plainStart, case let mark = text.utf8.index(before: start), text.utf8[mark] == UInt8(ascii: "!") else { return nil }
        guard mark > plainStart else { return mark }
        let previous = text.utf8[text.utf8.index(before: mark)]
        return previous >= 0x80 || Character(UnicodeScalar(previous)).isLetter || Character(UnicodeScalar(previous)).isNumber ? nil : mark
    }

    private static let open: UInt8 = 0x5B
    private static let close: UInt8 = 0x5D
    /// The longest mark, in bytes: what is not closed is not looked through to the end of a text.
    private static let longest = 1_000

    /// What stands from `start` up to the next bracket, and where that is, if it closes.
    private static func inside(_ text: String, from start: String.Index) -> (words: Substring, end: String.Index)? {
        let bytes = text.utf8[start...].prefix(longest).prefix { $0 != open && $0 != close }
        guard bytes.endIndex < text.endIndex, text.utf8[bytes.endIndex] == close else { return nil }
        return (text[start..<bytes.endIndex], bytes.endIndex)
    }

    private static func wikiLink(in text: String, at start: String.Index) -> (InlinePiece, String.Index)? {
        guard text.utf8[start...].starts(with: [open, open]),
            let (words, end) = inside(text, from: text.utf8.index(start, offsetBy: 2)), text.utf8[end...].starts(with: [close, close]),
            words.contains(where: { !$0.isWhitespace })
        else { return nil }
        let halves = words.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let link = WikiLink(oneLine(halves[0]), label: halves.count > 1 ? oneLine(halves[1]) : nil, isEmbed: false)
        let after = text.utf8.index(end, offsetBy: 2)
        return (.wikiLink(link, raw: String(text[start..<after])), after)
    }

    private static func citations(in text: String, at start: String.Index) -> (InlinePiece, String.Index)? {
        guard text.utf8[start...].starts(with: "[@".utf8), let (words, end) = inside(text, from: text.utf8.index(after: start))
        else { return nil }
        var citations: [Citation] = []
        for part in words.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            let part = oneLine(Substring(part))
            guard part.utf8.first == UInt8(ascii: "@") else { return nil }
            let cited = part[part.utf8.index(after: part.startIndex)...]
            let comma = cited.utf8.firstIndex(of: UInt8(ascii: ","))
            let key = String(cited[..<(comma ?? cited.endIndex)]).trimmingWhitespace
            guard !key.isEmpty, !key.unicodeScalars.contains(where: { $0 == "@" || $0.properties.isWhitespace }) else { return nil }
            let locator = comma.map { String(cited[cited.utf8.index(after: $0)...]).trimmingWhitespace } ?? ""
            citations.append(Citation(key: key, locator: locator.isEmpty ? nil : locator))
        }
        let after = text.utf8.index(after: end)
        return (.citations(citations, raw: String(text[start..<after])), after)
    }

    /// The text with every stretch of white space made one space.
    private static func oneLine(_ text: Substring) -> String {
        isOneLine(text) ? String(text) : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a text is ASCII and has only single spaces, between words.
    private static func isOneLine(_ text: Substring) -> Bool {
        var before: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || byte >= 0x80 || (byte == 0x20 && before == 0x20) { return false }
            before = byte
        }
        return before != 0x20
    }
}

/// A text of front matter: plain words that may end in citations.
public struct CitedText: Sendable, Hashable {
    /// The words.
    public let text: String
    /// The sources they rest on.
    public let citations: [Citation]

    /// Reads `words [@one; @two]`.
    ///
    /// - Parameter title: the words for a wiki link; `nil` keeps its own.
    public init(_ raw: String, title: (WikiLink) -> String? = { _ in nil }) {
        var running = RunningText()
        var citations: [Citation] = []
        for piece in InlinePiece.split(raw) {
            switch piece {
            case .text(let words), .mention(let words, _): running.append(words)
            case .wikiLink(let link, _): running.append(title(link) ?? link.words)
            case .citations(let found, _):
                citations += found
                running.leaveOut()
            }
        }
        text = running.text.trimmingWhitespace
        self.citations = citations
    }
}
