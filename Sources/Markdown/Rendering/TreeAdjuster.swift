import CMarkGFM

/// Changes a parsed tree before it is rendered: ids on headings, links as gaps, citations, wiki links, mentions,
/// alerts, boxes around tables.
final class TreeAdjuster {
    /// The node of each block, by the block's id.
    private(set) var nodes: [Int: CMarkTree.Node] = [:]

    private let tree: CMarkTree
    private let document: Document
    private let options: Renderer.Options
    private var slots: [RichText.Slot] = []
    private var seen: Set<String> = []
    private var footnoteUses: [String: Int] = [:]

    /// Stands around a gap's number in the library's output. No text holds it: see `isForbiddenControl`.
    private static let mark = "\u{1}"

    init(tree: CMarkTree, document: Document, options: Renderer.Options) {
        self.tree = tree
        self.document = document
        self.options = options
    }

    func adjust() {
        number(document.blocks, tree.root.children)
        resetMentions()
        for block in document.blocks { adjust(block) }
    }

    /// Renders nodes and cuts the result at its gaps.
    func richText(_ nodes: [CMarkTree.Node]) -> RichText {
        var segments: [RichText.Segment] = []
        let html = nodes.map { tree.html($0) }.joined()
        for (index, part) in html.split(separator: Character(Self.mark), omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                if !part.isEmpty { segments.append(.html(String(part))) }
            } else if let number = Int(part), slots.indices.contains(number) {
                segments.append(.slot(slots[number]))
            }
        }
        return RichText(segments: segments)
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
            heading(node, block, anchor)
        case .paragraph, .cell:
            inlines(of: node, linking: true)
        case .table:
            block.children.forEach(adjust)
            wrap(node, block.id, #"<div class="table-box" role="region" tabindex="0" aria-label="\#(RichText.escape(options.tableLabel))">"#)
        case .quote:
            block.children.forEach(adjust)
            alert(node, block.id)
        case .html:
            if !options.allowHTML { cmark_node_unlink(node) }
        default:
            block.children.forEach(adjust)
        }
    }

    private func resetMentions() { seen = Set([options.ownKey].compactMap(\.self)) }

    private func heading(_ node: CMarkTree.Node, _ block: Block, _ anchor: String) {
        // The page's title is its only h1.
        let level = max(node.headingLevel, 2)
        if let last = cmark_node_last_child(node), last.kind == .text, let (text, _) = Anchors.explicit(last.literal) {
            cmark_node_set_literal(last, text)
        }
        let id = RichText.escape(anchor)
        guard let custom = CMarkTree.custom(block: true, enter: #"<h\#(level) id="\#(id)">"#, exit: "</h\(level)>\n") else { return }
        replace(node, by: custom, keepingChildren: true)
        nodes[block.id] = custom
    }

    private func wrap(_ node: CMarkTree.Node, _ id: Int, _ enter: String) {
        guard let box = CMarkTree.custom(block: true, enter: enter, exit: "</div>\n") else { return }
        cmark_node_insert_before(node, box)
        cmark_node_unlink(node)
        cmark_node_append_child(box, node)
        nodes[id] = box
    }

    /// `> [!NOTE]`: GitHub's alerts, block quotes to the library.
    private func alert(_ node: CMarkTree.Node, _ id: Int) {
        guard let paragraph = cmark_node_first_child(node), paragraph.kind == .paragraph,
            let first = cmark_node_first_child(paragraph), first.kind == .text
        else { return }
        let literal = first.literal.trimmingWhitespace
        guard literal.hasPrefix("[!"), literal.hasSuffix("]") else { return }
        let kind = literal.dropFirst(2).dropLast().lowercased()
        guard ["note", "tip", "important", "warning", "caution"].contains(kind) else { return }
        let title = options.alertTitles[kind] ?? kind.capitalized
        guard
            let box = CMarkTree.custom(
                block: true, enter: #"<div class="alert alert-\#(kind)" role="note"><p class="alert-title">\#(RichText.escape(title))</p>"#,
                exit: "</div>\n")
        else { return }
        if let next = cmark_node_next(first), next.kind == .softBreak || next.kind == .lineBreak { delete(next) }
        delete(first)
        if cmark_node_first_child(paragraph) == nil { delete(paragraph) }
        cmark_node_insert_before(node, box)
        for child in node.children { cmark_node_append_child(box, child) }
        delete(node)
        nodes[id] = box
    }

    // MARK: - Inlines

    private func inlines(of node: CMarkTree.Node, linking: Bool) {
        for child in node.children { inline(child, linking: linking) }
    }

    private func inline(_ node: CMarkTree.Node, linking: Bool) {
        switch node.kind {
        case .text: text(node, linking: linking)
        case .link:
            inlines(of: node, linking: false)
            let gap = slot(.link(url: node.url, title: node.title))
            if let custom = CMarkTree.custom(block: false, enter: "<a\(gap)>", exit: "</a>") {
                replace(node, by: custom, keepingChildren: true)
            }
        case .image:
            let alt = RichText.escape(node.plainText)
            let gap = slot(.image(url: node.url, title: node.title))
            if let custom = CMarkTree.custom(block: false, enter: #"<img\#(gap) alt="\#(alt)">"#, exit: "") {
                replace(node, by: custom, keepingChildren: false)
            }
        case .inlineHTML:
            if !options.allowHTML { delete(node) }
        case .footnoteReference: footnote(node)
        case .emphasis, .strong, .strikethrough: inlines(of: node, linking: linking)
        default: break
        }
    }

    private func footnote(_ node: CMarkTree.Node) {
        let number = node.literal
        let use = footnoteUses[number, default: 0] + 1
        footnoteUses[number] = use
        let prefix = slot(.footnotePrefix)
        let id = "\(prefix)fnref-\(number)\(use > 1 ? "-\(use)" : "")"
        let enter = ##"<sup class="footnote-ref"><a id="\##(id)" href="#\##(prefix)fn-\##(number)">\##(RichText.escape(number))</a></sup>"##
        if let custom = CMarkTree.custom(block: false, enter: enter, exit: "") { replace(node, by: custom, keepingChildren: false) }
    }

    private func text(_ node: CMarkTree.Node, linking: Bool) {
        var pieces = InlinePiece.split(node.literal)
        if linking {
            pieces = pieces.flatMap { piece -> [InlinePiece] in
                if case .text(let words) = piece { options.mentions.split(words, seen: &seen) } else { [piece] }
            }
        }
        if pieces.count == 1, case .text? = pieces.first { return }
        for piece in pieces {
            let new: CMarkTree.Node?
            switch piece {
            case .text(let words):
                new = cmark_node_new(CMARK_NODE_TEXT)
                if let new { cmark_node_set_literal(new, words) }
            case .citations(let citations, _):
                new = CMarkTree.custom(block: false, enter: slot(.citations(citations)), exit: "")
            case .wikiLink(let link, _):
                new = CMarkTree.custom(block: false, enter: slot(.wikiLink(link)), exit: "")
            case .mention(let words, let key):
                new = CMarkTree.custom(block: false, enter: slot(.mention(words, key: key)), exit: "")
            }
            if let new { cmark_node_insert_before(node, new) }
        }
        delete(node)
    }

    // MARK: - Small steps

    private func slot(_ slot: RichText.Slot) -> String {
        slots.append(slot)
        return "\(Self.mark)\(slots.count - 1)\(Self.mark)"
    }

    private func replace(_ node: CMarkTree.Node, by new: CMarkTree.Node, keepingChildren: Bool) {
        cmark_node_insert_before(node, new)
        if keepingChildren {
            for child in node.children { cmark_node_append_child(new, child) }
        }
        delete(node)
    }

    private func delete(_ node: CMarkTree.Node) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }
}
