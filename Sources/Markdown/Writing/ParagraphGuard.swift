/// Keeps the lines of a paragraph from being read as another block.
struct ParagraphGuard {
    /// Where a paragraph stands, as far as its first line depends on that.
    struct Position {
        /// Whether it opens an item, where `[ ]` is a task's box.
        var opensItem = false
        /// Whether it stands behind the empty box of a task: any `[x]` on that line would tick it.
        var followsEmptyBox = false
        /// Whether there is a line above it that is part of the same paragraph.
        var continues = false
    }

    private let position: Position

    /// The lines of a paragraph, guarded.
    static func lines(of text: MarkdownInlineWriter, at position: Position) -> [[UInt8]] {
        let guardian = Self(position: position)
        var bytes = text.bytes
        var rawLineEnds = Set(text.rawLineEnds)
        if isOneTag(bytes.prefix { $0 != newline }), let end = bytes.firstIndex(of: newline) {
            // A tag alone on the first line would begin a block of HTML. A line end as an entity is no line's end.
            bytes.replaceSubrange(end...end, with: "&#10;".utf8)
            rawLineEnds = Set(rawLineEnds.map { $0 + 4 })
        }
        if let colon = definitionColon(bytes) { bytes.insert(UInt8(ascii: "\\"), at: colon) }
        var start = 0
        return bytes.split(separator: newline, omittingEmptySubsequences: false).enumerated().map { index, line in
            let isRaw = index > 0 && rawLineEnds.contains(start - 1)
            start += line.count + 1
            return guardian.line(Array(line), isFirst: index == 0, isRaw: isRaw)
        }
    }

    private static let newline = UInt8(ascii: "\n")

    private func line(_ line: [UInt8], isFirst: Bool, isRaw: Bool) -> [UInt8] {
        var line = line
        let indented = Array("    ".utf8) + line
        let continues = !isFirst || position.continues
        if isRaw { return line.first.map { ">#-+*=_~`<|:[".utf8.contains($0) || $0.isASCIIDigit } == true ? indented : line }
        // Four blanks make no block of a line within a paragraph.
        if continues, HTMLBlockStart(line[...]) != nil { return indented }
        if let place = line.blockMarker(continues: continues, isFirst: isFirst) { line.insert(UInt8(ascii: "\\"), at: place) }
        if let place = line.footnoteColon { line.insert(UInt8(ascii: "\\"), at: place) }
        if isFirst, position.opensItem, line.opensWithBox { line.insert(UInt8(ascii: "\\"), at: 0) }
        if isFirst, position.followsEmptyBox { line.escapeTicks() }
        return line
    }

    /// Where the colon is that makes `[label]: …` at a paragraph's start the definition of a link.
    private static func definitionColon(_ bytes: [UInt8]) -> Int? {
        guard bytes.first == UInt8(ascii: "["), bytes.dropFirst().first != UInt8(ascii: "^") else { return nil }
        var index = 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "]"): return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ":") ? index + 1 : nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether a line is one tag and nothing else.
    private static func isOneTag(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "<"), line.last == UInt8(ascii: ">") else { return false }
        let name = line.dropFirst().drop { $0 == UInt8(ascii: "/") }
        let rest = name.drop { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
        return name.first?.isASCIILetter == true && rest.first.map { $0.isBlank || "/>".utf8.contains($0) } == true
            && !rest.contains(UInt8(ascii: "<"))
    }
}

extension [UInt8] {
    /// Where a backslash keeps the line from beginning a block; `nil` if it begins none.
    fileprivate func blockMarker(continues: Bool, isFirst: Bool) -> Int? {
        guard let first else { return nil }
        switch first {
        case UInt8(ascii: ">"): return 0
        case UInt8(ascii: "#"):
            let level = prefix { $0 == first }.count
            return level <= 6 && isBlankOrEnd(level) ? 0 : nil
        case UInt8(ascii: "="): return continues && isOnly(first) ? 0 : nil
        case UInt8(ascii: "+"): return isBlankOrEnd(1) ? 0 : nil
        case UInt8(ascii: "-"): return isBlankOrEnd(1) || isOnly(first) || (continues && isDelimiterRow) ? 0 : nil
        case UInt8(ascii: "|"), UInt8(ascii: ":"): return continues && isDelimiterRow ? 0 : nil
        default:
            let digits = prefix { $0.isASCIIDigit }.count
            guard (1...9).contains(digits), digits < count, self[digits] == UInt8(ascii: ".") || self[digits] == UInt8(ascii: ")"),
                isBlankOrEnd(digits + 1)
            else { return nil }
            // Only a list that begins with 1 can interrupt a paragraph, and only with text in its first item.
            let isOne = Int(String(decoding: prefix(digits), as: UTF8.self)) == 1
            return isFirst || (isOne && digits + 1 < count) ? digits : nil
        }
    }

    private func isBlankOrEnd(_ index: Int) -> Bool { index >= count || self[index].isBlank }

    private func isOnly(_ sign: UInt8) -> Bool { allSatisfy { $0 == sign || $0.isBlank } }

    /// Whether it could be the row below a table's header.
    private var isDelimiterRow: Bool {
        contains(UInt8(ascii: "-"))
            && allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }

    /// Where the colon is that makes `[^1]: …` the definition of a footnote.
    fileprivate var footnoteColon: Int? {
        guard starts(with: "[^".utf8), let close = firstIndex(of: UInt8(ascii: "]")), close + 1 < count,
            self[close + 1] == UInt8(ascii: ":")
        else { return nil }
        return close + 1
    }

    /// Whether it begins as a task does.
    fileprivate var opensWithBox: Bool {
        count >= 3 && self[0] == UInt8(ascii: "[") && (self[1] == 0x20 || self[1] | 0x20 == UInt8(ascii: "x"))
            && self[2] == UInt8(ascii: "]")
            && isBlankOrEnd(3)
    }

    fileprivate mutating func escapeTicks() {
        var index = 0
        while index + 2 < count {
            if self[index] == UInt8(ascii: "["), self[index + 1] | 0x20 == UInt8(ascii: "x"), self[index + 2] == UInt8(ascii: "]"),
                index == 0 || self[index - 1] != UInt8(ascii: "\\"), index + 3 == count || self[index + 3] != UInt8(ascii: "(")
            {
                insert(UInt8(ascii: "\\"), at: index)
            }
            index += 1
        }
    }
}
