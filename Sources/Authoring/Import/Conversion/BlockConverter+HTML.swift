import Foundation
import Markdown

/// Blocks of HTML, and files that GitBook offers.
extension BlockConverter {
    /// A block of HTML: a table, or text with pictures and links.
    mutating func html(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        let isAfterText = out.last.map { !$0.isBlank } ?? false
        if let (rows, end) = HTMLTable.lines(lines, index) {
            if isAfterText { out.append(lines[index].with("")) }
            out += rows
            if let next = lines.dropFirst(end).first, !next.isBlank { out.append(next.with("")) }
            notes.convert("a table in HTML is one of Markdown", lines[index].number)
            return end
        }
        if let block = HTMLBlock.convert(lines, index, isAfterText: isAfterText, isMDX: isMDX) {
            if isAfterText, let first = block.lines.first { out.append(first.with("")) }
            for (place, line) in block.lines.enumerated() { out.append(block.raw.contains(place) ? line : inline(line, html: false)) }
            if let last = block.lines.last, let next = lines.dropFirst(block.end).first, !next.isBlank { out.append(last.with("")) }
            note(block, lines[index].number)
            return block.end
        }
        return left(lines, index)
    }

    /// A block of HTML that stays: Markdown in it would be shown as it is written.
    private mutating func left(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        guard let tag = HTMLTokens.tag(lines[index].text[lines[index].indent.endIndex...]), HTMLNames.left.contains(tag.name) else {
            return nil
        }
        var end = index
        while end < lines.count, !lines[end].isBlank, !lines[end].isCode {
            out.append(inline(lines[end], html: false))
            end += 1
        }
        return end
    }

    /// A block of HTML in a quote.
    mutating func quotedHTML(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        func inner(_ line: BodyLines.Line) -> BodyLines.Line? {
            let bare = line.text.trimmingWhitespace
            guard !line.isCode, bare.hasPrefix(">") else { return nil }
            return line.with(String(bare.dropFirst(bare.hasPrefix("> ") ? 2 : 1)))
        }
        guard let first = inner(lines[index]), let tag = HTMLTokens.tag(first.text[...]), HTMLNames.opensBlock(tag.name) else { return nil }
        var quoted: [BodyLines.Line] = []
        for line in lines[index...] {
            guard let text = inner(line), !text.isBlank else { break }
            quoted.append(text)
        }
        let isAfterText = out.last.map { inner($0).map { !$0.isBlank } ?? false } ?? false
        guard let block = HTMLBlock.convert(quoted, 0, isAfterText: false, isMDX: isMDX) else { return nil }
        let sign = String(lines[index].indent) + ">"
        if isAfterText, let line = block.lines.first { out.append(line.with(sign)) }
        out += block.lines.map { $0.with($0.isBlank ? sign : "\(sign) \($0.text)") }
        note(block, lines[index].number)
        return index + block.end
    }

    /// HTML behind the sign of an item, as far as it is a line of Markdown.
    mutating func htmlInItem(_ lines: [BodyLines.Line], _ index: Int) -> Int? {
        let text = lines[index].text
        guard let open = text.firstIndex(of: "<"), let tag = HTMLTokens.tag(text[open...]), HTMLNames.opensBlock(tag.name) else {
            return nil
        }
        let sign = text[..<open]
        let marker = String(sign).trimmingWhitespace
        let isMarker = ["-", "*", "+"].contains(marker) || (marker.dropLast().allSatisfy(\.isNumber) && ".)".contains(marker.last ?? " "))
        guard isMarker, sign.last == " " else { return nil }
        let block = HTMLBlock.convert([lines[index].with(String(text[open...]))], 0, isAfterText: false, isMDX: isMDX)
        if let block, block.lines.count == 1, block.raw.isEmpty {
            out.append(inline(lines[index].with(sign + block.lines[0].text), html: false))
            note(block, lines[index].number)
        } else {
            out.append(inline(lines[index], html: false))
        }
        return index + 1
    }

    /// A picture or a link whose tag goes over several lines, on one line, and the index behind these.
    static func tagOverLines(_ lines: [BodyLines.Line], _ index: Int) -> (line: BodyLines.Line, end: Int)? {
        let text = lines[index].text
        guard !lines[index].isCode, let open = text.lastIndex(of: "<"), !text[open...].contains(">"), !text.contains("`"),
            ["<img", "<a"].contains(text[open...].prefix { !$0.isWhitespace }.lowercased())
        else { return nil }
        var whole = text
        for end in lines.indices.dropFirst(index + 1).prefix(20) {
            guard !lines[end].isBlank, !lines[end].isCode else { return nil }
            whole = whole.trimmingWhitespaceAtEnd + " " + lines[end].text.trimmingWhitespace
            guard lines[end].text.contains(">") else { continue }
            guard let tag = HTMLTokens.tag(whole[open...]), tag.text.contains("src=") || tag.text.contains("href=") else { return nil }
            return (lines[index].with(whole), end + 1)
        }
        return nil
    }

    private mutating func note(_ block: HTMLBlock.Result, _ number: Int) {
        if block.hasPicture { notes.convert("a picture in HTML is one of Markdown", number) }
        if block.hasLink { notes.convert("a link in HTML is one of Markdown", number) }
        if !block.hasPicture, !block.hasLink { notes.convert("tags of HTML that only wrap text are left out", number) }
    }

    /// A file that GitBook offers, as a link by its name or its caption. A caption may follow.
    mutating func file(_ lines: [BodyLines.Line], _ index: Int, _ source: String, _ caption: String?) -> Int {
        let name = source.split(separator: "/").last.map(String.init) ?? source
        let words = MarkdownText.escaped(caption.flatMap { $0.isEmpty ? nil : $0 } ?? name.removingPercentEncoding ?? name)
        out.append(lines[index].with("\(lines[index].indent)[\(words)](\(InlineConverter.address(source)))"))
        notes.convert("a file that GitBook offers is a link", lines[index].number)
        let isOpen = lines.indices.dropFirst(index + 1).prefix(5).contains {
            ForeignTag.alone(on: lines[$0].text, "{%", "%}")?.name == "endfile"
        }
        if isOpen { out.append(lines[index].with("")) }
        return index + 1
    }
}
