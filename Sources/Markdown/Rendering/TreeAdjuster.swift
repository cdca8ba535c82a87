import CMarkGFM

/// Changes a parsed tree before it is rendered: ids on headings, links as gaps, citations, wiki links, mentions,
/// alerts, boxes around tables, footnotes.
final class TreeAdjuster {
    /// The node of each block, by the block's id; none for blocks that were dropped.
    private(set) var nodes: [Int: CMarkTree.Node] = [:]

    private let tree: CMarkTree
    private let document: Document
    private let options: Renderer.Options
    private var gaps = Gaps()
    private var seen: Set<String> = []
    private var footnotes = Footnotes()

    init(tree: CMarkTree, document: Document, options: Renderer.Options) {
        self.tree = tree
        self.document = document
        self.options = options
    }

    func adjust() {
        number(document.blocks, tree.root.children)
        resetMentions()
        for block in document.blocks { adjust(block) }
        let definitions = document.blocks.filter(\.isFootnote)
        for (index, block) in definitions.enumerated() { footnote(block, index + 1, of: definitions.count) }
    }

    /// Renders nodes and cuts the result at its gaps.
    func richText(_ nodes: [CMarkTree.Node]) -> RichText {
        gaps.cut(labelled(Self.aligned(nodes.map { tree.html($0) }.joined())))
    }

    /// The library gives cells an `align` attribute, which HTML has dropped: the theme aligns them by class.
    private static func aligned(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "<")), html.contains(" align=\"") else { return html }
        return html.replacing("<th align=\"", with: "<th class=\"align-").replacing("<td align=\"", with: "<td class=\"align-")
    }

    /// The library's boxes of task lists are form elements without a name.
    private func labelled(_ html: String) -> String {
        let box = #"<input type="checkbox""#
        guard html.utf8.contains(UInt8(ascii: "<")), html.contains(box) else { return html }
        let (done, open) = (RichText.escape(options.doneLabel), RichText.escape(options.openLabel))
        return html.replacing(#"\#(box) checked="" disabled="" />"#, with: #"\#(box) checked disabled aria-label="\#(done)">"#)
            .replacing(#"\#(box) disabled="" />"#, with: #"\#(box) disabled aria-label="\#(open)">"#)
    }

    // MARK: - Blocks

    /// The same text gives the same tree, so blocks and nodes pair up.
    private func number(_ blocks: [Block], _ found: [CMarkTree.Node]) {
        for (block, node) in zip(blocks, found) {
            nodes[block.id] = node
            if !block.children.isEmpty { number(block.children, node.children) }
        }
    }

    private func adjust(_ block: Block) {
        guard let node = nodes[block.id] else { return }
        switch block.kind {
        case .heading(_, let anchor):
            resetMentions()
            inlines(of: node, linking: false)
            heading(node, block.id, anchor)
        case .paragraph, .cell:
            inlines(of: node, linking: true)
        case .table:
            block.children.forEach(adjust)
            let label = RichText.escape(options.tableLabel)
            wrap(node, block.id, #"<div class="table-box" role="group" tabindex="0" aria-label="\#(label)">"#)
        case .alert(let kind):
            block.children.forEach(adjust)
            alert(node, block.id, kind)
        case .html:
            if !options.allowHTML {
                CMarkTree.delete(node)
                nodes[block.id] = nil
            }
        default:
            block.children.forEach(adjust)
        }
    }

    private func resetMentions() { seen = Set([options.ownKey].compactMap(\.self)) }

    private func heading(_ node: CMarkTree.Node, _ id: Int, _ anchor: String) {
        // The page's title is its only h1.
        let level = max(node.headingLevel, 2)
        let enter = #"<h\#(level) id="\#(RichText.escape(anchor))">"#
        guard let box = CMarkTree.box(enter: enter, exit: "</h\(level)>\n") else { return }
        replace(node, id, by: box)
    }

    private func wrap(_ node: CMarkTree.Node, _ id: Int, _ enter: String) {
        guard let box = CMarkTree.box(enter: enter, exit: "</div>\n") else { return }
        cmark_node_insert_before(node, box)
        cmark_node_unlink(node)
        cmark_node_append_child(box, node)
        nodes[id] = box
    }

    private func alert(_ node: CMarkTree.Node, _ id: Int, _ kind: String) {
        let title = RichText.escape(options.alertTitles[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst())
        let enter = #"<div class="alert alert-\#(kind)" role="note"><p class="alert-title">\#(title)</p>"#
        guard let box = CMarkTree.box(enter: enter, exit: "</div>\n") else { return }
        replace(node, id, by: box)
    }

    /// A footnote's definition, when every reference to it has been counted.
    private func footnote(_ block: Block, _ number: Int, of count: Int) {
        guard let node = nodes[block.id] else { return }
        if let back = gaps.text(footnotes.back(to: number, label: options.footnoteBackLabel)) {
            if let last = cmark_node_last_child(node), last.kind == .paragraph {
                cmark_node_append_child(last, back)
            } else if let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
                cmark_node_append_child(paragraph, back)
                cmark_node_append_child(node, paragraph)
            }
        }
        let label = RichText.escape(options.footnotesLabel)
        let open = number == 1 ? #"<section class="footnotes" role="doc-endnotes" aria-label="\#(label)"><ol>"# : ""
        let enter = open + #"<li id="\#(gaps.mark([.slot(.footnotePrefix)]))fn-\#(number)">"#
        guard let box = CMarkTree.box(enter: enter, exit: number == count ? "</li></ol></section>\n" : "</li>\n") else { return }
        replace(node, block.id, by: box)
    }

    private func replace(_ node: CMarkTree.Node, _ id: Int, by box: CMarkTree.Node) {
        cmark_node_insert_before(node, box)
        for child in node.children { cmark_node_append_child(box, child) }
        CMarkTree.delete(node)
        nodes[id] = box
    }

    // MARK: - Inlines

    private func inlines(of node: CMarkTree.Node, linking: Bool) {
        for run in node.runs {
            switch run {
            case .text(let words, let nodes): text(words, nodes, linking: linking)
            case .other(let node): inline(node, linking: linking)
            }
        }
    }

    private func inline(_ node: CMarkTree.Node, linking: Bool) {
        switch node.kind {
        case .link:
            inlines(of: node, linking: false)
            let open = gaps.text([.html("<a"), .slot(.link(url: node.url, title: node.title)), .html(">")])
            put([open] + node.children + [gaps.text([.html("</a>")])], inPlaceOf: [node])
        case .image:
            let alt = #" alt="\#(RichText.escape(node.plainText))">"#
            put([gaps.text([.html("<img"), .slot(.image(url: node.url, title: node.title)), .html(alt)])], inPlaceOf: [node])
        case .inlineHTML:
            if !options.allowHTML { CMarkTree.delete(node) }
        case .footnoteReference:
            put([gaps.text(footnotes.reference(to: node.literal))], inPlaceOf: [node])
        case .emphasis, .strong, .strikethrough: inlines(of: node, linking: linking)
        default: break
        }
    }

    private func text(_ words: String, _ nodes: [CMarkTree.Node], linking: Bool) {
        var pieces = InlinePiece.split(words)
        if linking {
            pieces = pieces.flatMap { piece -> [InlinePiece] in
                if case .text(let words) = piece { options.mentions.split(words, seen: &seen) } else { [piece] }
            }
        }
        guard pieces.contains(where: { if case .text = $0 { false } else { true } }) else { return }
        let new = pieces.map { piece in
            switch piece {
            case .text(let words): CMarkTree.text(words)
            case .citations(let citations, _): gaps.text([.slot(.citations(citations))])
            case .wikiLink(let link, _): gaps.text([.slot(.wikiLink(link))])
            case .mention(let words, let key): gaps.text([.slot(.mention(words, key: key))])
            }
        }
        put(new, inPlaceOf: nodes)
    }

    /// Puts inlines where others are, and deletes those.
    private func put(_ new: [CMarkTree.Node?], inPlaceOf old: [CMarkTree.Node]) {
        guard let first = old.first else { return }
        for node in new {
            if let node, cmark_node_insert_before(first, node) == 0 { CMarkTree.delete(node) }
        }
        old.forEach(CMarkTree.delete)
    }
}
