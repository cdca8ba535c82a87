import CMarkGFM

/// What a document has beside cmark-gfm's nodes: ids that headings set for themselves, and alerts. Both are read off the
/// nodes, which stay as they are: their texts may be slices of a buffer that belongs to another node.
extension DocumentReader {
    /// `## Title {#id}`: the id, the nodes before the text that holds `{#`, and what comes before that in the text.
    /// Underscores in the id may have become emphasis: they are put back.
    func explicitAnchor(of heading: CMarkTree.Node) -> (id: String, kept: [CMarkTree.Node], text: String)? {
        guard let last = cmark_node_last_child(heading), last.kind == .text, last.literal.trimmingWhitespace.hasSuffix("}") else {
            return nil
        }
        let nodes = heading.children
        var raw = ""
        for index in nodes.indices.reversed() where raw.utf8.count <= Anchors.longest {
            let node = nodes[index]
            switch node.kind {
            case .text:
                let literal = cleaned(node.literal)
                raw = literal + raw
                guard literal.contains("{#") else { continue }
                return Anchors.explicit(raw).map { ($0.id, Array(nodes[..<index]), $0.text) }
            case .emphasis: raw = "_\(node.plainText)_\(raw)"
            case .strong: raw = "__\(node.plainText)__\(raw)"
            default: return nil
            }
        }
        return nil
    }

    /// An alert: `> [!NOTE]` on a line of its own, and something after it, as on GitHub.
    struct Alert {
        /// `note`, `tip`, `important`, `warning` or `caution`.
        let kind: String
        /// The first paragraph and what it holds after the mark; `nil` if it holds nothing else.
        let opening: (paragraph: CMarkTree.Node, inlines: [CMarkTree.Node])?
        /// The blocks after the first paragraph.
        let rest: [CMarkTree.Node]
    }

    /// The alert that a block quote is; `nil` if it is none.
    func alert(_ quote: CMarkTree.Node) -> Alert? {
        guard let paragraph = cmark_node_first_child(quote), paragraph.kind == .paragraph,
            let first = cmark_node_first_child(paragraph), first.kind == .text
        else { return nil }
        let literal = first.literal.trimmingWhitespace
        guard literal.hasPrefix("[!"), literal.hasSuffix("]") else { return nil }
        let kind = literal.dropFirst(2).dropLast().lowercased()
        guard ["note", "tip", "important", "warning", "caution"].contains(kind) else { return nil }
        let rest = Array(quote.children.dropFirst())
        let inlines = paragraph.children.dropFirst()
        if let lineEnd = inlines.first {
            guard lineEnd.kind == .softBreak || lineEnd.kind == .lineBreak else { return nil }
            return Alert(kind: kind, opening: (paragraph, Array(inlines.dropFirst())), rest: rest)
        }
        return rest.isEmpty ? nil : Alert(kind: kind, opening: nil, rest: rest)
    }

    /// An alert's blocks, without its mark.
    mutating func children(of alert: Alert) -> [Block] {
        let opening = alert.opening.map { paragraph, nodes in
            let lines = lines(of: paragraph)
            return Block(id: takeID(), kind: .paragraph, lines: lines, inlines: inlines(of: nodes, lines))
        }
        var blocks = [opening].compactMap(\.self)
        for node in alert.rest { blocks.append(block(node)) }
        return blocks
    }
}
