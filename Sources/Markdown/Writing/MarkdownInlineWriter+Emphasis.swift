extension MarkdownInlineWriter {
    /// How emphasis is written.
    struct Delimiter {
        let sign: UInt8
        /// Whether the character before it becomes an entity, so that it counts as punctuation.
        var marksBefore = false
        /// Whether the character after it becomes an entity.
        var marksAfter = false
    }

    /// The signs of every emphasis of a text in order, and which characters beside them become entities.
    struct EmphasisPlan {
        enum Marks: CaseIterable {
            case needed, none, all
        }

        let signs: [UInt8]
        let marks: Marks
        /// Whether signs in text are left as they are, if the delimiters beside them are read as meant then.
        let leavesText: Bool
    }

    /// Plans other than one that failed: first with one sign changed, then with more of a few that follow each other.
    static func plans(instead signs: [UInt8]) -> some Sequence<EmphasisPlan> {
        let width = min(signs.count, 8)
        let masks = (0..<(1 << width)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        let starts = Array(stride(from: 0, through: signs.count - width, by: 4)) + [signs.count - width]
        return [false, true].lazy.flatMap { leavesText in
            EmphasisPlan.Marks.allCases.lazy.flatMap { marks in
                starts.lazy.flatMap { start in
                    masks.lazy.map { mask in
                        var changed = signs
                        for bit in 0..<width where mask >> bit & 1 == 1 {
                            changed[start + bit] ^= UInt8(ascii: "*") ^ UInt8(ascii: "_")
                        }
                        return EmphasisPlan(signs: changed, marks: marks, leavesText: leavesText)
                    }
                }
            }
        }
    }

    mutating func writeEmphasis(_ inner: [Inline], length: Int, _ edge: Edge, following: FlankingClass) {
        let delimiter = delimiter(for: inner, length, isLast: edge.isLast, following)
        if delimiter.marksBefore { makeLastCharacterEntity() }
        let run = Array(repeating: delimiter.sign, count: length)
        let span = open(length == 3 ? 2 : length, delimiter.sign)
        bytes += run
        delimiterEnd = bytes.count
        enclosing.append((delimiter.sign, length))
        write(inner, isSpan: true, following: .punctuation)
        enclosing.removeLast()
        close(span)
        if length == 3 {
            // Emphasis around strong emphasis: the inner one takes the inner signs.
            spans[group][span].open += 1
            spans[group].append(WrittenSpan(open: spans[group][span].open - 1, close: bytes.count + 2, length: 1))
            signs.append(delimiter.sign)
        }
        bytes += run
        delimiterEnd = bytes.count
        if delimiter.marksAfter { opensWithEntity = true }
    }

    private mutating func open(_ length: Int, _ sign: UInt8) -> Int {
        if sign != UInt8(ascii: "~") { signs.append(sign) }
        spans[group].append(WrittenSpan(open: bytes.count, close: 0, length: length))
        return spans[group].count - 1
    }

    private mutating func close(_ span: Int) { spans[group][span].close = bytes.count }

    /// As planned; else by the first of these ways that the parser should read as meant: `*`, `_`, and each of them beside
    /// characters that are written as entities.
    private func delimiter(for inner: [Inline], _ length: Int, isLast: Bool, _ following: FlankingClass) -> Delimiter {
        let before = before(bytes.count, lookingThroughTildes: true)
        let first = inner[...].leading(atEdge: true) ?? .punctuation
        let last = inner[...].trailing(atEdge: true) ?? .punctuation
        if let plan, signs.count < plan.signs.count {
            let sign = plan.signs[signs.count]
            return Delimiter(
                sign: sign,
                marksBefore: before == .word && marks(needed: !Flanking(sign, before: before, after: first).canOpen),
                marksAfter: following == .word && marks(needed: !Flanking(sign, before: last, after: following).canClose)
            )
        }
        for (marksBefore, marksAfter) in [(false, false), (false, true), (true, false), (true, true)] {
            if marksBefore && before != .word || marksAfter && following != .word { continue }
            for sign in [UInt8(ascii: "*"), UInt8(ascii: "_")] where !touches(sign, isLast: isLast) {
                let open = Flanking(sign, before: marksBefore ? .punctuation : before, after: first)
                let close = Flanking(sign, before: last, after: marksAfter ? .punctuation : following)
                // The parser would take an opener that can close for the end of emphasis around it.
                if open.canOpen, close.canClose, !(open.canClose && pairs(sign, length)) {
                    return Delimiter(sign: sign, marksBefore: marksBefore, marksAfter: marksAfter)
                }
            }
        }
        return Delimiter(sign: UInt8(ascii: "*"))
    }

    /// Whether a character beside a delimiter becomes an entity.
    private func marks(needed: Bool) -> Bool {
        switch plan?.marks ?? .needed {
        case .needed: needed
        case .none: false
        case .all: true
        }
    }

    /// Whether the same sign stands directly before, or will stand directly after: two runs would be one.
    private func touches(_ sign: UInt8, isLast: Bool) -> Bool {
        (delimiterEnd == bytes.count && bytes.last == sign) || (isLast && enclosing.last?.sign == sign)
    }

    /// Whether a run that can open and close pairs with emphasis around it: the rule about multiples of three.
    private func pairs(_ sign: UInt8, _ length: Int) -> Bool {
        enclosing.contains { $0.sign == sign && (length % 3 == 0 || ($0.length + length) % 3 != 0) }
    }

    mutating func writeStrikethrough(_ inner: [Inline], following: FlankingClass) {
        let sign = UInt8(ascii: "~")
        let run = Array(repeating: sign, count: struck.isMultiple(of: 2) ? 2 : 1)
        let before = before(bytes.count, lookingThroughTildes: false)
        let first = inner[...].leading(atEdge: true) ?? .punctuation
        let last = inner[...].trailing(atEdge: true) ?? .punctuation
        if before == .word, marks(needed: !Flanking(sign, before: before, after: first).canOpen) { makeLastCharacterEntity() }
        let span = open(run.count, sign)
        bytes += run
        struck += 1
        write(inner, isSpan: true, following: following)
        struck -= 1
        close(span)
        bytes += run
        if following == .word, marks(needed: !Flanking(sign, before: last, after: following).canClose) { opensWithEntity = true }
    }

    /// Writes the last character, one before `~` included, as an entity.
    private mutating func makeLastCharacterEntity() {
        let tildes = bytes.reversed().prefix { $0 == UInt8(ascii: "~") }.count
        guard let scalar = lastScalar(before: bytes.count - tildes) else { return }
        let count = bytes.count
        bytes.removeLast(scalar.utf8.count + tildes)
        let start = bytes.count
        // `_` in a word delimits nothing, but does beside punctuation.
        let isEscaped = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2) == false
        if bytes.last == UInt8(ascii: "_"), delimiterEnd != bytes.count, !isEscaped {
            bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 1)
        }
        // A backslash that stood before a letter stands before punctuation now.
        if bytes.reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count.isMultiple(of: 2) == false { put("\\") }
        putEntity(scalar)
        bytes += Array(repeating: UInt8(ascii: "~"), count: tildes)
        let more = bytes.count - count
        guard tildes > 0 else { return }
        for index in spans[group].indices {
            if spans[group][index].open >= start { spans[group][index].open += more }
            if spans[group][index].close >= start { spans[group][index].close += more }
        }
    }
}

/// The signs that could pair in a paragraph: those that delimit something in it, and those that its text has more than one run of.
struct DelimiterUse {
    private var runs: [UInt8: Int] = [:]
    private var hasEmphasis = false
    private var hasStrikethrough = false

    init(_ inlines: [Inline]) { count(inlines) }

    /// Whether the sign could pair with another one.
    func contains(_ sign: UInt8) -> Bool {
        hasEmphasis || (sign == UInt8(ascii: "~") && hasStrikethrough) || runs[sign, default: 0] > 1
    }

    private mutating func count(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .emphasis(let inner), .strong(let inner):
                hasEmphasis = true
                count(inner)
            case .strikethrough(let inner):
                hasStrikethrough = true
                count(inner)
            case .link(_, let inner), .image(_, let inner): count(inner)
            case .text(let words): count(Array(words.utf8))
            default: break
            }
        }
    }

    private mutating func count(_ text: [UInt8]) {
        var start = 0
        while start < text.count {
            let sign = text[start]
            let stop = text[start...].firstIndex { $0 != sign } ?? text.count
            if [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")].contains(sign) {
                let (before, after) = (start > 0 ? text[start - 1] : 0x20, stop < text.count ? text[stop] : 0x20)
                // Blanks at the ends of text may become entities.
                let isAlone = before.isBlank && after.isBlank && start > 1 && stop < text.count - 1
                let isInWord = sign == UInt8(ascii: "_") && before.isWord && after.isWord
                if !isAlone && !isInWord { runs[sign, default: 0] += 1 }
            }
            start = stop
        }
    }
}
