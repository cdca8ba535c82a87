import CMarkGFM
import Diagnostics

extension Rule {
    /// An anchor that two headings of a page claim.
    public static let duplicateAnchor = Rule("duplicate-anchor", .error, "an anchor is set once in a page")
}

/// Turns a page's body into values.
public struct DocumentReader {
    private let source: SourceText
    private let firstLine: Int
    private let tree: CMarkTree
    /// Lines whose rows stand in the place of comments.
    private let bridges: Set<Int>
    private var locator: Locator
    private var references: [Reference] = []
    private var headings: [Heading] = []
    private var anchors = Anchors()
    private var nextID = 0
    private var findings = Findings()
    /// How many references each footnote has, by its number.
    private var footnoteUses: [Int: Int] = [:]
    /// Whether the current node is in a table's cell.
    private var isInCell = false
    /// How many images the current node is in.
    private var imagesAround = 0

    /// Reads the body of a page. Over a limit, or out of memory, the document is empty and a finding says why.
    public static func read(_ page: SplitPage, in source: SourceText, into findings: inout Findings) -> Document {
        if let over = MarkdownLimits.check(page.body, in: source, firstLine: page.bodyLine) {
            findings.add(over)
            return .empty
        }
        guard let tree = CMarkTree(page.body) else {
            findings.add(Rule.markdownLimit("memory ran out on this page", at: source.location(), help: "split the page"))
            return .empty
        }
        let depth = tree.depth
        guard depth <= MarkdownLimits.depth else {
            findings.add(
                Rule.markdownLimit(
                    "nested \(depth) deep, more than \(MarkdownLimits.depth)",
                    at: source.location(line: page.bodyLine),
                    help: "make the page flatter"
                )
            )
            return .empty
        }
        var reader = DocumentReader(source: source, firstLine: page.bodyLine, tree: tree, bridges: page.bridges)
        // Read first: numbering footnotes needs the count of all references.
        let read = tree.root.children.map { reader.block($0) }
        let blocks = reader.numbered(read)
        findings.add(contentsOf: reader.findings)
        let footnotes = blocks.count { $0.isFootnote }
        return Document(blocks: blocks, headings: reader.headings, references: reader.references, footnotes: footnotes)
    }

    private init(source: SourceText, firstLine: Int, tree: CMarkTree, bridges: Set<Int>) {
        self.source = source
        self.firstLine = firstLine
        self.tree = tree
        self.bridges = bridges
        locator = Locator(source)
    }

    mutating func block(_ node: CMarkTree.Node) -> Block {
        let id = takeID()
        let lines = lines(of: node)
        switch node.kind {
        case .heading:
            let own = explicitAnchor(of: node)
            let inlines = inlines(of: own?.kept ?? node.children, followedBy: own?.text ?? "", lines)
            let anchor = heading(node, own?.id, inlines, lines)
            return Block(id: id, kind: .heading(level: node.headingLevel, anchor: anchor), lines: lines, inlines: inlines)
        case .paragraph, .cell:
            isInCell = node.kind == .cell
            defer { isInCell = false }
            if !isInCell { add(Lookalikes(source).headings(in: lines, isFirst: id == 0)) }
            let kind: Block.Kind = isInCell ? .cell : .paragraph
            return Block(id: id, kind: kind, lines: lines, inlines: inlines(of: node, lines))
        case .quote:
            guard let alert = alert(node) else {
                return Block(id: id, kind: .quote, lines: lines, children: node.children.map { block($0) })
            }
            return Block(id: id, kind: .alert(kind: alert.kind), lines: lines, children: children(of: alert))
        case .html:
            reportUnclosedComment(node.literal, lines)
            references.append(Reference(target: .html(node.literal), location: source.location(line: lines.lowerBound)))
            return Block(id: id, kind: .html(node.literal), lines: lines)
        case .table where !bridges.isEmpty:
            let rows = node.children.filter { !bridges.contains(self.lines(of: $0).lowerBound) }
            return Block(id: id, kind: kind(of: node), lines: lines, children: rows.map { block($0) })
        default:
            return Block(id: id, kind: kind(of: node), lines: lines, children: node.children.map { block($0) })
        }
    }

    /// A comment without an end goes on to the end of the page, and takes all of it with it.
    private mutating func reportUnclosedComment(_ html: String, _ lines: ClosedRange<Int>) {
        guard let open = html.firstRange(of: "<!--"), !html[open.upperBound...].contains("-->"),
            html[..<open.lowerBound].allSatisfy(\.isWhitespace)
        else { return }
        findings.add(
            Rule.unclosedComment(
                "a comment has no end, so nothing below it is shown",
                at: source.location(line: lines.lowerBound),
                help: "put --> where the comment ends"
            )
        )
    }

    /// The number of the next block.
    mutating func takeID() -> Int {
        defer { nextID += 1 }
        return nextID
    }

    /// Footnotes with their numbers, when every reference has been counted: the library gives them in the order of their
    /// first references.
    private func numbered(_ blocks: [Block]) -> [Block] {
        var number = 0
        return blocks.map { block in
            guard block.isFootnote else { return block }
            number += 1
            let kind = Block.Kind.footnote(number: number, uses: footnoteUses[number] ?? 0)
            return Block(id: block.id, kind: kind, lines: block.lines, children: block.children)
        }
    }

    private func kind(of node: CMarkTree.Node) -> Block.Kind {
        switch node.kind {
        case .list: .list(node.listStyle)
        case .item: item(node)
        case .table: .table(node.columnAlignments)
        case .row: .row(isHeader: false)
        case .headerRow: .row(isHeader: true)
        case .code: .code(info: cleaned(node.codeInfo), text: node.literal)
        case .thematicBreak: .thematicBreak
        case .footnote: .footnote(number: 0, uses: 0)
        default: .other
        }
    }

    private func item(_ node: CMarkTree.Node) -> Block.Kind {
        let isTask = cmark_node_get_type_string(node).map { String(cString: $0) } == "tasklist"
        return .item(
            checked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil,
            isTight: cmark_node_parent(node).map { cmark_node_get_list_tight($0) != 0 } ?? true
        )
    }

    func lines(of node: CMarkTree.Node) -> ClosedRange<Int> {
        let last = max(firstLine, source.lines.count)
        let start = min(max(node.startLine, 1) + firstLine - 1, last)
        let end = min(max(node.endLine + firstLine - 1, start), last)
        return start...end
    }

    private mutating func heading(_ node: CMarkTree.Node, _ own: String?, _ inlines: [Inline], _ lines: ClosedRange<Int>) -> String {
        let text = inlines.plainText
        let anchor: String
        if let own {
            anchor = own
            if !anchors.take(own) {
                findings.add(
                    Rule.duplicateAnchor(
                        "'#\(own)' is the anchor of another heading here",
                        at: source.locate("{#\(own)}", in: lines),
                        help: "give this heading another id"
                    )
                )
            }
        } else {
            anchor = anchors.anchor(for: text)
        }
        headings.append(
            Heading(
                level: node.headingLevel,
                text: text,
                anchor: anchor,
                isAnchorExplicit: own != nil,
                location: source.location(line: lines.lowerBound)
            )
        )
        return anchor
    }

    // MARK: - Inlines

    private mutating func inlines(of node: CMarkTree.Node, _ lines: ClosedRange<Int>) -> [Inline] {
        inlines(of: node.children, lines)
    }

    /// Nodes, and text behind them, as inlines. Text and soft breaks are taken together: a citation may span a line's end.
    mutating func inlines(of nodes: [CMarkTree.Node], followedBy last: String = "", _ lines: ClosedRange<Int>) -> [Inline] {
        var inlines: [Inline] = []
        var running = ""
        for node in nodes {
            switch node.kind {
            case .text: running += cleaned(node.literal)
            case .softBreak: running += "\n"
            default:
                if !running.isEmpty { inlines += text(running, lines) }
                running = ""
                inlines += inline(node, lines)
            }
        }
        running += last
        if !running.isEmpty { inlines += text(running, lines) }
        return inlines
    }

    /// What was written as character references, cleaned as decoding cleans the source.
    func cleaned(_ text: String) -> String { tree.hasEntities ? text.cleaned : text }

    private func target(_ node: CMarkTree.Node) -> LinkTarget { LinkTarget(cleaned(node.url), title: cleaned(node.title)) }

    private mutating func inline(_ node: CMarkTree.Node, _ lines: ClosedRange<Int>) -> [Inline] {
        switch node.kind {
        case .inlineCode: return [.code(node.literal)]
        case .lineBreak: return [.lineBreak]
        case .emphasis: return [.emphasis(inlines(of: node, lines))]
        case .strong: return [.strong(inlines(of: node, lines))]
        case .strikethrough: return [.strikethrough(inlines(of: node, lines))]
        case .footnoteReference:
            // No element stands in the text for an image, so no link could lead back there.
            guard imagesAround == 0 else { return [] }
            let number = Int(node.literal) ?? 0
            footnoteUses[number, default: 0] += 1
            return [.footnoteReference(number: number, use: footnoteUses[number] ?? 1)]
        case .inlineHTML:
            let start = node.literal.split(separator: "\n").first.map(String.init) ?? ""
            references.append(Reference(target: .html(node.literal), location: locator.locate([start], in: lines)))
            return [.html(node.literal)]
        case .link:
            let target = target(node)
            references.append(Reference(target: .link(target.url), location: locator.locate(Self.needles(for: node), in: lines)))
            return [.link(target, inlines(of: node, lines))]
        case .image:
            let target = target(node)
            references.append(Reference(target: .image(target.url), location: locator.locate(Self.needles(for: node), in: lines)))
            imagesAround += 1
            defer { imagesAround -= 1 }
            return [.image(target, alt: inlines(of: node, lines))]
        default: return inlines(of: node, lines)
        }
    }

    /// How a link or an image may stand in the text: by its address, or, where a definition gives that, by its words.
    private static func needles(for node: CMarkTree.Node) -> [String] {
        let url = node.url
        let words = node.children.first.map { $0.kind == .text ? $0.literal : "" } ?? ""
        // Autolinks add `http://` or `mailto:` to what is written.
        if !words.isEmpty, url.hasSuffix(words) { return [words] }
        return [url, words]
    }

    private mutating func add(_ found: [Diagnostic]) {
        for finding in found { findings.add(finding) }
    }

    private mutating func text(_ text: String, _ lines: ClosedRange<Int>) -> [Inline] {
        InlinePiece.split(text).flatMap { piece -> [Inline] in
            switch piece {
            case .text(let words), .mention(let words, _):
                add(Lookalikes(source).links(in: words, lines, isCell: isInCell))
                return [Inline](words)
            case .citations(let citations, _):
                for citation in citations {
                    let place = locator.locate(["@\(citation.key)"], in: lines) { next in
                        next.map { [0x20, 0x09, 0x2C, 0x3B, 0x5D].contains($0) } ?? true
                    }
                    references.append(Reference(target: .citation(citation), location: place))
                }
                return [.citations(citations)]
            case .wikiLink(let link, let raw):
                let start = raw.split(separator: "\n").first.map(String.init) ?? raw
                // In a table `|` is written `\|`.
                let place = locator.locate([start, start.replacing("|", with: "\\|")], in: lines)
                references.append(Reference(target: .wikiLink(link), location: place))
                return [.wikiLink(link)]
            }
        }
    }
}

extension [Inline] {
    /// Running text, with line ends as soft breaks.
    init(_ words: String) {
        guard words.utf8.contains(0x0A) else {
            self = [.text(words)]
            return
        }
        self = []
        for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { append(.softBreak) }
            if !line.isEmpty { append(.text(String(line))) }
        }
    }
}
