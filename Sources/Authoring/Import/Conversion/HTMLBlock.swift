import Markdown

/// A block of HTML as Markdown: paragraphs, headings and lists with their links and pictures, without the tags that only wrap them.
struct HTMLBlock {
    /// The lines of Markdown, and the index behind the block.
    struct Result {
        let lines: [BodyLines.Line]
        /// Lines that are HTML still.
        let raw: Set<Int>
        let end: Int
        let hasPicture: Bool
        let hasLink: Bool
    }

    /// Converts the block that begins on a line; `nil` if none does, or one that is left as it is.
    ///
    /// - Parameter isAfterText: whether a line of text stands right before it, which a tag alone on a line does not interrupt.
    static func convert(_ lines: [BodyLines.Line], _ index: Int, isAfterText: Bool, isMDX: Bool) -> Result? {
        let first = lines[index]
        guard let tag = HTMLTokens.tag(first.text[first.indent.endIndex...]), !isMDX || !tag.isComponent else { return nil }
        let isAlone = String(first.text[first.indent.endIndex...].dropFirst(tag.length)).trimmingWhitespace.isEmpty
        guard HTMLNames.opensBlock(tag.name) || (isAlone && !isAfterText && HTMLNames.opensAlone(tag.name)) else { return nil }
        var end = index + 1
        while end < lines.count, !lines[end].isBlank, !lines[end].isCode { end += 1 }
        let texts = dedented(lines[index..<end].map(\.text))
        var writer = HTMLBlockWriter(isMDX: isMDX)
        writer.write(texts.joined(separator: "\n"))
        let indent = String(first.indent)
        var raw: Set<Int> = []
        let made = writer.finished.enumerated().map { place, line in
            if line.isRaw { raw.insert(place) }
            return lines[min(index + line.offset, end - 1)].with(line.text.isEmpty ? "" : indent + line.text)
        }
        return Result(lines: made, raw: raw, end: end, hasPicture: writer.hasPicture, hasLink: writer.hasLink)
    }

    /// Without the indent that lines have for the tags around them.
    private static func dedented(_ texts: [String]) -> [String] {
        let ofText = texts.filter { !$0.trimmingWhitespace.hasPrefix("<") }.map { $0.prefix { $0 == " " }.count }
        let common = ofText.min() ?? 0
        return texts.map { text in
            let bare = text.trimmingWhitespace
            return bare.hasPrefix("<") ? bare : String(text.dropFirst(common))
        }
    }
}
