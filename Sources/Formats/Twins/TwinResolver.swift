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
        if url.utf8.first == UInt8(ascii: "#") { return url }
        switch site.links.resolve(url, in: page) {
        case .page(let id, let fragment): return site.handbook.page(id).map { TwinLinks.target($0.address, fragment: fragment) }
        case .asset(let path, let fragment): return file(path, fragment)
        case .address(let address, let fragment):
            let anchor = fragment.map(Addresses.anchor) ?? ""
            switch Addresses.target(ofWritten: address) {
            case .page(let address):
                return twins.hasPage(at: address)
                    ? TwinLinks.target(address, fragment: fragment) : TwinLinks.file(address + "index.html") + anchor
            case .file(let path): return TwinLinks.file(path) + anchor
            }
        case .external(let address): return address
        case .forbidden, .local, .missing: return nil
        }
    }

    private func file(_ path: String, _ fragment: String?) -> String {
        TwinLinks.file(Addresses.output(ofAsset: path, contentRoot: site.handbook.contentRoot)) + (fragment.map(Addresses.anchor) ?? "")
    }

    func citations(_ citations: [Citation]) -> [Inline] { site.twinMarks(citations) }

    func wikiLink(_ link: WikiLink) -> [Inline] {
        switch site.links.resolve(link, in: page) {
        case .page(let id, let fragment):
            guard let target = site.handbook.page(id) else { return [.text(link.words)] }
            return [
                .link(Markdown.LinkTarget(TwinLinks.target(target.address, fragment: fragment)), [.text(link.label ?? target.title.value)])
            ]
        case .file(let path, let fragment):
            let target = Markdown.LinkTarget(file(path, fragment))
            return [link.isEmbed ? .image(target, alt: [.text(link.alternative)]) : .link(target, [.text(link.words)])]
        case .noHeading, .ambiguous, .ambiguousFiles, .unknown: return [.text(link.words)]
        }
    }

    /// The footnotes of a page are in its own twin.
    func footnoteReference(_ number: Int, use: Int) -> [Inline] {
        if page.address == address { return [.footnoteReference(number: number, use: use)] }
        return [.link(Markdown.LinkTarget(TwinLinks.target(page.address)), [.text("[^\(number)]")])]
    }

    /// Comments are left out. So are all tags where the settings do not allow HTML, but not the text between them.
    func html(_ html: String) -> [Inline] {
        if html.hasPrefix("<!--") { return [] }
        if site.handbook.settings.allowsHTML { return [.html(resolved(html))] }
        return RawHTML.isLineBreak(html) ? [.lineBreak] : []
    }

    /// Raw HTML with its addresses as they are from the twin.
    private func resolved(_ html: String) -> String { RawAddresses.rewritten(html) { target(of: $1) } }

    func block(ofHTML block: Block) -> [Block] {
        guard case .html(let html) = block.kind else { return [block] }
        if site.handbook.settings.allowsHTML {
            let html = resolved(HTMLComments.removed(from: html))
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
