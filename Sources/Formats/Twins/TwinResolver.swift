import Handbook
import Markdown

/// Resolves what a page names for a twin, whose links lead to twins.
///
/// A class, since writers hold one each for every run of text.
final class TwinResolver: MarkdownResolver {
    /// The page that an author wrote.
    let page: Page
    /// The address of the page whose twin is written.
    let address: String
    let twins: Twins

    init(page: Page, address: String, twins: Twins) { (self.page, self.address, self.twins) = (page, address, twins) }

    private var site: SiteContent { twins.site }

    func link(_ target: Markdown.LinkTarget) -> Markdown.LinkTarget? {
        self.target(of: target.url).map { Markdown.LinkTarget($0, title: target.title) }
    }

    func image(_ target: Markdown.LinkTarget) -> Markdown.LinkTarget? { link(target) }

    private func target(of url: String) -> String? {
        if url.hasPrefix("#") { return url }
        switch site.links.resolve(url, in: page) {
        case .page(let id, let fragment): return site.handbook.page(id).map { TwinLinks.target($0.address, fragment: fragment) }
        case .asset(let path): return TwinLinks.file(Addresses.output(ofAsset: path, contentRoot: site.handbook.contentRoot))
        case .address(let address, _):
            switch Addresses.target(ofWritten: address) {
            case .page(let address):
                return twins.hasPage(at: address) ? TwinLinks.target(address) : TwinLinks.file(address + "index.html")
            case .file(let path): return TwinLinks.file(path)
            }
        case .external(let address): return address
        case .forbidden, .missing: return nil
        }
    }

    func citations(_ citations: [Citation]) -> [Inline] { site.twinMarks(citations) }

    func wikiLink(_ link: WikiLink) -> [Inline] {
        guard case .found(let id) = site.handbook.names.resolve(link.target), let target = site.handbook.page(id) else {
            return [.text(link.label ?? link.target)]
        }
        return [
            .link(Markdown.LinkTarget(TwinLinks.target(target.address, fragment: link.fragment)), [.text(link.label ?? target.title.value)])
        ]
    }

    /// The footnotes of a page are in its own twin.
    func footnoteReference(_ number: Int, use: Int) -> [Inline] {
        if page.address == address { return [.footnoteReference(number: number, use: use)] }
        return [.link(Markdown.LinkTarget(TwinLinks.target(page.address)), [.text("[^\(number)]")])]
    }

    /// Comments are left out. So are all tags where the settings do not allow HTML, but not the text between them.
    func html(_ html: String) -> [Inline] {
        if html.hasPrefix("<!--") { return [] }
        if site.handbook.settings.allowsHTML { return [.html(html)] }
        return RawHTML.isLineBreak(html) ? [.lineBreak] : []
    }

    func block(ofHTML block: Block) -> [Block] {
        guard case .html(let html) = block.kind else { return [block] }
        if site.handbook.settings.allowsHTML {
            let html = HTMLComments.removed(from: html)
            return html.isEmpty ? [] : [Block(id: block.id, kind: .html(html), lines: block.lines)]
        }
        let text = RawHTML.plainText(of: html)
        return text.isEmpty ? [] : [Block(id: block.id, kind: .paragraph, lines: block.lines, inlines: [.text(text)])]
    }
}

extension SiteContent {
    /// The marks of citations in a twin: the sources' numbers, each once, as links to the twins of their pages.
    func twinMarks(_ citations: [Citation]) -> [Inline] {
        var marks: [Inline] = []
        var seen: Set<Citation> = []
        for citation in citations where seen.insert(citation).inserted {
            guard let source = handbook.source(citation.key) else { continue }
            let words = [String(source.number), citation.locator].compactMap(\.self).joined(separator: ", ")
            if !marks.isEmpty { marks.append(.text(" ")) }
            marks.append(.link(Markdown.LinkTarget(TwinLinks.target(source.page.address)), [.text("[\(words)]")]))
        }
        return marks
    }
}

/// Comments in a block of raw HTML.
private enum HTMLComments {
    /// The HTML without comments, and without the lines that hold nothing else; a blank line would end the block.
    static func removed(from html: String) -> String {
        guard html.contains("<!--") else { return html }
        var kept = ""
        var rest = html[...]
        while let open = rest.firstRange(of: "<!--") {
            kept += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        }
        kept += rest
        let lines = kept.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        return lines.map { $0 + "\n" }.joined()
    }
}
