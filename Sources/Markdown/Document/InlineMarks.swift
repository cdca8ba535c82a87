/// What running text holds beside words: citations, wiki links and mentions.
enum InlinePiece: Equatable {
    case text(String)
    case citations([Citation], raw: String)
    case wikiLink(WikiLink, raw: String)
    /// The words of a name, and what it stands for.
    case mention(String, key: String)

    /// Splits a text at its `[@key]` and `[[name]]`.
    static func split(_ text: String) -> [InlinePiece] {
        guard text.utf8.contains(0x5B) else { return [.text(text)] }
        var pieces: [InlinePiece] = []
        var plain = ""
        var rest = text[...]
        func flush() {
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
        }
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            rest = rest[open...]
            if let (piece, length) = wikiLink(at: rest) ?? citations(at: rest) {
                flush()
                pieces.append(piece)
                rest = rest.dropFirst(length)
            } else {
                plain.append(rest.removeFirst())
            }
        }
        plain += rest
        flush()
        return pieces
    }

    /// The longest mark, in characters: what is not closed is not looked through to the end of a text.
    private static let longest = 400

    private static func wikiLink(at text: Substring) -> (InlinePiece, Int)? {
        guard text.hasPrefix("[[") else { return nil }
        let inside = text.dropFirst(2).prefix(longest).prefix { $0 != "[" && $0 != "]" }
        guard text[inside.endIndex...].hasPrefix("]]"), inside.contains(where: { !$0.isWhitespace }) else { return nil }
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let target = halves[0].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let link = WikiLink(
            target: oneLine(target[0]), fragment: target.count > 1 ? oneLine(target[1]) : nil,
            label: halves.count > 1 ? oneLine(halves[1]) : nil)
        let raw = text[..<text.index(inside.endIndex, offsetBy: 2)]
        return (.wikiLink(link, raw: String(raw)), raw.count)
    }

    private static func citations(at text: Substring) -> (InlinePiece, Int)? {
        guard text.hasPrefix("[@") else { return nil }
        let inside = text.dropFirst().prefix(longest).prefix { $0 != "[" && $0 != "]" }
        guard text[inside.endIndex...].first == "]" else { return nil }
        var citations: [Citation] = []
        for part in inside.split(separator: ";", omittingEmptySubsequences: false) {
            let part = oneLine(part)
            guard part.hasPrefix("@") else { return nil }
            let halves = part.dropFirst().split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = halves.first.map({ String($0).trimmingWhitespace }), !key.isEmpty,
                !key.contains(where: { $0.isWhitespace || $0 == "@" })
            else { return nil }
            let locator = halves.count > 1 ? String(halves[1]).trimmingWhitespace : ""
            citations.append(Citation(key: key, locator: locator.isEmpty ? nil : locator))
        }
        let raw = text[...inside.endIndex]
        return (.citations(citations, raw: String(raw)), raw.count)
    }

    /// The text with every stretch of white space made one space.
    private static func oneLine(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A text of front matter: plain words that may end in citations.
public struct CitedText: Sendable, Hashable {
    /// The words.
    public let text: String
    /// The sources they rest on.
    public let citations: [Citation]

    /// Reads `words [@one; @two]`.
    public init(_ raw: String) {
        var running = RunningText()
        var citations: [Citation] = []
        for piece in InlinePiece.split(raw) {
            switch piece {
            case .text(let words), .mention(let words, _): running.append(words)
            case .wikiLink(let link, _): running.append(link.label ?? link.target)
            case .citations(let found, _):
                citations += found
                running.leaveOut()
            }
        }
        text = running.text.trimmingWhitespace
        self.citations = citations
    }
}
