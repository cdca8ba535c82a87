import CMarkGFM

/// Renders blocks of a document as HTML, by cmark-gfm's own renderer over an adjusted tree.
public struct Renderer: Sendable {
    /// What a rendering depends on beside the text.
    public struct Options: Sendable {
        /// Whether raw HTML is kept.
        public var allowHTML: Bool
        /// Names that become links at their first mention in a section.
        public var mentions: Mentions
        /// A key whose mentions stay plain: the page's own.
        public var ownKey: String?
        /// Titles of alerts by kind: `note`, `tip`, `important`, `warning`, `caution`.
        public var alertTitles: [String: String]
        /// The label of a table's scroll box, for screen readers.
        public var tableLabel: String

        /// Safe options: no raw HTML, no mentions.
        public init(
            allowHTML: Bool = false, mentions: Mentions = Mentions(), ownKey: String? = nil, alertTitles: [String: String] = [:],
            tableLabel: String = "Table"
        ) {
            self.allowHTML = allowHTML
            self.mentions = mentions
            self.ownKey = ownKey
            self.alertTitles = alertTitles
            self.tableLabel = tableLabel
        }
    }

    /// The HTML of a document, block by block.
    public struct Rendered: Sendable {
        /// A block with its element: `<p>…</p>`.
        public var outer: [Int: RichText] = [:]
        /// What is inside an item, heading, paragraph or cell; lists within an item left out.
        public var inner: [Int: RichText] = [:]

        /// Blocks one after another.
        public func blocks(_ blocks: some Sequence<Block>) -> RichText {
            .joined(blocks.compactMap { outer[$0.id] })
        }
    }

    /// Renders every block of a page body that was read before: top-level blocks as a whole, items, headings and cells
    /// also by what is in them.
    public static func render(_ page: SplitPage, document: Document, options: Options) -> Rendered {
        guard !document.blocks.isEmpty, let tree = CMarkTree(page.body, allowHTML: options.allowHTML) else { return Rendered() }
        let adjuster = TreeAdjuster(tree: tree, document: document, options: options)
        adjuster.adjust()
        var rendered = Rendered()
        for block in document.blocks where block.kind != .html || options.allowHTML {
            if let node = adjuster.nodes[block.id] { rendered.outer[block.id] = adjuster.richText([node]) }
            collect(block, adjuster, &rendered)
        }
        return rendered
    }

    private static func collect(_ block: Block, _ adjuster: TreeAdjuster, _ rendered: inout Rendered) {
        switch block.kind {
        case .item:
            let inner = zip(block.children, block.children.map { adjuster.nodes[$0.id] })
                .compactMap { child, node -> CMarkTree.Node? in if case .list = child.kind { nil } else { node } }
            rendered.inner[block.id] = adjuster.richText(inner)
        case .heading, .cell, .paragraph:
            if let node = adjuster.nodes[block.id] { rendered.inner[block.id] = adjuster.richText(node.children) }
        case .footnote:
            rendered.inner[block.id] = adjuster.richText(block.children.compactMap { adjuster.nodes[$0.id] })
        default: break
        }
        for child in block.children { collect(child, adjuster, &rendered) }
    }
}
