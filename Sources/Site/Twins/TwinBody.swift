import Handbook
import Markdown

/// What an author wrote, as Markdown: the source as it is stored, its links led to twins, its citations made links.
struct TwinBody {
    let page: Page
    let context: PageContext
    let twins: Twins

    /// The body without the heading that gives the title.
    var lines: [String] { lines(of: nil) }

    /// Some of its blocks, each followed by an empty line; all of the body where none are given.
    func lines(of blocks: [Block]?) -> [String] {
        guard !page.document.blocks.isEmpty else { return [] }
        let first = page.split.bodyLine
        let source = page.bodyWithoutComments.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var code = Set<Int>()
        var dropped = Set<Int>()
        if let title = page.titleBlock { dropped.formUnion(title.lines) }
        for block in page.document.blocks { gather(block, &code, &dropped) }
        let rewriter = rewriter
        var text: [String] = []
        // Lines that are of one kind, code or not.
        var run: [String] = []
        var isCode = false
        func close() {
            guard !run.isEmpty else { return }
            defer { run = [] }
            let lines = run.joined(separator: "\n")
            if isCode {
                text.append(lines)
            } else {
                // Empty lines at both ends become one.
                let parts = rewriter.rewrite(lines.replacing(#/<!--\s*-->/#, with: "")).split(
                    separator: "\n",
                    omittingEmptySubsequences: false
                )
                let kept = parts.indices.filter { !parts[$0].allSatisfy(\.isWhitespace) }
                guard let first = kept.first, let last = kept.last else { return text.append("") }
                text += (first > parts.startIndex ? [""] : []) + [parts[first...last].joined(separator: "\n")]
                if last < parts.endIndex - 1 { text.append("") }
            }
        }
        func add(_ range: Range<Int>) {
            for index in range where source.indices.contains(index) {
                let line = index + first
                if dropped.contains(line) { continue }
                if code.contains(line) != isCode {
                    close()
                    isCode.toggle()
                }
                run.append(source[index])
            }
        }
        if let blocks {
            for block in blocks {
                add((block.lines.lowerBound - first)..<(block.lines.upperBound - first + 1))
                close()
                text.append("")
            }
        } else {
            add(source.indices)
            close()
        }
        return text + [""]
    }

    /// The lines of code, and those of raw HTML where that is not shown.
    private func gather(_ block: Block, _ code: inout Set<Int>, _ dropped: inout Set<Int>) {
        switch block.kind {
        case .code: code.formUnion(block.lines)
        case .html where !context.handbook.settings.allowsHTML: dropped.formUnion(block.lines)
        default: for child in block.children { gather(child, &code, &dropped) }
        }
    }

    private var rewriter: LinkRewriter {
        let (page, context, twins) = (page, context, twins)
        return LinkRewriter(
            page.document,
            link: { url in
                if url.hasPrefix("#") { return .to(url) }
                switch context.site.links.resolve(url, in: page) {
                case .page(let id, let fragment):
                    return context.handbook.page(id).map { .to(TwinLinks.target($0.address, fragment: fragment)) } ?? .nowhere
                case .forbidden, .missing: return .nowhere
                case .external(let address): return .to(address.replacing("(", with: "%28").replacing(")", with: "%29"))
                case .asset, .address:
                    guard let href = context.address(of: url, in: page)?.href else { return .nowhere }
                    return TwinLinks.target(ofHTML: href, twins).map { .to($0) } ?? .nowhere
                }
            },
            citations: { MarkdownExport(context: context, isLinked: true).marks($0).trimmingWhitespace },
            wikiLink: { link in
                guard case .found(let id) = context.handbook.names.resolve(link.target), let target = context.handbook.page(id) else {
                    return MarkdownText.escaped(link.label ?? link.target)
                }
                let words = MarkdownText.escaped(link.label ?? target.title.value)
                return "[\(words)](\(TwinLinks.target(target.address, fragment: link.fragment)))"
            }
        )
    }
}
