import Handbook
import Markdown

/// `[@handle]`, which would be a citation here: where no source has that key, it is text in other brackets.
struct Handles {
    /// The keys of sources.
    let sources: Set<String>
    /// What definitions of links are called, as `[@octocat]: https://github.com/octocat`.
    private let labels: Set<String>

    /// The handles of a text without definitions.
    init(sources: Set<String>) { (self.sources, labels) = (sources, []) }

    /// The handles of a page's body.
    init(sources: Set<String>, in page: ImportedPage) {
        self.sources = sources
        labels = Set(
            page.lines.lines.compactMap { line in
                let bare = line.text.drop(while: \.isWhitespace)
                guard !line.isCode, bare.hasPrefix("[@"), let end = bare.firstIndex(of: "]"), bare[end...].hasPrefix("]:") else {
                    return nil
                }
                return Self.label(bare.dropFirst()[..<end])
            }
        )
    }

    private static func label(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    /// Changes the handles on some lines.
    func escape(_ lines: Range<Int>, _ page: inout ImportedPage, _ notes: inout ConversionNotes) {
        for line in lines where !page.lines.lines[line].isCode {
            let old = page.lines.lines[line].text
            let new = InlineConverter.pieces(of: old).map { $0.isCode ? $0.text : escaped($0.text) }.joined()
            guard new != old else { continue }
            page.setText(line, new)
            let isText = new.count { $0 == "[" } < old.count { $0 == "[" }
            notes.convert(
                isText ? "a handle in brackets is text, '(@handle)': no source has that key" : "a citation has its source's key",
                page.lines.lines[line].number
            )
        }
    }

    /// A text in which they are.
    func escaped(_ text: String) -> String {
        guard text.has("[@") else { return text }
        var result = ""
        var at = text.startIndex
        while let open = text.range(of: "[@", from: at), let close = text[open.upperBound...].firstIndex(of: "]") {
            let inner = text[text.index(after: open.lowerBound)..<close]
            let next = text.index(after: close)
            let isLink = next < text.endIndex && "([".contains(text[next])
            let isDefinition = text[next...].hasPrefix(":") && text[..<open.lowerBound].allSatisfy(\.isWhitespace)
            result += text[at..<open.lowerBound]
            if isLink || isDefinition || inner.contains("[") || labels.contains(Self.label(inner)) {
                result += text[open.lowerBound...close]
            } else if let cited = cited(inner) {
                result += "[\(cited)]"
            } else {
                // Right behind other brackets, it would be their address.
                result += (result.last == "]" ? " " : "") + "(\(inner))"
            }
            at = next
        }
        return result + text[at...]
    }

    /// A citation with the keys as the sources have them; `nil` if none of them is a source's.
    private func cited(_ inner: Substring) -> String? {
        var text = String(inner)
        var isKnown = false
        for part in inner.split(separator: ";") {
            let key = String(String(part).trimmingWhitespace.dropFirst().prefix { $0 != "," && !$0.isWhitespace })
            let slug = PageAddress.slug(key)
            if sources.contains(key) {
                isKnown = true
            } else if sources.contains(slug) {
                isKnown = true
                text = text.replacing("@" + key, with: "@" + slug)
            }
        }
        return isKnown ? text : nil
    }

    /// A value of front matter in which they are.
    func escaped(_ value: PlainValue) -> PlainValue {
        switch value {
        case .text(let text): .text(escaped(text))
        case .list(let items): .list(items.map(escaped))
        case .record(let entries): .record(entries.map { PlainValue.Entry($0.key, escaped($0.value)) })
        case .integer, .boolean: value
        }
    }
}
