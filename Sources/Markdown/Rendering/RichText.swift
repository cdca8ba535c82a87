/// HTML with gaps where it names other pages. A gap is filled when the address of the page that shows it is known,
/// since every link is relative and one text may stand on several pages.
public struct RichText: Sendable {
    /// What fills a gap.
    public enum Slot: Sendable, Hashable {
        /// The attributes of an `a` element: ` href="…"`.
        case link(url: String, title: String)
        /// The attributes of an `img` element but for `alt`: ` src="…"`.
        case image(url: String, title: String)
        /// The marks of citations.
        case citations([Citation])
        /// A whole link.
        case wikiLink(WikiLink)
        /// A whole link around the words, which may go over a line's end.
        case mention(String, key: String)
        /// The prefix that makes a footnote's id unique on a page that shows several documents.
        case footnotePrefix
    }

    enum Segment: Sendable, Hashable {
        case html(String)
        case slot(Slot)
    }

    let segments: [Segment]

    /// No text.
    public static let empty = RichText(segments: [])

    /// What is inside its outermost element, without the line ends that stand there.
    var contents: RichText {
        guard case .html(let first)? = segments.first, let open = first.firstIndex(of: ">"),
            case .html(let last)? = segments.last, let close = last.lastIndex(of: "<")
        else { return self }
        func trimmed(_ text: Substring, start: Bool, end: Bool) -> Segment? {
            var text = text
            if start, text.first == "\n" { text.removeFirst() }
            if end, text.last == "\n" { text.removeLast() }
            return text.isEmpty ? nil : .html(String(text))
        }
        let start = first.index(after: open)
        if segments.count == 1 {
            return RichText(segments: [trimmed(start < close ? first[start..<close] : "", start: true, end: true)].compactMap(\.self))
        }
        let ends = (trimmed(first[start...], start: true, end: false), trimmed(last[..<close], start: false, end: true))
        return RichText(segments: [ends.0].compactMap(\.self) + segments.dropFirst().dropLast() + [ends.1].compactMap(\.self))
    }

    /// Whether there is no text.
    public var isEmpty: Bool { segments.isEmpty }

    /// A text of several, one after another.
    public static func joined(_ parts: [RichText]) -> RichText { RichText(segments: parts.flatMap(\.segments)) }

    /// The HTML, with every gap filled.
    public func html(filling slot: (Slot) -> String) -> String {
        var html = ""
        for segment in segments {
            switch segment {
            case .html(let text): html += text
            case .slot(let gap): html += slot(gap)
            }
        }
        return html
    }

    /// Escapes text for HTML, attributes in double quotes included.
    public static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return text }
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
