import Diagnostics
import Markdown

/// An item of a list under a known heading: `**Pipelines**: builds them. [@source]`.
public struct Item: Sendable {
    /// The bold words that the item opens with, without a colon.
    public let lead: String?
    /// The item's words without markup, the lead left out.
    public let text: String
    /// The sources it cites.
    public let citations: [Citation]
    /// The document's block, for its HTML.
    public let block: Block
    /// The items of a list inside it.
    public let children: [Item]
    /// Where it stands.
    public let location: Location

    /// What it is called: its lead, or else all of it.
    public var name: String { lead ?? text }

    /// All that is in it, in order: lists whose items are `children`, and the blocks around them.
    public var passages: [Passage] {
        var rest = children[...]
        return Passage.passages(of: block.children) { list in
            defer { rest = rest.dropFirst(list.children.count) }
            return Array(rest.prefix(list.children.count))
        }
    }

    /// Its block without the bold words that it opens with and the sign after them. A paragraph that is left empty goes.
    public var blockWithoutLead: Block {
        guard let index = block.children.firstIndex(where: { $0.kind == .paragraph }),
            case .strong? = block.children[index].inlines.first
        else { return block }
        let opening = block.children[index]
        var inlines = Array(opening.inlines.dropFirst())
        if case .text(let words)? = inlines.first {
            var rest = words.drop(while: \.isWhitespace)
            if let sign = rest.first, ":–—".contains(sign) { rest = rest.dropFirst().drop(while: \.isWhitespace) }
            inlines[0] = .text(String(rest))
        }
        var children = block.children
        if inlines.plainText.isEmpty, inlines.citations.isEmpty {
            children.remove(at: index)
        } else {
            children[index] = Block(id: opening.id, kind: .paragraph, lines: opening.lines, inlines: inlines)
        }
        return Block(id: block.id, kind: block.kind, lines: block.lines, children: children)
    }
}

/// A part of what a section or an item holds. Together the passages hold every block, in the author's order.
public enum Passage: Sendable {
    /// The items of lists that directly follow one another.
    case items([Item])
    /// Blocks that are no lists.
    case prose([Block])

    /// Its items; none if it has only blocks.
    public var items: [Item] { if case .items(let items) = self { items } else { [] } }

    /// Splits blocks into lists and what stands around them.
    static func passages(of blocks: [Block], items: (Block) -> [Item]) -> [Passage] {
        var passages: [Passage] = []
        for block in blocks {
            switch (block.isList, passages.last) {
            case (true, .items(let before)?): passages[passages.count - 1] = .items(before + items(block))
            case (true, _): passages.append(.items(items(block)))
            case (false, .prose(let before)?): passages[passages.count - 1] = .prose(before + [block])
            case (false, _): passages.append(.prose([block]))
            }
        }
        return passages
    }

    /// Splits blocks of a page's source into lists and what stands around them.
    static func passages(of blocks: [Block], in source: SourceText) -> [Passage] {
        passages(of: blocks) { Item.items(of: $0, in: source) }
    }
}

extension Item {
    /// The items of a list; none if the block is no list.
    public static func items(of block: Block, in source: SourceText) -> [Item] {
        guard case .list = block.kind else { return [] }
        return block.children.map { Item($0, in: source) }
    }

    private init(_ block: Block, in source: SourceText) {
        let opening = block.children.first { $0.kind == .paragraph }
        let (lead, rest) = Self.split(opening?.inlines ?? [])
        let following = block.children.filter { child in
            if case .list = child.kind { false } else { child.id != opening?.id }
        }
        self.lead = lead
        text = ([rest] + following.map(\.plainText)).filter { !$0.isEmpty }.joined(separator: " ")
        citations = block.citations
        self.block = block
        children = block.children.flatMap { Self.items(of: $0, in: source) }
        location = source.location(line: block.lines.lowerBound)
    }

    /// `**Lead**: rest`, `**Lead:** rest`, `**Lead** – rest`, or `**Lead** rest`.
    private static func split(_ inlines: [Inline]) -> (lead: String?, rest: String) {
        guard case .strong(let bold)? = inlines.first else { return (nil, inlines.plainText) }
        var lead = bold.plainText
        var rest = Array(inlines.dropFirst()).plainText
        if lead.hasSuffix(":") {
            lead.removeLast()
        } else if [":", "–", "—"].contains(where: rest.hasPrefix) {
            rest.removeFirst()
        }
        lead = lead.trimmingWhitespace
        return (lead.isEmpty ? nil : lead, rest.trimmingWhitespace)
    }
}
