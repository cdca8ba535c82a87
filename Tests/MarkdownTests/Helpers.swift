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

    func rendered(_ options: Renderer.Options = Renderer.Options()) -> Renderer.Rendered {
        Renderer.render(split, document: document, options: options)
    }

    /// The whole page's HTML, gaps shown as `{…}`.
    func html(_ options: Renderer.Options = Renderer.Options()) -> String {
        rendered(options).blocks(document.blocks).shown
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

extension RichText {
    /// HTML with each gap as a word in braces.
    var shown: String {
        html { slot in
            switch slot {
            case .link(let url, let title): " {link \(url)\(title.isEmpty ? "" : " '\(title)'")}"
            case .image(let url, let title): " {image \(url)\(title.isEmpty ? "" : " '\(title)'")}"
            case .citations(let found): "{cite \(found.map { $0.key + ($0.locator.map { ":\($0)" } ?? "") }.joined(separator: "+"))}"
            case .wikiLink(let link): "{wiki \(link.target)\(link.fragment.map { "#\($0)" } ?? "")\(link.label.map { "|\($0)" } ?? "")}"
            case .mention(let words, let key): "{\(key)=\(words)}"
            case .footnotePrefix: "p-"
            }
        }
    }
}

/// A body as HTML, gaps shown as words.
func html(_ markdown: String, _ options: Renderer.Options = Renderer.Options()) -> String { ReadPage(markdown).html(options) }
