/// Blocks as running text on one line, as a table's cell has it: a semicolon before each entry of a list but the first thing
/// on the line, a space before every other block.
package struct LineOfText {
    private var inlines: [Inline] = []

    /// Some blocks.
    package static func blocks(_ blocks: [Block]) -> [Inline] {
        var line = Self()
        blocks.forEach { line.add($0) }
        return line.inlines
    }

    /// What is in an item, a cell or a heading, lists within an item left out.
    package static func contents(of block: Block) -> [Inline] {
        guard case .item = block.kind else { return block.children.isEmpty ? block.inlines : blocks(block.children) }
        return blocks(block.children.filter { !$0.isList })
    }

    /// All that is in an item, with the lists in it.
    package static func whole(_ item: Block) -> [Inline] { blocks(item.children) }

    private mutating func add(_ block: Block) {
        switch block.kind {
        case .heading, .paragraph, .cell: add(block.inlines)
        case .item:
            startEntry()
            block.children.forEach { add($0) }
        case .row:
            startEntry()
            block.children.forEach { add($0) }
        case .code(_, let text): add([.code(text.foldingWhitespace)])
        case .html(let html): add([.text(RawHTML.plainText(of: html))])
        case .list, .quote, .alert, .table, .footnote, .other: block.children.forEach { add($0) }
        case .thematicBreak: break
        }
    }

    private mutating func add(_ more: [Inline]) {
        guard !more.isEmpty else { return }
        if !inlines.isEmpty, !endsWith(" ") { inlines.append(.text(" ")) }
        inlines += more.map { inline in
            if case .softBreak = inline { .text(" ") } else if case .lineBreak = inline { .text(" ") } else { inline }
        }
    }

    private mutating func startEntry() {
        guard !inlines.isEmpty, !endsWith("; ") else { return }
        inlines.append(.text(endsWith(":") ? " " : "; "))
    }

    private func endsWith(_ sign: String) -> Bool { inlines.last.map { [$0].lastWords.hasSuffix(sign) } ?? false }
}

extension [Inline] {
    /// The last text in it, however deep in emphasis.
    fileprivate var lastWords: String {
        switch last {
        case .text(let words): words
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .mention(let inner, _): inner.lastWords
        default: ""
        }
    }
}

extension String {
    /// With one space for all white space between words, and none at the ends.
    package var foldingWhitespace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
