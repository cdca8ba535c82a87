/// How a block of raw HTML begins, by which also follows how it ends (CommonMark, "HTML blocks").
enum HTMLBlockStart {
    /// It ends on the line that holds the text.
    case endsAt(String)
    /// It ends before the next blank line.
    case endsAtBlankLine

    /// `nil` if the line begins none. A tag that is alone on its line is not looked for: it cannot interrupt a paragraph.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.first == UInt8(ascii: "<") else { return nil }
        let rest = line.dropFirst()
        if rest.starts(with: "!--".utf8) {
            self = .endsAt("-->")
        } else if rest.first == UInt8(ascii: "?") {
            self = .endsAt("?>")
        } else if rest.starts(with: "![CDATA[".utf8) {
            self = .endsAt("]]>")
        } else if rest.first == UInt8(ascii: "!"), rest.dropFirst().first?.isASCIILetter == true {
            self = .endsAt(">")
        } else {
            let isEnd = rest.first == UInt8(ascii: "/")
            let name = rest.dropFirst(isEnd ? 1 : 0).prefix { $0.isASCIILetter || $0.isASCIIDigit }
            let tag = String(decoding: name, as: UTF8.self).lowercased()
            let after = line[name.endIndex...]
            let isClosed = after.first.map { $0.isBlank || $0 == UInt8(ascii: ">") } ?? true
            if !isEnd, isClosed, Self.verbatim.contains(tag) {
                self = .endsAt("</")
            } else if isClosed || after.starts(with: "/>".utf8), Self.blocks.contains(tag) {
                self = .endsAtBlankLine
            } else {
                return nil
            }
        }
    }

    /// Whether HTML of a block goes on to the end of its container, since what would end it is missing.
    static func isOpen(_ html: String) -> Bool {
        let lines = html.utf8.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, let last = lines.last, case .endsAt(let end)? = Self(Array(first.drop { $0 == 0x20 })[...]) else {
            return false
        }
        return !String(decoding: last, as: UTF8.self).contains(end)
    }

    private static let verbatim: Set<String> = ["script", "pre", "style", "textarea"]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3",
        "h4",
        "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
        "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "track", "ul",
    ]
}
