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
    private var locator: Locator
    private var references: [Reference] = []
    private var headings: [Heading] = []
    private var anchors = Anchors()
    private var nextID = 0
    private var findings = Findings()
    /// How many references each footnote has, by its number.
    private var footnoteUses: [Int: Int] = [:]

    /// Reads the body of a page. Over a limit, or out of memory, the document is empty and a finding says why.
    public static func read(_ page: SplitPage, in source: SourceText, into findings: inout Findings) -> Document {
        if let over = MarkdownLimits.check(page.body, in: source, firstLine: page.bodyLine) {
            findings.add(over)
            return .empty
        }
        guard let tree = CMarkTree(page.body, allowHTML: true) else {
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
        tree.takeMarks()
        var reader = DocumentReader(source: source, firstLine: page.bodyLine, tree: tree)
        // Read first: numbering footnotes needs the count of all references.
        let read = tree.root.children.map { reader.block($0) }
        let blocks = reader.numbered(read)
        findings.add(contentsOf: reader.findings)
        let footnotes = blocks.count { $0.isFootnote }
        return Document(blocks: blocks, headings: reader.headings, references: reader.references, footnotes: footnotes)
    }

    private init(source: SourceText, firstLine: Int, tree: CMarkTree) {
        self.source = source
        self.firstLine = firstLine
        self.tree = tree
        locator = Locator(source)
    }

    private mutating func block(_ node: CMarkTree.Node) -> Block {
        let id = nextID
        nextID += 1
        let lines = lines(of: node)
        switch node.kind {
        case .heading:
            let inlines = inlines(of: node, lines)
            let anchor = heading(node, inlines, lines)
            return Block(id: id, kind: .heading(level: node.headingLevel, anchor: anchor), lines: lines, inlines: inlines)
        case .paragraph, .cell:
            let kind: Block.Kind = node.kind == .cell ? .cell : .paragraph
            return Block(id: id, kind: kind, lines: lines, inlines: inlines(of: node, lines))
        case .html:
            references.append(Reference(target: .html(node.literal), location: source.location(line: lines.lowerBound)))
            return Block(id: id, kind: .html(node.literal), lines: lines)
        default:
            return Block(id: id, kind: kind(of: node), lines: lines, children: node.children.map { block($0) })
        }
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
        case .quote: tree.alerts[node].map { .alert(kind: $0) } ?? .quote
        case .table: .table(node.columnAlignments)
        case .row: .row(isHeader: false)
        case .headerRow: .row(isHeader: true)
        case .code: .code(info: node.codeInfo, text: node.literal)
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

    private func lines(of node: CMarkTree.Node) -> ClosedRange<Int> {
        let last = max(firstLine, source.lines.count)
        let start = min(max(node.startLine, 1) + firstLine - 1, last)
        let end = min(max(node.endLine + firstLine - 1, start), last)
        return start...end
    }

    private mutating func heading(_ node: CMarkTree.Node, _ inlines: [Inline], _ lines: ClosedRange<Int>) -> String {
        let text = inlines.plainText
        let anchor: String
        if let own = tree.anchors[node] {
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
            Heading(level: node.headingLevel, text: text, anchor: anchor, location: source.location(line: lines.lowerBound))
        )
        return anchor
    }

    // MARK: - Inlines

    private mutating func inlines(of node: CMarkTree.Node, _ lines: ClosedRange<Int>) -> [Inline] {
        node.runs.flatMap { run in
            switch run {
            case .text(let words, _): text(words, lines)
            case .other(let node): inline(node, lines)
            }
        }
    }

    private mutating func inline(_ node: CMarkTree.Node, _ lines: ClosedRange<Int>) -> [Inline] {
        switch node.kind {
        case .inlineCode: return [.code(node.literal)]
        case .lineBreak: return [.lineBreak]
        case .emphasis: return [.emphasis(inlines(of: node, lines))]
        case .strong: return [.strong(inlines(of: node, lines))]
        case .strikethrough: return [.strikethrough(inlines(of: node, lines))]
        case .footnoteReference:
            let number = Int(node.literal) ?? 0
            footnoteUses[number, default: 0] += 1
            return [.footnoteReference(number: number, use: footnoteUses[number] ?? 1)]
        case .inlineHTML:
            let start = node.literal.split(separator: "\n").first.map(String.init) ?? ""
            references.append(Reference(target: .html(node.literal), location: locator.locate([start], in: lines)))
            return [.html(node.literal)]
        case .link:
            references.append(Reference(target: .link(node.url), location: locator.locate(Self.needles(for: node), in: lines)))
            return [.link(LinkTarget(node.url, title: node.title), inlines(of: node, lines))]
        case .image:
            references.append(Reference(target: .image(node.url), location: locator.locate(Self.needles(for: node), in: lines)))
            return [.image(LinkTarget(node.url, title: node.title), alt: inlines(of: node, lines))]
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

    private mutating func text(_ text: String, _ lines: ClosedRange<Int>) -> [Inline] {
        InlinePiece.split(text).flatMap { piece -> [Inline] in
            switch piece {
            case .text(let words), .mention(let words, _): return Self.lines(of: words)
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

    private static func lines(of words: String) -> [Inline] {
        guard words.utf8.contains(0x0A) else { return [.text(words)] }
        var inlines: [Inline] = []
        for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { inlines.append(.softBreak) }
            if !line.isEmpty { inlines.append(.text(String(line))) }
        }
        return inlines
    }
}
