import Markdown

/// Pictures in HTML, and nothing but what frames them, as pictures of Markdown: GitBook's figures, centred logos.
enum HTMLPictures {
    /// Elements that only frame a picture.
    private static let frames: Set<String> = [
        "p", "div", "center", "figure", "figcaption", "picture", "source", "br", "a", "span", "em", "i",
    ]

    /// The pictures of the block that begins on a line, and the index behind it; `nil` if it holds more.
    static func lines(_ lines: [BodyLines.Line], _ index: Int) -> (lines: [BodyLines.Line], end: Int)? {
        var end = index
        while end < lines.count, !lines[end].isBlank, end - index < 40 { end += 1 }
        let block = lines[index..<end].map(\.text).joined(separator: " ")
        guard block.has("<img"), let parts = parts(of: block) else { return nil }
        let first = lines[index]
        return (parts.flatMap { [first.with(String(first.indent) + $0), first.with("")] }, end)
    }

    /// The pictures and captions of a block, one each.
    private static func parts(of block: String) -> [String]? {
        var parts: [String] = []
        var link: String?
        var rest = block[...]
        while let open = rest.firstIndex(of: "<") {
            let words = String(rest[..<open]).trimmingWhitespace
            if !words.isEmpty { parts.append("*\(words)*") }
            guard let close = rest[open...].firstIndex(of: ">") else { return nil }
            let tag = ForeignTag(rest[rest.index(after: open)..<close], range: open..<rest.index(after: close))
            let name = tag.name.drop { $0 == "/" }
            if name == "img" {
                guard let image = image(tag) else { return nil }
                parts.append(link.map { "[\(image)](\(InlineConverter.address($0)))" } ?? image)
            } else if name == "a" {
                link = tag.attributes["href"]
            } else if !frames.contains(String(name)) {
                return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        let words = String(rest).trimmingWhitespace
        if !words.isEmpty { parts.append("*\(words)*") }
        return parts
    }

    /// A picture of Markdown; `nil` for a tag without an address.
    static func image(_ tag: ForeignTag) -> String? {
        guard let source = tag.attributes["src"], !source.isEmpty, !source.hasPrefix("data:"), !source.hasPrefix("{") else { return nil }
        let alt = (tag.attributes["alt"] ?? "").replacing("[", with: "\\[").replacing("]", with: "\\]")
        return "![\(alt)](\(InlineConverter.address(source)))"
    }
}
