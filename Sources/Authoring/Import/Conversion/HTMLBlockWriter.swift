import Markdown

/// Writes HTML as lines of Markdown.
struct HTMLBlockWriter {
    struct Line {
        var text: String
        /// Which line of the block it comes from, counted from 0.
        let offset: Int
        var isRaw = false
    }

    let isMDX: Bool
    private(set) var hasPicture = false
    private(set) var hasLink = false
    private var out: [Line] = []
    private var buffer = ""
    private var offset = 0
    /// What goes before the next line that has text.
    private var prefix = ""
    private var isBreakPending = false
    /// Whether the line goes on behind a tag `<p>`, so that no sign in it begins an item or a heading.
    private var isParagraph = false
    /// Elements within a line that are open, with what stands before them.
    private var open: [(name: String, href: String?, before: String)] = []
    /// Lists that are open, with the number of their next item; `nil` for lists without numbers.
    private var lists: [Int?] = []
    /// The element whose text is one line.
    private var lineElement: String?

    init(isMDX: Bool) { self.isMDX = isMDX }

    /// The lines, without blank ones at the ends.
    var finished: [Line] {
        var lines = out[...]
        while lines.first?.text.isEmpty == true { lines.removeFirst() }
        while lines.last?.text.isEmpty == true { lines.removeLast() }
        return Array(lines)
    }

    /// Writes a block.
    mutating func write(_ html: String) {
        var rest = html[...]
        while let character = rest.first {
            if character == "<", rest.hasPrefix("<!--") {
                let end = rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex
                raw(rest[..<end])
                rest = rest[end...]
            } else if character == "<", let tag = HTMLTokens.tag(rest) {
                rest = take(tag, rest.dropFirst(tag.length), rest)
            } else if character == "`", let code = Self.code(rest) {
                buffer += code
                rest = rest[code.endIndex...]
            } else {
                if character == "\n" { newLine() } else { buffer.append(character) }
                rest = rest.dropFirst()
            }
        }
        while let last = open.popLast() { buffer = last.before + buffer }
        closeBlock()
    }

    /// A span of code at the beginning of a text, as its author meant it: tags in it are words.
    private static func code(_ text: Substring) -> Substring? {
        let ticks = text.prefix { $0 == "`" }
        var at = ticks.endIndex
        while let next = text[at...].firstIndex(where: { $0 == "`" || $0 == "\n" }), text[next] == "`" {
            let run = text[next...].prefix { $0 == "`" }
            if run.count == ticks.count { return text[..<run.endIndex] }
            at = run.endIndex
        }
        return nil
    }

    /// Whether the text is on one line whatever line ends it has.
    private var isOneLine: Bool { !open.isEmpty || !lists.isEmpty || lineElement != nil }

    // MARK: - Tags

    /// Takes a tag, and gives what is left to write: `rest`, or less.
    private mutating func take(_ tag: HTMLTokens.Tag, _ rest: Substring, _ whole: Substring) -> Substring {
        let name = tag.name
        if isMDX, tag.isComponent {
            raw(tag.text)
        } else if HTMLNames.verbatim.contains(name), !tag.isEnd {
            return verbatim(name, whole)
        } else if HTMLNames.wrappers.contains(name) {
            if isOneLine { buffer.append(" ") } else { closeBlock() }
            isParagraph = name == "p" && !tag.isEnd
        } else if HTMLNames.headings.contains(name) || name == "figcaption" || name == "summary" {
            line(name, isEnd: tag.isEnd)
        } else if ["ul", "ol", "li"].contains(name) {
            list(name, isEnd: tag.isEnd)
        } else if name == "hr" {
            closeBlock()
            out.append(Line(text: "---", offset: offset))
            closeBlock()
        } else if name == "br" {
            lineBreak()
        } else if name == "img" || name == "a" || HTMLNames.marks[name] != nil {
            inline(tag)
        } else if !HTMLNames.dropped.contains(name) {
            raw(tag.text)
        }
        return rest
    }

    private mutating func inline(_ tag: HTMLTokens.Tag) {
        let foreign = ForeignTag(tag.text.dropFirst().dropLast(), range: tag.text.startIndex..<tag.text.endIndex)
        if tag.name == "img" {
            if let image = HTMLPictures.image(foreign) {
                buffer += image
                hasPicture = true
            }
        } else if !tag.isEnd {
            open.append((tag.name, foreign.attributes["href"], buffer))
            buffer = ""
        } else if open.contains(where: { $0.name == tag.name }) {
            // What was not closed within it has no end: its words are text.
            while let last = open.popLast() {
                if last.name == tag.name {
                    buffer = last.before + marked(buffer, tag.name, last.href)
                    break
                }
                buffer = last.before + buffer
            }
        }
    }

    /// Words with the signs of an element around them, and the white space outside of these.
    private mutating func marked(_ text: String, _ name: String, _ href: String?) -> String {
        let words = text.trimmingWhitespace
        guard !words.isEmpty else { return text }
        let before = String(text.prefix(while: \.isWhitespace))
        let after = String(text.reversed().prefix(while: \.isWhitespace))
        guard name != "a" else {
            guard let href, !href.isEmpty else { return text }
            hasLink = true
            return "\(before)[\(words)](\(InlineConverter.address(href)))\(after)"
        }
        let sign = HTMLNames.marks[name] ?? ""
        return words.contains(sign) ? text : "\(before)\(sign)\(words)\(sign)\(after)"
    }

    private mutating func line(_ name: String, isEnd: Bool) {
        if !isEnd {
            closeBlock()
            lineElement = name
            if HTMLNames.headings.contains(name), let level = name.last?.wholeNumberValue {
                prefix = String(repeating: "#", count: level) + " "
            }
        } else if lineElement == name {
            let words = buffer.trimmingWhitespace
            let sign = name == "figcaption" ? "*" : name == "summary" ? "**" : ""
            buffer = words.isEmpty || words.contains("*") ? words : sign + words + sign
            lineElement = nil
            closeBlock()
        }
    }

    private mutating func list(_ name: String, isEnd: Bool) {
        switch (name, isEnd) {
        case ("li", false):
            flush()
            if lists.isEmpty { lists.append(nil) }
            let indent = String(repeating: "   ", count: lists.count - 1)
            if let number = lists[lists.count - 1] {
                prefix = "\(indent)\(number). "
                lists[lists.count - 1] = number + 1
            } else {
                prefix = "\(indent)- "
            }
        case ("li", true): flush()
        case (_, false):
            if lists.isEmpty { closeBlock() } else { flush() }
            lists.append(name == "ol" ? 1 : nil)
        case (_, true):
            flush()
            _ = lists.popLast()
            if lists.isEmpty { closeBlock() }
        }
    }

    /// What stays HTML, in a paragraph of its own.
    private mutating func raw(_ text: Substring) {
        closeBlock()
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            out.append(Line(text: String(part), offset: offset, isRaw: true))
            offset += 1
        }
        offset -= 1
        closeBlock()
    }

    /// The most characters of an element that stays as it is.
    private static let longest = 50_000

    /// An element that stays as it is up to its end; a plain table becomes one of Markdown.
    private mutating func verbatim(_ name: String, _ text: Substring) -> Substring {
        let whole = String(text.prefix(Self.longest))
        let lower = whole.lowercased()
        let end = lower.range(of: "</\(name)>", from: lower.startIndex).map { lower[..<$0.upperBound].count } ?? whole.count
        let element = text.prefix(end)
        if name == "table", let rows = HTMLTable.rows(in: String(element)) {
            closeBlock()
            out += rows.map { Line(text: $0, offset: offset) }
            offset += element.count { $0 == "\n" }
            closeBlock()
        } else {
            raw(element)
        }
        return text.dropFirst(end)
    }

    // MARK: - Lines

    private mutating func newLine() {
        if isOneLine { buffer.append(" ") } else { flush() }
        isParagraph = false
        offset += 1
    }

    private mutating func lineBreak() {
        if isOneLine { return buffer.append(lists.isEmpty ? " " : "; ") }
        flush()
        if isBreakPending { closeBlock() } else { isBreakPending = out.last?.text.isEmpty == false }
    }

    /// Ends a line.
    private mutating func flush() {
        let words = buffer.trimmingWhitespace
        // The indent of an item of a list belongs to it.
        let isItem =
            words.hasPrefix("- ") || words.hasPrefix("* ") || words.prefix { $0.isNumber }.count == words.prefix { $0 != "." }.count
        let indent = isItem && !isParagraph && lists.isEmpty ? buffer.prefix { $0 == " " } : ""
        buffer = ""
        guard !words.isEmpty else { return }
        if isBreakPending, let last = out.indices.last, !out[last].text.isEmpty, !out[last].isRaw { out[last].text += "\\" }
        isBreakPending = false
        let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        out.append(Line(text: prefix + indent + (isParagraph ? Self.asText(text) : text), offset: offset))
        isParagraph = false
        prefix = lists.isEmpty ? "" : String(repeating: " ", count: prefix.count)
    }

    /// A line whose first sign is text.
    private static func asText(_ line: String) -> String {
        let number = line.prefix(while: \.isNumber)
        let rest = line[number.endIndex...]
        if !number.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") { return "\(number)\\\(rest)" }
        let isSign = ["# ", "## ", "### ", "- ", "+ ", "* ", "> "].contains(where: line.hasPrefix)
        return isSign ? "\\" + line : line
    }

    /// Ends a paragraph.
    private mutating func closeBlock() {
        // Within a link or bold words there is no paragraph.
        if !open.isEmpty {
            buffer.append(" ")
            return
        }
        flush()
        isBreakPending = false
        if lists.isEmpty { prefix = "" }
        if let last = out.last, !last.text.isEmpty { out.append(Line(text: "", offset: offset)) }
    }
}
