import CMarkGFM

/// What handbook reads out of a tree before anything else does, so that reader and renderer see the same blocks.
extension CMarkTree {
    /// Takes the `{#id}` off headings and the `[!NOTE]` off alerts, and notes them; cleans what was written as entities
    /// as decoding cleans the source. To be called once, and on trees of limited depth only.
    func takeMarks() {
        if hasEntities { clean() }
        // Chosen first: taking a mark deletes nodes, but never a heading or a quote.
        for node in nodes.filter({ [.heading, .quote].contains($0.kind) }) {
            if node.kind == .heading { anchors[node] = Self.takeAnchor(of: node) } else { alerts[node] = Self.takeAlert(of: node) }
        }
    }

    private func clean() {
        for node in nodes {
            switch node.kind {
            case .text: cmark_node_set_literal(node, node.literal.cleaned)
            case .link, .image:
                cmark_node_set_url(node, node.url.cleaned)
                cmark_node_set_title(node, node.title.cleaned)
            case .code:
                if let info = cmark_node_get_fence_info(node) { cmark_node_set_fence_info(node, String(cString: info).cleaned) }
            default: break
            }
        }
    }

    /// `## Title {#id}`. Underscores in the id may have become emphasis: they are put back.
    private static func takeAnchor(of heading: Node) -> String? {
        guard let last = cmark_node_last_child(heading), last.kind == .text, last.literal.trimmingWhitespace.hasSuffix("}") else {
            return nil
        }
        var raw = ""
        var behind: [Node] = []
        var next: Node? = last
        while let node = next, raw.utf8.count <= Anchors.longest {
            switch node.kind {
            case .text:
                raw = node.literal + raw
                if node.literal.contains("{#") {
                    guard let (text, id) = Anchors.explicit(raw) else { return nil }
                    behind.forEach(delete)
                    if text.isEmpty { delete(node) } else { cmark_node_set_literal(node, text) }
                    return id
                }
            case .emphasis: raw = "_\(node.plainText)_\(raw)"
            case .strong: raw = "__\(node.plainText)__\(raw)"
            default: return nil
            }
            behind.append(node)
            next = cmark_node_previous(node)
        }
        return nil
    }

    /// `> [!NOTE]` on a line of its own, and something after it: GitHub's alerts, block quotes to the library.
    private static func takeAlert(of quote: Node) -> String? {
        guard let paragraph = cmark_node_first_child(quote), paragraph.kind == .paragraph,
            let first = cmark_node_first_child(paragraph), first.kind == .text
        else { return nil }
        let literal = first.literal.trimmingWhitespace
        guard literal.hasPrefix("[!"), literal.hasSuffix("]") else { return nil }
        let kind = literal.dropFirst(2).dropLast().lowercased()
        guard ["note", "tip", "important", "warning", "caution"].contains(kind) else { return nil }
        if let lineEnd = cmark_node_next(first) {
            guard lineEnd.kind == .softBreak || lineEnd.kind == .lineBreak else { return nil }
            delete(lineEnd)
            delete(first)
        } else {
            guard cmark_node_next(paragraph) != nil else { return nil }
            delete(paragraph)
        }
        return kind
    }
}
