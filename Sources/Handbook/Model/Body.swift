import Diagnostics
import Markdown

/// A part of a page's body: a heading of the second level, and what follows it.
public struct Section: Sendable {
    /// The heading.
    public let heading: Heading
    /// The heading's block.
    public let headingBlock: Block
    /// What the heading means, if it is one that handbook knows.
    public let known: SectionName?
    /// The blocks under it, those under deeper headings included.
    public let blocks: [Block]

    /// Whether nothing stands under the heading.
    public var isEmpty: Bool { blocks.isEmpty }

    /// The items of the lists directly under it.
    public func items(in source: SourceText) -> [Item] { blocks.flatMap { Item.items(of: $0, in: source) } }

    /// All that is under the heading, in order: the items of lists, and the blocks around them.
    public func passages(in source: SourceText) -> [Passage] { Passage.passages(of: blocks, in: source) }

    /// The blocks before the first of `parts`.
    public var opening: [Block] {
        Array(blocks.prefix { if case .heading(let level, _) = $0.kind { level > heading.level + 1 } else { true } })
    }

    /// The parts under deeper headings: each heading, and the blocks up to the next of the same level or a higher one.
    public var parts: [(heading: Block, anchor: String, blocks: [Block])] {
        var parts: [(heading: Block, anchor: String, blocks: [Block])] = []
        for block in blocks {
            if case .heading(let level, let anchor) = block.kind, level <= heading.level + 1 {
                parts.append((block, anchor, []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].blocks.append(block)
            }
        }
        return parts
    }
}

/// A page's body: prose, then sections.
public struct Body: Sendable {
    /// What stands before the first heading.
    public let opening: [Block]
    /// The sections in order.
    public let sections: [Section]

    /// Splits a page's body at its headings of the highest level there is.
    public init(_ page: Page, names: SectionNames) {
        let headings = Dictionary(page.document.headings.map { ($0.anchor, $0) }) { first, _ in first }
        let level = page.blocks.compactMap { if case .heading(let level, _) = $0.kind { level } else { nil } }.min() ?? 2
        var opening: [Block] = []
        var sections: [Section] = []
        var current: (Heading, Block, [Block])?
        func close() {
            guard let (heading, block, blocks) = current else { return }
            sections.append(Section(heading: heading, headingBlock: block, known: names.meaning(of: heading.text), blocks: blocks))
        }
        for block in page.blocks {
            if case .heading(let found, let anchor) = block.kind, found <= max(level, 2), let heading = headings[anchor] {
                close()
                current = (heading, block, [])
            } else if current != nil {
                current?.2.append(block)
            } else {
                opening.append(block)
            }
        }
        close()
        self.opening = opening
        self.sections = sections
    }

    /// The first section of a meaning.
    public func section(_ name: SectionName) -> Section? { sections.first { $0.known == name } }

    /// Every section of a meaning, in order. An author may write a heading twice, or two headings that mean the same.
    public func sections(_ name: SectionName) -> [Section] { sections.filter { $0.known == name } }

    /// The items of every section of a meaning.
    func items(_ name: SectionName, in source: SourceText) -> [Item] { sections(name).flatMap { $0.items(in: source) } }

    /// The sections that are none of `names`.
    public func others(than names: Set<SectionName>) -> [Section] {
        sections.filter { section in section.known.map { !names.contains($0) } ?? true }
    }
}
