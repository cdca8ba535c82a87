import Diagnostics
import Testing

@testable import Markdown

/// A page read and rendered, with what was found in it.
struct ReadPage {
    let source: SourceText
    let split: SplitPage
    let document: Document
    let findings: Findings

    init(_ text: String, path: String = "page.md") {
        var findings = Findings()
        source = SourceText.decode(Array(text.utf8), path: path, into: &findings)
        split = SplitPage(source, into: &findings)
        document = DocumentReader.read(split, in: source, into: &findings)
        self.findings = findings
    }

    /// The document with first mentions marked.
    func document(marking mentions: [(name: String, key: String)], ownKey: String? = nil) -> Document {
        document.marking(Mentions(mentions), ownKey: ownKey)
    }

    /// The whole page's HTML as `shown`.
    func html(_ options: HTMLOptions = HTMLOptions()) -> String { document.blocks.html(options) }

    /// What is inside a block, as `shown`.
    func contents(of block: Block, _ options: HTMLOptions = HTMLOptions()) -> String {
        var writer = HTMLWriter(ShownDestinations(), options: options)
        writer.writeContents(of: block)
        return writer.shown
    }

    /// Every block, those inside others included, in order.
    var everyBlock: [Block] {
        func all(_ blocks: [Block]) -> [Block] { blocks.flatMap { [$0] + all($0.children) } }
        return all(document.blocks)
    }

    /// "rule line:column" of each finding.
    var told: [String] { findings.told }
}

extension Findings {
    /// "rule line:column" of each finding.
    var told: [String] { sorted.map { "\($0.rule.id) \($0.location?.shown ?? "-")" } }
}

extension Location {
    /// `line:column-end`, as far as known.
    var shown: String {
        let place = [line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
        return place + (columns.first.map { $0.count > 1 ? "-\($0.upperBound - 1)" : "" } ?? "")
    }
}

extension Sequence<Block> {
    /// Their HTML as `shown`.
    func html(_ options: HTMLOptions = HTMLOptions()) -> String {
        var writer = HTMLWriter(ShownDestinations(), options: options)
        writer.write(Array(self))
        return writer.shown
    }
}

/// Resolves everything to the names that the text has.
private struct ShownDestinations: HTMLDestinations {
    var footnotePrefix: String { "p-" }
    func footnote(_ anchor: String) -> String? { nil }
    func link(_ url: String) -> HTMLLink? { HTMLLink(href: "link \(url)") }
    func image(_ url: String) -> HTMLImage { HTMLImage(src: "image \(url)") }
    func citation(_ citation: Citation) -> HTMLCitation? {
        HTMLCitation(href: citation.key + (citation.locator.map { ":\($0)" } ?? ""), number: 1, label: "")
    }
    func wikiLink(_ link: WikiLink) -> (href: String, title: String)? {
        ("wiki \(link.target)\(link.fragment.map { "#\($0)" } ?? "")", "")
    }
    func mention(_ key: String) -> String? { key }
}

extension HTMLWriter {
    /// The HTML with each thing that was resolved as a word in braces: `{link x}`, `{cite a+b}`, `{wiki A#b|label}`,
    /// `{key=words}`.
    fileprivate var shown: String {
        html.replacing(/<a class="cite" href="([^"]*)"[^>]*>1<\/a>/) { "+\($0.1)" }
            .replacing(/<span class="cites">\+([^<]*)<\/span>/) { "{cite \($0.1)}" }
            .replacing(/<a class="mention" href="([^"]*)">([^<]*)<\/a>/) { "{\($0.1)=\($0.2)}" }
            .replacing(/<a href="(wiki [^"]*)">([^<]*)<\/a>/) { $0.2.isEmpty ? "{\($0.1)}" : "{\($0.1)|\($0.2)}" }
            .replacing(/(?:href|src)="((?:link|image) [^"]*)"(?: title="([^"]*)")?/) { match in
                "{\(match.1)\(match.2.map { " '\($0)'" } ?? "")}"
            }
    }
}

/// A body as HTML, as `shown`.
func html(_ markdown: String, _ options: HTMLOptions = HTMLOptions()) -> String { ReadPage(markdown).html(options) }
