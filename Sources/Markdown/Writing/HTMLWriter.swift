/// Writes blocks and inlines as HTML into one growing buffer.
///
/// It recurses as deep as the document is nested, which `MarkdownLimits.depth` bounds.
package struct HTMLWriter<Destinations: HTMLDestinations> {
    /// The HTML so far, in UTF-8.
    package internal(set) var bytes: [UInt8] = []

    let destinations: Destinations
    let options: HTMLOptions
    /// Where the current piece begins: neither line ends nor white space before it belong to it.
    var start = 0

    /// A writer for one page.
    package init(_ destinations: Destinations, options: HTMLOptions) {
        (self.destinations, self.options) = (destinations, options)
    }

    /// The HTML so far.
    package var html: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes blocks with their elements. Footnotes that follow each other are one list.
    package mutating func write(_ blocks: some Collection<Block>) {
        start = bytes.count
        write(blocks, isTight: false)
    }

    /// Writes what is inside an item, heading, paragraph, cell or footnote. Lists within an item are left out; an item
    /// whose rest is one paragraph is written without `<p>`, however its list is spaced.
    package mutating func writeContents(of block: Block) {
        start = bytes.count
        switch block.kind {
        case .item(_, let isTight):
            let own = block.children.filter { !$0.isList }
            if own.count == 1, own[0].kind == .paragraph { return writeContents(of: own[0]) }
            for child in own {
                start = bytes.count
                write([child], isTight: isTight)
            }
        case .heading, .paragraph, .cell: write(block.inlines)
        default: write(block.children, isTight: false)
        }
    }

    /// Writes all that is inside an item, with the lists in it, in order. Where lists follow one paragraph, that paragraph
    /// is written without `<p>`.
    package mutating func writeWhole(_ item: Block) {
        guard item.children.contains(where: \.isList) else { return writeContents(of: item) }
        let own = item.children.filter { !$0.isList }
        let opening = own.count == 1 && item.children.first?.kind == .paragraph ? own : []
        for paragraph in opening { writeContents(of: paragraph) }
        start = bytes.count
        write(item.children.dropFirst(opening.count), isTight: false)
    }

    /// Writes inlines.
    package mutating func writeInlines(_ inlines: [Inline]) {
        start = bytes.count
        write(inlines)
    }

    // MARK: - Blocks

    private mutating func write(_ blocks: some Collection<Block>, isTight: Bool) {
        var isInFootnotes = false
        var index = blocks.startIndex
        while index != blocks.endIndex {
            let block = blocks[index]
            blocks.formIndex(after: &index)
            let isLast = index == blocks.endIndex
            if case .footnote(let number, let uses) = block.kind {
                let endsList = isLast || !blocks[index].isFootnote
                footnote(block, number, uses, opensList: !isInFootnotes, endsList: endsList)
                isInFootnotes = !endsList
            } else {
                write(block, isTight: isTight)
            }
        }
    }

    private mutating func write(_ block: Block, isTight: Bool) {
        switch block.kind {
        case .heading(let level, let anchor): heading(block, level, anchor)
        case .paragraph: paragraph(block, isTight: isTight)
        case .list(let style): list(block, style)
        case .item(let checked, let isTight): item(block, checked, isTight: isTight)
        case .quote: element("<blockquote>", "</blockquote>", block)
        case .alert(let kind): alert(block, kind)
        case .table(let alignments): table(block, alignments)
        case .row: write(block.children, isTight: false)
        case .cell: write(block.inlines)
        case .code(let info, let text): code(info, text)
        case .html(let text): rawBlock(text)
        case .thematicBreak:
            startLine()
            bytes.append("<hr />\n")
        case .footnote(let number, let uses): footnote(block, number, uses, opensList: true, endsList: true)
        case .other: write(block.children, isTight: false)
        }
    }

    /// Ends the line, if one has begun.
    mutating func startLine() {
        if bytes.count > start, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func heading(_ block: Block, _ level: Int, _ anchor: String) {
        startLine()
        guard options.form == .page else {
            bytes.append("<h\(level)>")
            write(block.inlines)
            bytes.append("</h\(level)>\n")
            return
        }
        // The page's title is its only h1.
        let level = min(max(level, 2) + options.headingShift, 6)
        bytes.append("<h\(level) id=\"")
        bytes.append(escaping: options.idPrefix, apostrophes: true)
        bytes.append(escaping: anchor, apostrophes: true)
        bytes.append("\">\n")
        write(block.inlines)
        startLine()
        bytes.append("</h\(level)>\n")
    }

    private mutating func paragraph(_ block: Block, isTight: Bool) {
        if isTight { return write(block.inlines) }
        startLine()
        bytes.append("<p>")
        write(block.inlines)
        bytes.append("</p>\n")
    }

    private mutating func list(_ block: Block, _ style: Block.ListStyle) {
        startLine()
        switch style.start {
        case nil: bytes.append("<ul>\n")
        case 1?: bytes.append("<ol>\n")
        case let start?: bytes.append("<ol start=\"\(start)\">\n")
        }
        write(block.children, isTight: false)
        bytes.append(style.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func item(_ block: Block, _ checked: Bool?, isTight: Bool) {
        startLine()
        bytes.append("<li>")
        if let checked { taskBox(checked) }
        write(block.children, isTight: isTight)
        bytes.append("</li>\n")
    }

    private mutating func taskBox(_ isChecked: Bool) {
        guard options.form == .page else {
            bytes.append(#"<input type="checkbox"\#(isChecked ? #" checked="""# : "") disabled="" /> "#)
            return
        }
        bytes.append(#"<input type="checkbox"\#(isChecked ? " checked" : "") disabled aria-label=""#)
        bytes.append(escaping: isChecked ? options.labels.done : options.labels.open, apostrophes: true)
        bytes.append(#""> "#)
    }

    private mutating func element(_ open: String, _ close: String, _ block: Block) {
        startLine()
        bytes.append(open)
        startLine()
        write(block.children, isTight: false)
        startLine()
        bytes.append(close)
        startLine()
    }

    private mutating func alert(_ block: Block, _ kind: String) {
        guard options.form == .page else { return element("<blockquote>", "</blockquote>", block) }
        let title = HTMLText.escape(options.labels.alerts[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst())
        element(#"<div class="alert alert-\#(kind)" role="note"><p class="alert-title">\#(title)</p>"#, "</div>", block)
    }

    private mutating func code(_ info: String, _ text: String) {
        startLine()
        let language = info.utf8.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        if info.isEmpty {
            bytes.append("<pre><code>")
        } else {
            bytes.append("<pre><code class=\"language-")
            bytes.append(escaping: String(Substring(language)))
            bytes.append("\">")
        }
        bytes.append(escaping: text)
        bytes.append("</code></pre>\n")
    }

    private mutating func rawBlock(_ text: String) {
        if options.allowsHTML {
            startLine()
            TagFilter.append(resolved(text), to: &bytes)
            startLine()
            return
        }
        let words = RawHTML.text(of: text)
        guard !words.isEmpty else { return }
        startLine()
        bytes.append("<p>")
        bytes.append(escapingReferences: words)
        bytes.append("</p>\n")
    }
}
