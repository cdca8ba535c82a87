import Markdown

/// The words of a table's cell as a matrix reads them: line breaks part entries, and what is crossed out does not count.
struct CellText {
    /// The words without markup.
    let text: String
    /// What is crossed out; empty where nothing is.
    let struck: String

    init(_ cell: Block) {
        var struck: [Inline] = []
        let kept = Self.kept(cell.inlines, &struck).plainText
        let (text, marked) = Self.split(kept)
        self.text = text
        self.struck = (struck.plainText + marked).trimmingWhitespace
    }

    /// What stands between two `~~`, and the rest. Where a sign is inside of the tildes and a letter outside, as in `A~~/R~~`, GFM
    /// takes them for text.
    private static func split(_ text: String) -> (kept: String, struck: String) {
        guard text.contains("~~") else { return (text, "") }
        var kept = ""
        var struck = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "~~") {
            let behind = rest[open.upperBound...]
            guard let close = behind.firstRange(of: "~~") else { break }
            kept += rest[..<open.lowerBound]
            struck += behind[..<close.lowerBound]
            rest = behind[close.upperBound...]
        }
        return (kept + rest, struck)
    }

    private static func kept(_ inlines: [Inline], _ struck: inout [Inline]) -> [Inline] {
        var kept: [Inline] = []
        var isStruck = false
        for inline in inlines {
            if case .html(let tag) = inline, let change = strikes(tag) {
                isStruck = change
            } else if isStruck {
                struck.append(inline)
            } else {
                switch inline {
                case .strikethrough(let inner): struck += inner
                case .emphasis(let inner): kept.append(.emphasis(Self.kept(inner, &struck)))
                case .strong(let inner): kept.append(.strong(Self.kept(inner, &struck)))
                case .link(let target, let inner): kept.append(.link(target, Self.kept(inner, &struck)))
                case .html(let tag) where isLineBreak(tag): kept.append(.text("; "))
                // `R<sup>1</sup>` is a letter with a mark.
                case .html(let tag) where tag.lowercased().hasPrefix("<sup"): kept.append(.text(" "))
                default: kept.append(inline)
                }
            }
        }
        return kept
    }

    private static func isLineBreak(_ tag: String) -> Bool { tag.lowercased().hasPrefix("<br") }

    /// Whether a tag begins or ends text that is crossed out.
    private static func strikes(_ tag: String) -> Bool? {
        let name = tag.lowercased().drop { $0 == "<" }.prefix { $0.isLetter || $0 == "/" }
        return ["del", "s", "strike"].contains(name) ? true : ["/del", "/s", "/strike"].contains(name) ? false : nil
    }
}
