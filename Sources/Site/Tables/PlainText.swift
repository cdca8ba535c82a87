/// The text of HTML, as a spreadsheet has it: entries of a list are joined by semicolons, white space is folded, marks
/// of citations, blanks and asides are left out. `tables.js` reads a table on the page by the same rules.
enum PlainText {
    static func of(_ html: String) -> String {
        var text = ""
        // How deep below the element that is left out; 0 when none is.
        var leftOut = 0
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            if leftOut == 0 { text += decoded(rest[..<open]) }
            rest = rest[open...]
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            let isEnd = tag.first == "/"
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if voids.contains(name) {
                if leftOut == 0, name == "br" { text += " " }
                continue
            }
            if leftOut > 0 {
                leftOut += isEnd ? -1 : 1
            } else if !isEnd, isLeftOut(tag) {
                leftOut = 1
            } else if name == "li", !isEnd {
                while text.last?.isWhitespace == true { text.removeLast() }
                if !text.isEmpty { text += "; " }
            } else if blocks.contains(name) {
                text += " "
            }
        }
        if leftOut == 0 { text += decoded(rest) }
        return folded(text)
    }

    private static let voids: Set<String> = ["br", "img", "input", "hr", "wbr"]
    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "pre", "blockquote", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "tr", "td", "th",
    ]

    private static func isLeftOut(_ tag: Substring) -> Bool {
        tag.contains(#"class="cites""#) || tag.contains(#"class="blank"#) || tag.contains("data-aside")
            || tag.contains(#"aria-hidden="true""#)
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func decoded(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
    }
}
