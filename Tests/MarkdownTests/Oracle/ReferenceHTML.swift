import CMarkGFM
import Foundation

@testable import Markdown

/// The HTML that cmark-gfm writes: what the writer is compared with.
enum ReferenceHTML {
    /// cmark-gfm's own HTML, with raw HTML kept.
    static func of(_ markdown: String) -> String? {
        guard let tree = CMarkTree(markdown),
            let text = cmark_render_html(tree.root, CMarkTree.options, cmark_parser_get_syntax_extensions(tree.parser))
        else { return nil }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return numbered(String(cString: text))
    }

    /// Footnotes named by their numbers. cmark-gfm names them by their labels, which a document does not keep.
    private static func numbered(_ html: String) -> String {
        guard html.contains("data-footnotes") else { return html }
        var numbers: [String: Int] = [:]
        for match in html.matches(of: /<li id="fn-([^"]*)">/) { numbers[String(match.1), default: 0] = numbers.count + 1 }
        return html.replacing(/"(#?fn(?:ref)?-)([^"]*)"/) { match in
            let name = String(match.2)
            if let number = numbers[name] { return "\"\(match.1)\(number)\"" }
            guard let dash = name.lastIndex(of: "-"), let number = numbers[String(name[..<dash])] else { return String(match.0) }
            return "\"\(match.1)\(number)\(name[dash...])\""
        }
    }

    /// Marks of our own as text that neither side reads: cmark-gfm knows none of them.
    static func withoutMarks(_ markdown: String) -> String {
        markdown.replacing("[@", with: "(@").replacing("[[", with: "((").replacing("{#", with: "(#")
            .replacing(/\[!(note|tip|important|warning|caution)\]/.ignoresCase()) { "(!\($0.1))" }
    }
}

/// Resolves nothing: in the reference form, the writer asks for nothing.
struct NoDestinations: HTMLDestinations {
    var footnotePrefix: String { "" }
    func footnote(_ anchor: String) -> String? { nil }
    func link(_ url: String) -> HTMLLink? { nil }
    func image(_ url: String) -> HTMLImage { HTMLImage(src: "") }
    func citation(_ citation: Citation) -> HTMLCitation? { nil }
    func wikiLink(_ link: WikiLink) -> (href: String, title: String)? { nil }
    func mention(_ key: String) -> String? { nil }
}

extension Document {
    /// What the writer makes of the document with adjustments switched off.
    var referenceHTML: String {
        var writer = HTMLWriter(NoDestinations(), options: HTMLOptions(form: .reference, allowsHTML: true))
        writer.write(blocks)
        return writer.html
    }
}
