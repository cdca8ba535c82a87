import Foundation

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

    private static func wikiLink(at text: Substring) -> (InlinePiece, Int)? {
        guard text.hasPrefix("[["), let end = text.range(of: "]]") else { return nil }
        let inside = text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound]
        guard !inside.isEmpty, !inside.contains("["), !inside.contains("]"), inside.count <= 200 else { return nil }
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let target = halves[0].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let link = WikiLink(
            target: String(target[0]).trimmingWhitespace,
            fragment: target.count > 1 ? String(target[1]).trimmingWhitespace : nil,
            label: halves.count > 1 ? String(halves[1]).trimmingWhitespace : nil)
        let raw = text[..<end.upperBound]
        return (.wikiLink(link, raw: String(raw)), raw.count)
    }

    private static func citations(at text: Substring) -> (InlinePiece, Int)? {
        guard text.hasPrefix("[@"), let end = text.firstIndex(of: "]") else { return nil }
        let inside = text[text.index(after: text.startIndex)..<end]
        guard inside.count <= 400 else { return nil }
        var citations: [Citation] = []
        for part in inside.split(separator: ";", omittingEmptySubsequences: false) {
            let part = String(part).trimmingWhitespace
            guard part.hasPrefix("@") else { return nil }
            let halves = part.dropFirst().split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = halves.first.map({ String($0).trimmingWhitespace }), !key.isEmpty,
                !key.contains(where: \.isWhitespace)
            else { return nil }
            citations.append(Citation(key: key, locator: halves.count > 1 ? String(halves[1]).trimmingWhitespace : nil))
        }
        let raw = text[...end]
        return (.citations(citations, raw: String(raw)), raw.count)
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
        let pieces = InlinePiece.split(raw)
        text = pieces.map { if case .text(let words) = $0 { words } else { "" } }.joined().trimmingWhitespace
            .replacing("  ", with: " ")
        citations = pieces.flatMap { piece -> [Citation] in if case .citations(let citations, _) = piece { citations } else { [] } }
    }
}
