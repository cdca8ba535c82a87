import Markdown

/// What stands in a cell, as Markdown on one line. Cells are made as HTML and are the facts; asides, blanks and what only
/// the eye has are left out, as in the CSV file.
struct InlineMarkdown {
    let twins: Twins
    private var text = ""
    /// Open links, each with its target.
    private var links: [(target: String?, isCitation: Bool)] = []
    private var isCode = false

    static func of(_ html: String, _ twins: Twins) -> String {
        var inline = InlineMarkdown(twins: twins)
        inline.read(html)
        return inline.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private init(twins: Twins) { self.twins = twins }

    private static let voids: Set<String> = ["br", "img", "input", "hr", "wbr"]
    private static let blocks: Set<String> = ["p", "div", "ul", "ol", "pre", "blockquote", "dt", "dd", "tr", "td", "th"]
    private static let signs = ["strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~"]

    private mutating func read(_ html: String) {
        // How deep below the element that is left out; 0 when none is.
        var leftOut = 0
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            if leftOut == 0 { write(rest[..<open]) }
            rest = rest[open...]
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            let isEnd = tag.first == "/"
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if Self.voids.contains(name) {
                if leftOut == 0, name == "br" { text += " " }
            } else if leftOut > 0 {
                leftOut += isEnd ? -1 : 1
            } else if !isEnd, Self.isLeftOut(tag) {
                leftOut = 1
            } else {
                element(name, tag, isEnd: isEnd)
            }
        }
        if leftOut == 0 { write(rest) }
    }

    private static func isLeftOut(_ tag: Substring) -> Bool {
        tag.contains(#"class="blank"#) || tag.contains("data-aside") || tag.contains(#"aria-hidden="true""#)
    }

    private mutating func write(_ words: Substring) {
        let plain = PlainText.decoded(words)
        text += isCode ? plain : MarkdownText.escaped(plain)
    }

    private mutating func element(_ name: String, _ tag: Substring, isEnd: Bool) {
        switch name {
        case "a":
            if isEnd {
                if let link = links.popLast(), let target = link.target { text += "\(link.isCitation ? "]]" : "]")(\(target))" }
                return
            }
            let target = Self.href(tag).flatMap { TwinLinks.target(ofHTML: PlainText.decoded($0), twins) }
            let isCitation = tag.contains(#"class="cite""#)
            links.append((target, isCitation))
            // The marks of several sources stand side by side.
            if target != nil { text += isCitation ? "\(text.hasSuffix(")") ? " " : "")[[" : "[" }
        case "span" where tag.contains(#"class="cites""#): text += " "
        case "code", "kbd":
            text += "`"
            isCode = !isEnd
        case "li" where !isEnd:
            while text.last?.isWhitespace == true { text.removeLast() }
            if !text.isEmpty { text += text.hasSuffix(":") ? " " : "; " }
        default:
            if let sign = Self.signs[name] { text += sign } else if Self.blocks.contains(name) { text += " " }
        }
    }

    private static func href(_ tag: Substring) -> Substring? {
        guard let start = tag.firstRange(of: "href=\"") else { return nil }
        return tag[start.upperBound...].prefix { $0 != "\"" }
    }
}
