import Markdown

/// A document in words, to compare two of them: everything but the numbers and the lines of blocks. Texts side by side are one.
public struct DocumentDescription {
    /// Whether it says where links lead and which anchors headings have.
    private let hasTargets: Bool

    /// A document in words.
    public static func of(_ document: Document) -> String { of(document.blocks) }

    /// Blocks in words, with or without the targets of links and the anchors of headings.
    public static func of(_ blocks: [Block], targets: Bool = true) -> String {
        let description = Self(hasTargets: targets)
        return blocks.map { description.block($0, depth: 0) }.joined()
    }

    private func block(_ block: Block, depth: Int) -> String {
        let inner = block.children.map { self.block($0, depth: depth + 1) }.joined()
        return String(repeating: "  ", count: depth) + "\(kind(block.kind)) \(inlines(block.inlines))\n" + inner
    }

    private func kind(_ kind: Block.Kind) -> String {
        if case .html(let html) = kind { return "html \(html.debugDescription)" }
        if case .heading(let level, _) = kind, !hasTargets { return "heading \(level)" }
        return "\(kind)"
    }

    private func inlines(_ inlines: [Inline]) -> String {
        var text = ""
        var described = ""
        func flush() {
            if !text.isEmpty { described += text.debugDescription }
            text = ""
        }
        for inline in inlines {
            if case .text(let words) = inline {
                text += words
                continue
            }
            flush()
            switch inline {
            case .emphasis(let inner): described += "em(\(self.inlines(inner)))"
            case .strong(let inner): described += "strong(\(self.inlines(inner)))"
            case .strikethrough(let inner): described += "strike(\(self.inlines(inner)))"
            case .link(let target, let inner): described += "link\(self.described(target))(\(self.inlines(inner)))"
            case .image(let target, let inner): described += "image\(self.described(target))(\(self.inlines(inner)))"
            case .softBreak: described += " soft "
            case .lineBreak: described += " hard "
            default: described += "\(inline)"
            }
        }
        flush()
        return described
    }

    private func described(_ target: LinkTarget) -> String { hasTargets ? "<\(target.url)><\(target.title)>" : "" }
}
