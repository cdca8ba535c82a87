/// HTML and gaps that stand in a tree as marks while the library renders it: a mark is text to the library, which
/// prints it as it is wherever text may stand.
struct Gaps {
    private var contents: [[RichText.Segment]] = []

    /// Stands around a mark's number. No text holds it: see `isForbiddenControl` and `takeMarks`.
    private static let fence: UInt8 = 0x01

    /// The mark of some HTML and gaps.
    mutating func mark(_ segments: [RichText.Segment]) -> String {
        contents.append(segments)
        let fence = String(Unicode.Scalar(Self.fence))
        return "\(fence)\(contents.count - 1)\(fence)"
    }

    /// A text node that holds the mark.
    mutating func text(_ segments: [RichText.Segment]) -> CMarkTree.Node? { CMarkTree.text(mark(segments)) }

    /// Cuts the library's HTML at its marks.
    func cut(_ html: String) -> RichText {
        guard html.utf8.contains(Self.fence) else { return RichText(segments: html.isEmpty ? [] : [.html(html)]) }
        var segments: [RichText.Segment] = []
        var plain = ""
        for (index, part) in html.utf8.split(separator: Self.fence, omittingEmptySubsequences: false).enumerated() {
            let part = Substring(part)
            guard !index.isMultiple(of: 2) else {
                plain += part
                continue
            }
            guard let number = Int(part), contents.indices.contains(number) else { continue }
            for segment in contents[number] {
                switch segment {
                case .html(let text): plain += text
                case .slot:
                    if !plain.isEmpty { segments.append(.html(plain)) }
                    plain = ""
                    segments.append(segment)
                }
            }
        }
        if !plain.isEmpty { segments.append(.html(plain)) }
        return RichText(segments: segments)
    }
}

/// Numbers the uses of footnotes, so that each has an id and a way back.
struct Footnotes {
    private var uses: [String: Int] = [:]

    /// A reference in the text. Ids begin with a gap, since one page of the site may show several documents.
    mutating func reference(to number: String) -> [RichText.Segment] {
        let use = uses[number, default: 0] + 1
        uses[number] = use
        let words = RichText.escape(number)
        return [
            .html(#"<sup class="footnote-ref"><a id=""#), .slot(.footnotePrefix), .html("\(Self.id(words, use))\" href=\"#"),
            .slot(.footnotePrefix), .html(#"fn-\#(words)" role="doc-noteref">\#(words)</a></sup>"#),
        ]
    }

    /// The links from a footnote back to each of its uses.
    func back(to number: Int, label: String) -> [RichText.Segment] {
        let count = uses[String(number)] ?? 0
        guard count > 0 else { return [] }
        return (1...count).flatMap { use -> [RichText.Segment] in
            let words = use == 1 ? "↩" : "↩<sup>\(use)</sup>"
            let label = RichText.escape(use == 1 ? label : "\(label) \(use)")
            return [
                .html(##" <a class="footnote-back" href="#"##), .slot(.footnotePrefix),
                .html(#"\#(Self.id(String(number), use))" role="doc-backlink" aria-label="\#(label)">\#(words)</a>"#),
            ]
        }
    }

    private static func id(_ number: String, _ use: Int) -> String { "fnref-\(number)\(use > 1 ? "-\(use)" : "")" }
}
