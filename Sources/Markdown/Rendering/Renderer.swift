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
        /// The labels of a task's box, ticked and not, for screen readers.
        public var doneLabel: String, openLabel: String
        /// The label of the footnotes, for screen readers.
        public var footnotesLabel: String
        /// The label of a footnote's link back to the text.
        public var footnoteBackLabel: String

        /// Safe options: no raw HTML, no mentions.
        public init(
            allowHTML: Bool = false,
            mentions: Mentions = Mentions(),
            ownKey: String? = nil,
            alertTitles: [String: String] = [:],
            tableLabel: String = "Table",
            doneLabel: String = "Done",
            openLabel: String = "To do",
            footnotesLabel: String = "Footnotes",
            footnoteBackLabel: String = "Back to the text"
        ) {
            self.allowHTML = allowHTML
            self.mentions = mentions
            self.ownKey = ownKey
            self.alertTitles = alertTitles
            self.tableLabel = tableLabel
            self.doneLabel = doneLabel
            self.openLabel = openLabel
            self.footnotesLabel = footnotesLabel
            self.footnoteBackLabel = footnoteBackLabel
        }
    }

    /// The HTML of a document, block by block.
    public struct Rendered: Sendable {
        /// A block with its element: `<p>…</p>`. The first and the last footnote open and close the list they are in.
        public var outer: [Int: RichText] = [:]
        /// What is inside an item, heading, paragraph, cell or footnote. Lists within an item are left out; an item whose
        /// rest is one paragraph is given without `<p>`, however its list is spaced.
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
        tree.takeMarks()
        let adjuster = TreeAdjuster(tree: tree, document: document, options: options)
        adjuster.adjust()
        var rendered = Rendered()
        for block in document.blocks {
            if let node = adjuster.nodes[block.id] { rendered.outer[block.id] = adjuster.richText([node]) }
            collect(block, adjuster, &rendered)
        }
        return rendered
    }

    private static func collect(_ block: Block, _ adjuster: TreeAdjuster, _ rendered: inout Rendered) {
        switch block.kind {
        case .item:
            let own = block.children.filter { if case .list = $0.kind { false } else { true } }
            let isParagraph = own.count == 1 && own[0].kind == .paragraph
            rendered.inner[block.id] =
                isParagraph ? inner(own[0], adjuster, rendered) : adjuster.richText(own.compactMap { adjuster.nodes[$0.id] })
        case .heading, .cell, .paragraph: rendered.inner[block.id] = inner(block, adjuster, rendered)
        case .footnote: rendered.inner[block.id] = adjuster.richText(adjuster.nodes[block.id].map(\.children) ?? [])
        default: break
        }
        for child in block.children { collect(child, adjuster, &rendered) }
    }

    /// What is inside a block's element: cut out of that, since a page may have very many inlines.
    private static func inner(_ block: Block, _ adjuster: TreeAdjuster, _ rendered: Rendered) -> RichText {
        guard let node = adjuster.nodes[block.id] else { return .empty }
        let outer = rendered.outer[block.id] ?? adjuster.richText([node])
        if block.kind == .paragraph, node.isTight {
            return outer
        }
        return outer.contents
    }
}
