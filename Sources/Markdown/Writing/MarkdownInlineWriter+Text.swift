/// What follows a piece of text.
struct TextEnd {
    let next: Inline?
    let following: FlankingClass
    /// Whether the text ends its line.
    let endsLine: Bool
}

extension MarkdownInlineWriter {
    /// Writes text, with a backslash or an entity where it would mean something else.
    mutating func write(_ words: String, _ edge: Edge, _ end: TextEnd) {
        var text = Array(words.utf8)
        var index = 0
        if let first = words.unicodeScalars.first, opensWithEntity || (edge.isFirst && first.isMarkdownSpace) {
            putEntity(first)
            index = first.utf8.count
        }
        opensWithEntity = false
        let last = words.unicodeScalars.last.flatMap { scalar in
            scalar.isMarkdownSpace && (edge.isLast || (end.endsLine && scalar.isASCII)) ? scalar : nil
        }
        var end = end
        if let last {
            text.removeLast(last.utf8.count)
            end = TextEnd(next: nil, following: .punctuation, endsLine: false)
        }
        let balanced = brackets > 0 ? Self.balancedBrackets(text) : []
        while index < text.count { index = write(text, index, balanced, end) }
        if let last, index == text.count { putEntity(last) }
    }

    /// Writes the character at `index`, and returns the index of the one after it.
    private mutating func write(_ text: [UInt8], _ index: Int, _ balanced: Set<Int>, _ end: TextEnd) -> Int {
        let byte = text[index]
        let next = index + 1 < text.count ? text[index + 1] : nil
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return writeRun(text, index, end)
        case 0x20, 0x09:
            if isAtLineStart { putEntity(Unicode.Scalar(byte)) } else { bytes.append(byte) }
            return index + 1
        case Self.lineEnd:
            put("&#10;")
            return index + 1
        case UInt8(ascii: "\\"): escape(byte, if: next?.isMarkdownPunctuation ?? true)
        case UInt8(ascii: "`"): escape(byte, if: true)
        case UInt8(ascii: "["): escape(byte, if: next == UInt8(ascii: "^") || (brackets > 0 && !balanced.contains(index)))
        case UInt8(ascii: "]"):
            escape(byte, if: next == UInt8(ascii: "(") || (brackets > 0 && !balanced.contains(index)))
        case UInt8(ascii: "("): escape(byte, if: index == 0 && bytes.last == UInt8(ascii: "]"))
        case UInt8(ascii: "^"): escape(byte, if: index == 0 && bytes.suffix(2).elementsEqual("![".utf8))
        case UInt8(ascii: "!"): escape(byte, if: next == nil && end.next.opensBracket)
        case UInt8(ascii: "<"): escape(byte, if: Self.opensTag(text, index))
        case UInt8(ascii: "&"): escape(byte, if: text.opensEntity(at: index))
        case UInt8(ascii: ":"): escape(byte, if: (brackets == 0 || images > 0) && endsScheme(text, index))
        case UInt8(ascii: "."): escape(byte, if: (brackets == 0 || images > 0) && endsWWW)
        default: bytes.append(byte)
        }
        return index + 1
    }

    private mutating func escape(_ byte: UInt8, if isNeeded: Bool) {
        if isNeeded { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
    }

    // MARK: - Emphasis signs

    /// Writes a run of one of `*_~`, escaped where it could open or close something.
    private mutating func writeRun(_ text: [UInt8], _ start: Int, _ end: TextEnd) -> Int {
        let sign = text[start]
        let stop = text[start...].firstIndex { $0 != sign } ?? text.count
        var after = end.following
        if stop < text.count {
            after = Self.scalar(in: text, at: stop).map(FlankingClass.init) ?? .word
        } else if case .softBreak? = end.next {
            // It may be written as an entity.
            after = .punctuation
        }
        let isEscaped: Bool
        if isAtLineStart, after == .space || sign == UInt8(ascii: "~") && stop - start >= 3 {
            // It would begin an item, a thematic break or a fence.
            isEscaped = true
        } else {
            let flanking = Flanking(sign, before: before(bytes.count, lookingThroughTildes: false), after: after)
            // A sign beside the delimiter of a strikethrough would be part of it.
            let touches = bytes.last == UInt8(ascii: "~") || (sign == UInt8(ascii: "~") && stop == text.count)
            isEscaped = escapes.contains(sign) && (flanking.canOpen || flanking.canClose || touches)
        }
        if let plan, plan.leavesText, isEscaped, escapes.contains(sign) {
            looseRuns[group].append(WrittenSpan(open: bytes.count, close: bytes.count, length: stop - start))
            bytes += text[start..<stop]
        } else {
            for _ in start..<stop { escape(sign, if: isEscaped) }
        }
        return stop
    }

    private static func scalar(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
        String(decoding: text[index..<min(index + 4, text.count)], as: UTF8.self).unicodeScalars.first
    }

    /// The character before a place in what is written.
    func before(_ place: Int, lookingThroughTildes: Bool) -> FlankingClass {
        var end = place
        if lookingThroughTildes {
            while end > 0, bytes[end - 1] == UInt8(ascii: "~") { end -= 1 }
        }
        return lastScalar(before: end).map(FlankingClass.init) ?? .space
    }

    /// The character after a place in what is written.
    func after(_ place: Int, lookingThroughTildes: Bool) -> FlankingClass {
        var start = place
        if lookingThroughTildes {
            while start < bytes.count, bytes[start] == UInt8(ascii: "~") { start += 1 }
        }
        return start < bytes.count ? Self.scalar(in: bytes, at: start).map(FlankingClass.init) ?? .space : .space
    }

    func lastScalar(before end: Int) -> Unicode.Scalar? {
        guard end > 0 else { return nil }
        var start = end - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.first
    }

    // MARK: - What text could be taken for

    /// Where the brackets are that pair within a text; what is between them is no link.
    private static func balancedBrackets(_ text: [UInt8]) -> Set<Int> {
        var balanced: Set<Int> = []
        var open: [Int] = []
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "[") {
                open.append(index)
            } else if byte == UInt8(ascii: "]"), let start = open.popLast(),
                index + 1 == text.count || text[index + 1] != UInt8(ascii: "("), text[start + 1] != UInt8(ascii: "^")
            {
                balanced.formUnion([start, index])
            }
        }
        return balanced
    }

    /// Whether `<` could begin a tag, a comment or an address.
    private static func opensTag(_ text: [UInt8], _ index: Int) -> Bool {
        guard index + 1 < text.count else { return true }
        let next = text[index + 1]
        if next.isASCIILetter || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(next) { return true }
        let name = text[(index + 1)...].prefix { $0.isASCIILetter || $0.isASCIIDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
        return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == UInt8(ascii: "@")
    }

    /// Whether the `:` at `index` makes a link of the address around it.
    private func endsScheme(_ text: [UInt8], _ index: Int) -> Bool {
        guard text[(index + 1)...].starts(with: "//".utf8) else { return false }
        let letters = bytes.reversed().prefix { $0.isASCIILetter }.reversed().map { $0 | 0x20 }
        return ["http", "https", "ftp"].contains { letters.elementsEqual($0.utf8) }
    }

    /// Whether a `.` would make `www` the start of a link.
    private var endsWWW: Bool {
        guard bytes.suffix(3).elementsEqual("www".utf8) else { return false }
        guard bytes.count > 3 else { return true }
        return " \t\n*_~(".utf8.contains(bytes[bytes.count - 4])
    }
}

extension Inline? {
    /// Whether what is written of it begins with `[`, so that a `!` before it would make an image of it.
    fileprivate var opensBracket: Bool { if case .link(let target, let inner)? = self { !target.isAutolink(inner) } else { false } }
}
