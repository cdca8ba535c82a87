import Markdown

/// What other tools write within a line, as Markdown that means the same. Spans of code stay.
enum InlineConverter {
    /// The line converted.
    ///
    /// - Parameter html: whether tags of HTML are converted. Within a block of HTML, Markdown would be shown as it is written.
    static func converted(_ line: String, _ number: Int, html: Bool = true, _ notes: inout ConversionNotes) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "^") }) else {
            return line
        }
        var text = ""
        for (piece, isCode) in pieces(of: line) { text += isCode ? piece : self.piece(piece, number, html, &notes) }
        return attributes(blockID(text, number, &notes), number, &notes)
    }

    /// A line, split at its spans of code.
    static func pieces(of line: String) -> [(text: String, isCode: Bool)] {
        guard line.utf8.contains(UInt8(ascii: "`")) else { return [(line, false)] }
        var pieces: [(String, Bool)] = []
        var start = line.startIndex
        var at = start
        while let open = line[at...].firstIndex(of: "`") {
            let ticks = line[open...].prefix { $0 == "`" }
            var from = ticks.endIndex
            var end: String.Index?
            while let next = line[from...].firstIndex(of: "`") {
                let run = line[next...].prefix { $0 == "`" }
                from = run.endIndex
                if run.count == ticks.count {
                    end = run.endIndex
                    break
                }
            }
            guard let end else {
                at = ticks.endIndex
                continue
            }
            if start < open { pieces.append((String(line[start..<open]), false)) }
            pieces.append((String(line[open..<end]), true))
            start = end
            at = end
        }
        if start < line.endIndex { pieces.append((String(line[start...]), false)) }
        return pieces
    }

    private static func piece(_ text: String, _ number: Int, _ html: Bool, _ notes: inout ConversionNotes) -> String {
        var text = text
        for (open, close) in [("{{/*", "*/}}"), ("{/*", "*/}")] where text.has(open) {
            text = replaced(text, open, close, { _ in "" }) { notes.convert("a comment is left out", number) }
        }
        if text.has("{%"), !text.has("{{%") {
            text = replaced(text, "{%", "%}", liquid) { notes.convert("a tag of Liquid is resolved", number) }
        }
        if text.has("{{<") { text = replaced(text, "{{<", ">}}", hugo) { notes.convert("a shortcode of Hugo is resolved", number) } }
        if text.has("{{%") { text = replaced(text, "{{%", "%}}", hugo) { notes.convert("a shortcode of Hugo is resolved", number) } }
        if text.has("{{") { text = replaced(text, "{{", "}}", variable) { notes.convert("an address of Liquid is resolved", number) } }
        if html, text.has("<") {
            text = bold(text, number, &notes)
            text = replaced(text, "<img", ">", HTMLPictures.image) { notes.convert("a picture in HTML is one of Markdown", number) }
            text = anchors(text, number, &notes)
        }
        return text
    }

    /// Replaces each tag between two signs by what a closure gives for it; `nil` leaves it.
    private static func replaced(
        _ text: String,
        _ open: String,
        _ close: String,
        _ meaning: (ForeignTag) -> String?,
        whenChanged: () -> Void
    ) -> String {
        var result = ""
        var at = text.startIndex
        while let tag = ForeignTag.first(in: text, from: at, open, close) {
            result += text[at..<tag.range.lowerBound]
            if let new = meaning(tag) {
                result += new
                whenChanged()
            } else {
                result += text[tag.range]
            }
            at = tag.range.upperBound
        }
        return result + text[at...]
    }

    private static func liquid(_ tag: ForeignTag) -> String? {
        switch tag.name {
        case "raw", "endraw": ""
        case "link", "post_url": tag.name == "link" ? tag.values.first.map { "/" + $0.drop { $0 == "/" } } : nil
        default: nil
        }
    }

    private static func hugo(_ tag: ForeignTag) -> String? {
        switch tag.name {
        case "ref", "relref": return tag.values.first ?? tag.attributes["path"]
        case "figure":
            guard let source = tag.attributes["src"] else { return nil }
            let caption = tag.attributes["caption"] ?? tag.attributes["title"]
            let image = "![\(tag.attributes["alt"] ?? caption ?? "")](\(address(source)))"
            return caption.map { "\(image) *\($0)*" } ?? image
        case "youtube":
            return (tag.values.first ?? tag.attributes["id"]).map { "<https://www.youtube.com/watch?v=\($0)>" }
        case "vimeo": return (tag.values.first ?? tag.attributes["id"]).map { "<https://vimeo.com/\($0)>" }
        default: return nil
        }
    }

    /// Names of the address that a site is published at: links count from it.
    private static let roots: Set<String> = [
        "site.baseurl", "site.base_url", "site.url", "base.baseurl", "site.baseurl_path", ".site.baseurl", "baseurl", "base_url",
    ]

    private static let filters: Set<String> = ["relative_url", "absolute_url", "url", "relurl", "absurl", "prepend:"]

    private static func variable(_ tag: ForeignTag) -> String? {
        if roots.contains(tag.name), tag.values.isEmpty { return "" }
        // `{{ "/a/" | relative_url }}`
        let isFiltered = tag.values.dropFirst().contains { filters.contains($0.lowercased()) }
        return tag.name.isEmpty && isFiltered ? tag.values[0] : nil
    }

    /// `<a href="b.md">words</a>` without other tags in it.
    private static func anchors(_ text: String, _ number: Int, _ notes: inout ConversionNotes) -> String {
        guard text.has("<a ") else { return text }
        var result = ""
        var at = text.startIndex
        while let tag = ForeignTag.first(in: text, from: at, "<a ", ">") {
            result += text[at..<tag.range.lowerBound]
            at = tag.range.upperBound
            guard let href = tag.attributes["href"], let end = text.range(of: "</a>", from: at), !text[at..<end.lowerBound].contains("<"),
                !String(text[at..<end.lowerBound]).trimmingWhitespace.isEmpty
            else {
                result += text[tag.range]
                continue
            }
            result += "[\(text[at..<end.lowerBound])](\(address(href)))"
            at = end.upperBound
            notes.convert("a link in HTML is one of Markdown", number)
        }
        return result + text[at...]
    }

    /// `<b>words</b>` without other tags in it.
    private static func bold(_ text: String, _ number: Int, _ notes: inout ConversionNotes) -> String {
        var text = text
        for name in ["b", "strong"] where text.has("<\(name)>") {
            var at = text.startIndex
            while let open = text.range(of: "<\(name)>", from: at), let close = text.range(of: "</\(name)>", from: open.upperBound) {
                let words = String(text[open.upperBound..<close.lowerBound])
                at = close.upperBound
                guard !words.isEmpty, words == words.trimmingWhitespace, !words.contains("<"), !words.contains("*") else { continue }
                let before = String(text[..<open.lowerBound]) + "**\(words)**"
                text = before + text[close.upperBound...]
                at = text.utf8.index(text.startIndex, offsetBy: before.utf8.count)
                notes.convert("bold words in HTML are those of Markdown", number)
            }
        }
        return text
    }

    /// An address as it is written in a link.
    static func address(_ url: String) -> String {
        url.contains { $0.isWhitespace || "()".contains($0) } ? "<\(url)>" : url
    }

    // MARK: - Marks at the end of a line

    /// ` ^a1b2c3`, by which Obsidian names a block.
    private static func blockID(_ text: String, _ number: Int, _ notes: inout ConversionNotes) -> String {
        guard let sign = text.lastIndex(of: "^"), sign == text.startIndex || text[text.index(before: sign)] == " " else { return text }
        let id = text[text.index(after: sign)...]
        guard id.count >= 3, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" }),
            id.contains(where: { $0.isLetter || $0.isNumber })
        else {
            return text
        }
        notes.convert("the name of a block ('^\(id)') is left out", number)
        return String(text[..<sign]).trimmingWhitespaceAtEnd
    }

    /// `{: .class }` of kramdown and MkDocs. The id of a heading is kept as `{#id}`; classes and the like mean nothing here.
    private static func attributes(_ text: String, _ number: Int, _ notes: inout ConversionNotes) -> String {
        guard text.has("{:") || text.has("{ .") || text.has("{ #") || text.has("{."), !text.has("`") else { return text }
        var result = text
        for open in ["{:", "{ .", "{ #", "{."] {
            var at = result.startIndex
            while let found = result.range(of: open, from: at), let close = result[found.upperBound...].firstIndex(of: "}") {
                let inner = result[result.index(after: found.lowerBound)..<close].drop { $0 == ":" }
                let words = inner.split(whereSeparator: \.isWhitespace)
                let isAttributes =
                    !words.isEmpty
                    && words.allSatisfy {
                        $0.hasPrefix(".") || $0.hasPrefix("#") || $0.contains("=")
                            || $0.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" } && open == "{:"
                    }
                guard isAttributes else {
                    at = found.upperBound
                    continue
                }
                let id = words.first { $0.hasPrefix("#") }
                let isHeading = result.hasPrefix("#")
                let before = String(result[..<found.lowerBound]).trimmingWhitespaceAtEnd
                let after = String(result[result.index(after: close)...])
                result = before + (isHeading ? id.map { " {\($0)}" } ?? "" : "") + after
                at = result.index(result.startIndex, offsetBy: before.count)
                notes.convert("attributes ('\(inner.trimmingPrefix { $0 == " " })') are left out", number)
            }
        }
        return result
    }
}
