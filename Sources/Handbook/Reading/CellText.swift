import Markdown

/// The words of a table's cell as a matrix reads them: line breaks part entries, and what is crossed out does not count.
struct CellText {
    /// The words without markup.
    let text: String
    /// What is crossed out; empty where nothing is.
    let struck: String

    init(_ cell: Block) {
        var struck: [Inline] = []
        text = Self.kept(cell.inlines, &struck).plainText
        self.struck = struck.plainText
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
