import Markdown

/// What other tools write on lines of their own, as Markdown that means the same: call-outs, tabs, code, comments. What has no
/// certain meaning stays, and is noted.
struct BlockConverter {
    /// Whether lines of JavaScript modules are code and not text: in MDX, and in a project of Docusaurus.
    let isMDX: Bool
    var notes = ConversionNotes()
    /// The lines that have been converted.
    var out: [BodyLines.Line] = []

    init(isMDX: Bool) { self.isMDX = isMDX }

    /// Converts a body.
    mutating func convert(_ body: inout BodyLines, text: String) {
        guard isMDX || Self.mayHaveSyntax(text) else { return }
        let before = body.lines
        let after = converted(before)
        let isSame = before.count == after.count && zip(before, after).allSatisfy { $0.text == $1.text }
        if !isSame { body.set(after) }
        for line in body.lines where !line.isCode { LeftSyntax.note(line, isMDX: isMDX, &notes) }
    }

    /// Whether a text has some of the signs without which there is nothing to convert.
    private static func mayHaveSyntax(_ text: String) -> Bool {
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "<"): return true
            case UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
                if last == byte, beforeLast == byte { return true }
                if byte == UInt8(ascii: "!"), last == UInt8(ascii: "[") { return true }
            case UInt8(ascii: "^"): if last == 0x20 || last == 0x0A { return true }
            case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "_"): if last == UInt8(ascii: "[") { return true }
            default: break
            }
            (beforeLast, last) = (last, byte)
        }
        return false
    }

    /// The lines inside a block, converted by themselves.
    mutating func converted(_ lines: [BodyLines.Line]) -> [BodyLines.Line] {
        var inner = BlockConverter(isMDX: isMDX)
        inner.notes = notes
        inner.walk(BodyLines.flagged(lines))
        notes = inner.notes
        return inner.out
    }

    private mutating func walk(_ lines: [BodyLines.Line]) {
        var lines = lines
        var index = 0
        while index < lines.count {
            if let (tag, end) = Self.tagOverLines(lines, index) { lines.replaceSubrange(index..<end, with: [tag]) }
            let line = lines[index]
            if line.isCode || line.isBlank {
                out.append(line)
                index += 1
            } else if let end = block(lines, index) {
                index = end
            } else {
                out.append(inline(line))
                index += 1
            }
        }
    }

    mutating func inline(_ line: BodyLines.Line, html: Bool = true) -> BodyLines.Line {
        var line = line
        line.text = InlineConverter.converted(line.text, line.number, html: html, &notes)
        return line
    }

    /// Converts the block that begins on a line, and gives the index behind it; `nil` if none does.
    private mutating func block(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        let bare = lines[index].text[lines[index].indent.endIndex...]
        switch bare.utf8.first {
        case UInt8(ascii: "{"):
            return comment(lines, index) ?? tag(lines, index) ?? contents(lines, index)
        case UInt8(ascii: ":"): return container(lines, index, bare)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return admonition(lines, index, bare)
        case UInt8(ascii: "="): return tab(lines, index, bare)
        case UInt8(ascii: ">"): return callout(lines, index, bare) ?? quotedHTML(lines, index)
        case UInt8(ascii: "<"): return aside(lines, index, bare) ?? html(lines, index)
        case UInt8(ascii: "["): return contents(lines, index)
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "1"): return contents(lines, index) ?? htmlInItem(lines, index)
        case let sign? where sign == UInt8(ascii: "+") || (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(sign):
            return htmlInItem(lines, index)
        case UInt8(ascii: "i"), UInt8(ascii: "e"): return isMDX ? module(lines, index, bare) : nil
        default: return nil
        }
    }

    /// Adds an alert, with a blank line behind it if text follows: else the text would be part of it.
    mutating func add(_ alert: [BodyLines.Line], before next: BodyLines.Line?) {
        out += alert
        if let next, !next.isBlank, let last = alert.last { out.append(last.with("")) }
    }

    // MARK: - Comments

    private static let comments = [
        ("{% comment %}", "{% endcomment %}"), ("{{< comment >}}", "{{< /comment >}}"), ("{/*", "*/}"), ("{{/*", "*/}}"),
    ]

    /// Comments are notes to oneself: they are left out.
    private mutating func comment(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        guard let (_, close) = Self.comments.first(where: { Self.tidy(lines[index].text.trimmingWhitespace).hasPrefix($0.0) }),
            let last = lines.indices.dropFirst(index).first(where: { Self.tidy(lines[$0].text).has(close) })
        else { return nil }
        notes.convert("a comment is left out", lines[index].number)
        let tail = Self.tidy(lines[last].text)
        if let end = tail.range(of: close, from: tail.startIndex) {
            let rest = String(tail[end.upperBound...]).trimmingWhitespace
            if !rest.isEmpty { out.append(inline(lines[last].with(rest))) }
        }
        return last + 1
    }

    /// `{%- x -%}` as `{% x %}`.
    private static func tidy(_ text: String) -> String {
        text.has("-%}") || text.has("{%-") ? text.replacing("{%-", with: "{%").replacing("-%}", with: "%}") : text
    }

    // MARK: - Tags of Liquid and of Hugo

    private mutating func tag(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        let line = lines[index]
        if let tag = ForeignTag.alone(on: line.text, "{%", "%}"), !line.text.has("{{%") {
            switch tag.name {
            case "hint":
                return paired(
                    lines,
                    index,
                    "{%",
                    "%}",
                    "endhint",
                    AlertKind(tag.attributes["style"] ?? "info"),
                    "a hint of GitBook is an alert"
                )
            case "highlight": return code(lines, index, "{%", "%}", "endhighlight", tag.values.first)
            case "tab":
                out.append(line.with("**\(tag.attributes["title"] ?? "")**"))
                notes.convert("tabs follow one another", line.number)
                return index + 1
            case "tabs", "endtabs", "endtab":
                if tag.name != "tabs" { out.append(line.with("")) }
                return index + 1
            case "embed":
                guard let url = tag.attributes["url"] else { return nil }
                out.append(line.with("<\(url)>"))
                notes.convert("an embedded page is a link", line.number)
                // A caption may follow.
                let isOpen = lines.indices.dropFirst(index + 1).prefix(5).contains {
                    ForeignTag.alone(on: lines[$0].text, "{%", "%}")?.name == "endembed"
                }
                if isOpen { out.append(line.with("")) }
                return index + 1
            case "endembed": return index + 1
            case "file":
                guard let source = tag.attributes["src"] else { return nil }
                return file(lines, index, source, tag.attributes["caption"])
            case "endfile": return index + 1
            default: return nil
            }
        }
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}")] {
            guard let tag = ForeignTag.alone(on: line.text, open, close) else { continue }
            if tag.name == "highlight" { return code(lines, index, open, close, "/highlight", tag.values.first) }
        }
        return nil
    }

    /// The line of a closing tag that belongs to the one on a line.
    private func closing(_ lines: [BodyLines.Line], _ index: Int, _ open: String, _ close: String, _ name: String) -> Int? {
        lines.indices.dropFirst(index + 1).first { ForeignTag.alone(on: lines[$0].text, open, close)?.name == name }
    }

    private mutating func paired(
        _ lines: [BodyLines.Line],
        _ index: Int,
        _ open: String,
        _ close: String,
        _ name: String,
        _ kind: AlertKind?,
        _ what: String
    ) -> Int? {
        guard let kind, let last = closing(lines, index, open, close, name) else { return nil }
        let inner = converted(Array(lines[(index + 1)..<last]))
        guard let alert = AlertKind.lines(kind, title: nil, inner, opening: lines[index]) else { return nil }
        notes.convert(what, lines[index].number)
        add(alert, before: lines.dropFirst(last + 1).first)
        return last + 1
    }

    private mutating func code(
        _ lines: [BodyLines.Line],
        _ index: Int,
        _ open: String,
        _ close: String,
        _ name: String,
        _ language: String?
    ) -> Int? {
        guard let last = closing(lines, index, open, close, name) else { return nil }
        let inner = lines[(index + 1)..<last]
        let fence = inner.contains { $0.text.has("```") } ? "~~~~" : "```"
        out.append(lines[index].with(fence + (language ?? "")))
        out += inner
        out.append(lines[last].with(fence))
        notes.convert("highlighted code is a fenced block", lines[index].number)
        return last + 1
    }

    // MARK: - The rest

    private static let contentsMarks: Set<String> = [
        "{:toc}", "{: toc}", "{:toc .no_toc}", "[toc]", "[[_toc_]]", "[[toc]]", "{{toc}}", "{{< toc >}}",
    ]

    /// A mark for a table of contents, with the item before it that kramdown replaces: every page has contents of its own.
    private mutating func contents(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        let text = lines[index].text.trimmingWhitespace.lowercased()
        if Self.contentsMarks.contains(text) {
            notes.convert("a mark for a table of contents is left out: the page has one", lines[index].number)
            return index + 1
        }
        guard let next = lines.dropFirst(index + 1).first?.text.trimmingWhitespace.lowercased(), next.hasPrefix("{:"), next.has("toc"),
            !next.has("no_toc")
        else { return nil }
        notes.convert("a mark for a table of contents is left out: the page has one", lines[index].number)
        return index + 2
    }

    /// `import … from "…"` and `export const …` of MDX, which nobody reads.
    private mutating func module(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        let isOneLine = bare.has(" from ") || bare.has("import \"") || bare.has("import '")
        let isImport = bare.hasPrefix("import ") && (isOneLine || bare.hasPrefix("import {"))
        let isExport = ["export const ", "export default ", "export function ", "export let "].contains { bare.hasPrefix($0) }
        guard isImport || isExport, lines[index].indent.isEmpty else { return nil }
        // An import ends with the file that it names; anything else at the blank line, as MDX reads it.
        var end = index + 1
        if !(isImport && isOneLine) {
            while end < lines.count, !lines[end].isBlank {
                end += 1
                if isImport, lines[end - 1].text.has(" from ") { break }
            }
        }
        notes.convert("a line of JavaScript ('\(bare.prefix(40))') is left out", lines[index].number)
        return end
    }
}

extension Substring {
    /// Whether some text is in it, by bytes.
    func has(_ needle: String) -> Bool { String(self).has(needle) }
}
