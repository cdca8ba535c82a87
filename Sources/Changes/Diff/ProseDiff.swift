import Diagnostics
import Handbook
import Markdown

/// What a page's prose says, without how it is laid out: two pages of the same prose give the same lines.
struct Prose {
    private let page: Page
    private let links: LinkResolver
    private let key: (PageID) -> String
    private let citation: (Citation) -> String

    /// The prose of a page of the old handbook.
    init(old page: Page, _ correspondence: Correspondence) {
        self.page = page
        links = LinkResolver(correspondence.old)
        key = correspondence.key
        citation = { correspondence.citation(old: $0) }
    }

    /// The prose of a page of the new handbook.
    init(new page: Page, _ correspondence: Correspondence) {
        self.page = page
        links = LinkResolver(correspondence.new)
        key = \.slug
        citation = { correspondence.citation(new: $0) }
    }

    /// Its words, and where its links and citations lead.
    func lines(_ blocks: [Block]) -> [String] {
        var lines: [String] = []
        for block in blocks { add(block, to: &lines) }
        let spans = blocks.map(\.lines)
        for reference in page.document.references {
            guard let line = reference.location.line, spans.contains(where: { $0.contains(line) }) else { continue }
            if let target = target(reference.target) { lines.append(target) }
        }
        return lines
    }

    /// Everything in a body but lists in the sections that `known` names: those are compared item by item.
    func lines(of body: Body, without known: Set<SectionName>) -> [String] {
        var blocks = body.opening
        for section in body.sections {
            guard let name = section.known, known.contains(name) else {
                blocks.append(section.headingBlock)
                blocks += section.blocks
                continue
            }
            blocks += section.blocks.filter { block in
                switch block.kind {
                case .list: false
                case .heading: name != .eras
                default: true
                }
            }
        }
        return lines(blocks)
    }

    private func add(_ block: Block, to lines: inout [String]) {
        switch block.kind {
        case .code, .html: lines += block.lines.compactMap { page.source.line($0).map(String.init) }
        case .heading(let level, _): lines.append("\(level) \(Self.spaced(block.inlines.plainText))")
        case .item(let checked, _): lines.append(checked.map { $0 ? "item done" : "item open" } ?? "item")
        case .thematicBreak: lines.append("rule")
        default: if !block.inlines.isEmpty { lines.append(Self.spaced(block.inlines.plainText)) }
        }
        for child in block.children { add(child, to: &lines) }
    }

    /// How much white space stands between words means nothing.
    static func spaced(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func target(_ target: Reference.Target) -> String? {
        switch target {
        case .link(let url), .image(let url):
            switch links.resolve(url, in: page) {
            case .page(let id, let fragment): "link \(id.kind.rawValue) \(key(id)) \(fragment ?? "")"
            case .asset(let path, let fragment): "link \(path)\(fragment.map { "#\($0)" } ?? "")"
            case .missing(let path): "link \(path)"
            case .address(let address, let fragment): "link /\(address) \(fragment ?? "")"
            case .external, .forbidden, .local: "link \(url)"
            }
        case .wikiLink(let link):
            switch links.resolve(link, in: page) {
            case .page(let id, let fragment): "link \(id.kind.rawValue) \(key(id)) \(fragment ?? "")"
            case .file(let path, _): "link \(path)"
            case .noHeading, .ambiguous, .ambiguousFiles, .unknown: "link \(link.name)"
            }
        case .citation(let citation): "cites \(self.citation(citation))"
        case .html: nil
        }
    }
}
