/// Writes blocks of a document as Markdown that parses to the same document.
///
/// The style is plain: `-` for bullets, `*emphasis*`, `**strong**`, fences of backticks, `#` headings, line ends where the author
/// set them. Characters are escaped only where they would mean something else.
package struct MarkdownWriter<Resolver: MarkdownResolver> {
    private let document: Document
    let resolver: Resolver
    /// The anchors that headings set for themselves.
    let ownAnchors: Set<String>
    var lines = MarkdownLines()

    /// The Markdown of a document.
    package static func text(of document: Document, resolver: Resolver) -> String {
        text(of: document.blocks, in: document, resolver: resolver)
    }

    /// The Markdown of some blocks of a document, with the footnotes that they refer to. It ends with a line end, unless there
    /// is nothing to write.
    package static func text(of blocks: [Block], in document: Document, resolver: Resolver) -> String {
        var writer = Self(document, resolver: resolver)
        writer.writeDocument(blocks)
        return String(decoding: writer.lines.bytes, as: UTF8.self)
    }

    /// Running text as Markdown on one line.
    package static func line(of inlines: [Inline], resolver: Resolver) -> String {
        let text = MarkdownInlineWriter.text(of: PreparedInlines.of(inlines, resolver), in: .line)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Running text as Markdown in a cell of a table, where `|` would end the cell.
    package static func cell(of inlines: [Inline], resolver: Resolver) -> String {
        let text = MarkdownInlineWriter.text(of: PreparedInlines.of(inlines, resolver), in: .cell)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Inlines with all that depends on the file being written replaced by what stands for it there.
    package static func resolved(_ inlines: [Inline], resolver: Resolver) -> [Inline] { PreparedInlines.of(inlines, resolver) }

    private init(_ document: Document, resolver: Resolver) {
        self.document = document
        self.resolver = resolver
        ownAnchors = Set(document.headings.lazy.filter(\.isAnchorExplicit).map(\.anchor))
    }

    private mutating func writeDocument(_ blocks: [Block]) {
        let blocks = document.footnotes > 0 ? FootnoteOrder(document).ordered(blocks) : blocks
        write(prepared(blocks))
    }

    /// Whether something of inlines is written, however they are resolved.
    private static func hasWords(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            switch inline {
            case .text(let words): words.utf8.contains { $0 > 0x20 }
            case .code: true
            default: false
            }
        }
    }

    /// Blocks as they are written: raw HTML resolved, those without content left out.
    func prepared(_ blocks: [Block]) -> [Block] {
        blocks.flatMap { block -> [Block] in
            switch block.kind {
            case .html: resolver.block(ofHTML: block)
            case .paragraph: Self.hasWords(block.inlines) || !PreparedInlines.of(block.inlines, resolver).isEmpty ? [block] : []
            default: [block]
            }
        }
    }

    // MARK: - Blocks

    /// Writes blocks, with blank lines between them unless they are in a tight list.
    mutating func write(_ blocks: [Block], in container: Container = Container()) {
        var previous: Block?
        var marker: ListMarker?
        for (index, block) in blocks.enumerated() {
            // A blank line would belong to HTML that does not end.
            if let previous, !previous.endsWithOpenHTML, !container.isTight || previous.kind == .paragraph && block.kind == .paragraph {
                lines.line([])
            }
            if case .list(let style) = block.kind {
                marker = ListMarker(style, after: previous?.isList == true ? marker : nil, around: index == 0 ? container.marker : nil)
                // Blanks before HTML would make it part of the last item.
                let isWide = index + 1 < blocks.count && blocks[index + 1].opensWithBlank
                write(block, style, marker, isWide: isWide)
            } else {
                write(block, in: container, isFirst: index == 0)
            }
            previous = block
        }
    }

    /// What blocks are in.
    struct Container {
        var isTight = false
        /// The marker of the item that they are in.
        var marker: ListMarker?
        /// Whether they are behind the box of a task.
        var box: Bool?
        /// Whether the line above them belongs to their first paragraph, as an alert's title does.
        var continues = false

        var isItem: Bool { marker != nil }
    }

    private mutating func write(_ block: Block, in container: Container, isFirst: Bool) {
        switch block.kind {
        case .heading(let level, let anchor):
            writeHeading(block, level, anchor, ParagraphGuard.Position(opensItem: isFirst && container.isItem && container.box == nil))
        case .paragraph:
            let position = ParagraphGuard.Position(
                opensItem: isFirst && container.isItem && container.box == nil,
                followsEmptyBox: isFirst && container.box == false,
                continues: isFirst && container.continues
            )
            let text = MarkdownInlineWriter.text(of: PreparedInlines.of(block.inlines, resolver), in: .paragraph)
            for line in ParagraphGuard.lines(of: text, at: position) { lines.line(line) }
        case .quote: writeContainer("> ", "> ", block.children)
        case .alert(let kind): writeAlert(kind, block.children)
        case .table(let alignments): writeTable(block, alignments)
        case .code(let info, let text): writeCode(info, text)
        case .html(let html): writeHTML(html)
        // At the start of a file, `---` opens front matter; in an item, it could underline a heading or be more bullets.
        case .thematicBreak: lines.line((container.isItem ? "___" : lines.bytes.isEmpty ? "***" : "---").utf8)
        case .footnote(let number, _): writeFootnote(number, block.children)
        case .list, .item, .row, .cell, .other: write(prepared(block.children), in: container)
        }
    }

    mutating func writeContainer(_ marker: String, _ continuation: String, _ blocks: [Block], _ container: Container = Container()) {
        lines.open(marker, continuation)
        write(prepared(blocks), in: container)
        lines.close()
    }

    private mutating func writeAlert(_ kind: String, _ blocks: [Block]) {
        lines.open("> ", "> ")
        lines.line("[!\(kind.uppercased())]".utf8)
        let blocks = prepared(blocks)
        let opensWithText = blocks.first?.kind == .paragraph
        if !opensWithText { lines.line([]) }
        write(blocks, in: Container(continues: opensWithText))
        lines.close()
    }

    private mutating func writeFootnote(_ number: Int, _ blocks: [Block]) {
        lines.open("[^\(number)]: ", "    ")
        let blocks = prepared(blocks)
        if blocks.first?.needsOwnLine == true { lines.line([]) }
        write(blocks)
        lines.close()
    }

    private mutating func writeHeading(_ block: Block, _ level: Int, _ anchor: String, _ position: ParagraphGuard.Position) {
        var inlines = PreparedInlines.of(block.inlines, resolver)
        let isUnderlined = level <= 2 && inlines.hasLineEnd
        let id = ownAnchors.contains(anchor) ? "{#\(anchor)}" : ""
        if inlines.isEmpty, id.isEmpty { return lines.line(Array(repeating: UInt8(ascii: "#"), count: level)) }
        if !id.isEmpty {
            if case .text(let words)? = inlines.last { inlines[inlines.count - 1] = .text(words.trimmingWhitespaceAtEnd) }
        }
        var text = MarkdownInlineWriter.text(of: inlines, in: isUnderlined ? .paragraph : .line)
        if !id.isEmpty { text.put(inlines.isEmpty ? id : " \(id)") }
        if isUnderlined {
            for line in ParagraphGuard.lines(of: text, at: position) { lines.line(line) }
            lines.line((level == 1 ? "===" : "---").utf8)
        } else {
            text.bytes.escapeClosingSigns()
            lines.line(Array(repeating: UInt8(ascii: "#"), count: level) + [0x20] + text.bytes)
        }
    }

    private mutating func writeCode(_ info: String, _ text: String) {
        let sign = UInt8(ascii: info.utf8.contains(UInt8(ascii: "`")) ? "~" : "`")
        let content = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(text.isEmpty ? 1 : 0)
        let runs = content.map { line in line.drop { $0 == 0x20 }.prefix { $0 == sign }.count }
        let longest = runs.max() ?? 0
        let fence = Array(repeating: sign, count: max(3, longest + 1))
        lines.line(fence + (info.utf8.first == sign ? [UInt8(ascii: "\\")] : []) + Self.escapedInfo(info))
        for line in text.hasSuffix("\n") ? content.dropLast() : content { lines.line(line) }
        lines.line(fence)
    }

    private static func escapedInfo(_ info: String) -> [UInt8] {
        let info = Array(info.utf8)
        return info.indices.flatMap { index -> [UInt8] in
            switch info[index] {
            case UInt8(ascii: "\\"): Array("\\\\".utf8)
            case UInt8(ascii: "&") where info.opensEntity(at: index): Array("&amp;".utf8)
            case UInt8(ascii: "\n"): Array("&#10;".utf8)
            default: [info[index]]
            }
        }
    }

    private mutating func writeHTML(_ html: String) {
        let content = html.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in html.hasSuffix("\n") ? content.dropLast() : content { lines.line(line) }
    }
}

extension [Inline] {
    /// Whether it takes more than one line to write.
    fileprivate var hasLineEnd: Bool {
        contains { inline in
            switch inline {
            case .lineBreak: true
            case .html(let html): html.utf8.contains(UInt8(ascii: "\n"))
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner), .image(_, let inner):
                inner.hasLineEnd
            default: false
            }
        }
    }
}

extension Block {
    /// Whether it ends with HTML to which a blank line after the block would belong.
    var endsWithOpenHTML: Bool {
        switch kind {
        case .html(let html): HTMLBlockStart.isOpen(html)
        case .list, .item, .footnote: children.last?.endsWithOpenHTML ?? false
        default: false
        }
    }

    /// Whether it is HTML behind blanks.
    fileprivate var opensWithBlank: Bool { if case .html(let html) = kind { html.utf8.first.map(\.isBlank) ?? false } else { false } }

    /// Whether it cannot begin on the line of the marker of the item or footnote that it opens.
    var needsOwnLine: Bool {
        switch kind {
        // Its blanks would be taken for more of the marker's.
        case .html: opensWithBlank
        // A task begins its line.
        case .list: children.first.map { if case .item(checked: .some, _) = $0.kind { true } else { false } } ?? false
        default: false
        }
    }
}

extension [UInt8] {
    /// Keeps `#` at the end of a heading from being read as its closing sequence.
    fileprivate mutating func escapeClosingSigns() {
        let signs = reversed().prefix { $0 == UInt8(ascii: "#") }.count
        guard signs > 0, count == signs || self[count - signs - 1].isBlank else { return }
        insert(UInt8(ascii: "\\"), at: count - signs)
    }
}
