@testable import Markdown

/// A document in words, to compare two of them: everything but the numbers and the lines of blocks. Texts side by side are one.
enum DocumentDescription {
    static func of(_ document: Document) -> String { document.blocks.map { block($0, depth: 0) }.joined() }

    private static func block(_ block: Block, depth: Int) -> String {
        let inner = block.children.map { self.block($0, depth: depth + 1) }.joined()
        return String(repeating: "  ", count: depth) + "\(kind(block.kind)) \(inlines(block.inlines))\n" + inner
    }

    private static func kind(_ kind: Block.Kind) -> String {
        if case .html(let html) = kind { return "html \(html.debugDescription)" }
        return "\(kind)"
    }

    private static func inlines(_ inlines: [Inline]) -> String {
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
            case .link(let target, let inner): described += "link<\(target.url)><\(target.title)>(\(self.inlines(inner)))"
            case .image(let target, let inner): described += "image<\(target.url)><\(target.title)>(\(self.inlines(inner)))"
            case .softBreak: described += " soft "
            case .lineBreak: described += " hard "
            default: described += "\(inline)"
            }
        }
        flush()
        return described
    }
}
