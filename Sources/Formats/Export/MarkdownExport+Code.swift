import Handbook
import Markdown

/// Texts of an export are without markup, apart from code: in a span of code signs are literal, and `[[x]]` is not a link.
extension MarkdownExport {
    /// An item's text without its lead, as Markdown.
    func text(of item: Item) -> String {
        let opensItem = item.lead == nil
        guard item.block.inlinesOfText.contains(where: \.holdCode) else { return MarkdownText.escaped(item.text, opensItem: opensItem) }
        return Self.words(item.blockWithoutLead.inlinesOfText, opensItem: opensItem)
    }

    /// The words of running text, as Markdown.
    static func words(_ inlines: [Inline], opensItem: Bool = false) -> String { words([inlines], opensItem: opensItem) }

    /// The words of a table's cell, as Markdown.
    static func cell(_ block: Block) -> String { words(block.inlinesOfText, opensItem: false, inCell: true) }

    private static func words(_ texts: [[Inline]], opensItem: Bool, inCell: Bool = false) -> String {
        let marked = texts.map { $0.markingCode.plainText }.filter { !$0.isEmpty }.joined(separator: " ")
        let parts = marked.split(separator: CodeMark.start, omittingEmptySubsequences: false)
        let first = parts.first.map { MarkdownText.escaped(String($0), opensItem: opensItem) } ?? ""
        return parts.dropFirst().reduce(first) { words, part in
            let end = part.firstIndex(of: CodeMark.end) ?? part.endIndex
            let span = [Inline.code(String(part[..<end]))]
            let code =
                inCell
                ? MarkdownWriter.cell(of: span, resolver: AuthoredMarkdown()) : MarkdownWriter.line(of: span, resolver: AuthoredMarkdown())
            return words + code + MarkdownText.escaped(String(part[end...].dropFirst()))
        }
    }
}

/// Characters for private use, which no text has a meaning for: they stand around code while text is made plain.
private enum CodeMark {
    static let start: Character = "\u{F8F0}"
    static let end: Character = "\u{F8F1}"
}

extension Block {
    /// The inlines of its text, lists in it left out.
    fileprivate var inlinesOfText: [[Inline]] {
        inlines.isEmpty ? children.filter { !$0.isList }.flatMap(\.inlinesOfText) : [inlines]
    }
}

extension [Inline] {
    fileprivate var holdCode: Bool {
        contains { inline in
            switch inline {
            case .code: true
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner): inner.holdCode
            default: false
            }
        }
    }

    /// With marks around the text of code.
    fileprivate var markingCode: [Inline] {
        map { inline in
            switch inline {
            case .code(let text): .text("\(CodeMark.start)\(text)\(CodeMark.end)")
            case .emphasis(let inner): .emphasis(inner.markingCode)
            case .strong(let inner): .strong(inner.markingCode)
            case .strikethrough(let inner): .strikethrough(inner.markingCode)
            case .link(let target, let inner): .link(target, inner.markingCode)
            default: inline
            }
        }
    }
}
