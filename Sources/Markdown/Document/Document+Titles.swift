extension Document {
    /// The document with titles in its wiki links, so that its text without markup reads as the page does. Anchors stay.
    ///
    /// - Parameter title: the title of what a link names; `nil` if it names no page, or has words of its own.
    package func naming(_ title: (WikiLink) -> String?) -> Document {
        var named = self
        named.blocks = blocks.map { $0.naming(title) }
        var texts: [String: String] = [:]
        for block in named.blocks { block.collectHeadings(into: &texts) }
        named.headings = headings.map { heading in
            guard let text = texts[heading.anchor], text != heading.text else { return heading }
            return Heading(
                level: heading.level,
                text: text,
                anchor: heading.anchor,
                isAnchorExplicit: heading.isAnchorExplicit,
                location: heading.location
            )
        }
        return named
    }
}

extension Block {
    fileprivate func naming(_ title: (WikiLink) -> String?) -> Block {
        let children = children.map { $0.naming(title) }
        return Block(id: id, kind: kind, lines: lines, inlines: inlines.map { $0.naming(title) }, children: children)
    }

    fileprivate func collectHeadings(into texts: inout [String: String]) {
        if case .heading(_, let anchor) = kind { texts[anchor] = inlines.plainText }
        for child in children { child.collectHeadings(into: &texts) }
    }
}

extension Inline {
    fileprivate func naming(_ title: (WikiLink) -> String?) -> Inline {
        func named(_ inlines: [Inline]) -> [Inline] { inlines.map { $0.naming(title) } }
        switch self {
        case .wikiLink(var link):
            link.title = title(link)
            return .wikiLink(link)
        case .emphasis(let inner): return .emphasis(named(inner))
        case .strong(let inner): return .strong(named(inner))
        case .strikethrough(let inner): return .strikethrough(named(inner))
        case .link(let target, let inner): return .link(target, named(inner))
        case .image(let target, let alt): return .image(target, alt: named(alt))
        default: return self
        }
    }
}
