extension Document {
    /// The document with the first mention of each name in a section marked. A section begins at every heading. Headings,
    /// code and the words of links have no mentions.
    ///
    /// - Parameter ownKey: what the page itself is about: its names are not marked.
    public func marking(_ mentions: Mentions, ownKey: String? = nil) -> Document {
        guard !mentions.isEmpty else { return self }
        var marker = MentionMarker(mentions, ownKey: ownKey)
        var marked = self
        marked.blocks = blocks.map { marker.block($0) }
        return marked
    }
}

private struct MentionMarker {
    private let mentions: Mentions
    private let own: Set<String>
    private var seen: Set<String>

    init(_ mentions: Mentions, ownKey: String?) {
        self.mentions = mentions
        own = Set([ownKey].compactMap(\.self))
        seen = own
    }

    mutating func block(_ block: Block) -> Block {
        switch block.kind {
        case .heading:
            seen = own
            return block
        case .code, .html, .thematicBreak: return block
        default:
            let inlines = inlines(block.inlines)
            let children = block.children.map { self.block($0) }
            return Block(id: block.id, kind: block.kind, lines: block.lines, inlines: inlines, children: children)
        }
    }

    /// Text and soft breaks are taken together, since a name may span a line's end.
    private mutating func inlines(_ inlines: [Inline]) -> [Inline] {
        var marked: [Inline] = []
        marked.reserveCapacity(inlines.count)
        var runStart = inlines.startIndex
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text, .softBreak: continue
            case .emphasis(let inner): marked += text(inlines[runStart..<index]) + [.emphasis(self.inlines(inner))]
            case .strong(let inner): marked += text(inlines[runStart..<index]) + [.strong(self.inlines(inner))]
            case .strikethrough(let inner): marked += text(inlines[runStart..<index]) + [.strikethrough(self.inlines(inner))]
            default: marked += text(inlines[runStart..<index]) + [inline]
            }
            runStart = index + 1
        }
        return marked + text(inlines[runStart...])
    }

    private mutating func text(_ run: ArraySlice<Inline>) -> [Inline] {
        guard !run.isEmpty else { return [] }
        let words = run.reduce(into: "") { words, inline in
            if case .text(let text) = inline { words += text } else { words += "\n" }
        }
        let pieces = mentions.split(words, seen: &seen)
        guard pieces.contains(where: { if case .mention = $0 { true } else { false } }) else { return Array(run) }
        return pieces.flatMap { piece -> [Inline] in
            switch piece {
            case .mention(let words, let key): [.mention([Inline](words), key: key)]
            case .text(let words): [Inline](words)
            case .citations, .wikiLink: []
            }
        }
    }
}
