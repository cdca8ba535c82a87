/// Emphasis or strikethrough as it was written: where its delimiters begin and how long they are.
struct WrittenSpan: Hashable {
    var open: Int
    var close: Int
    var length: Int
}

/// Pairs delimiters as cmark does (CommonMark, "Phase 2: inline structure"), to see whether emphasis is read as it was meant.
struct EmphasisCheck {
    /// A run of equal delimiters.
    private struct Run {
        let sign: UInt8
        var start: Int
        let length: Int
        let flanking: Flanking
        /// How many of its signs are not used yet.
        var left: Int
        var isActive = true
    }

    private var runs: [Run] = []
    private var found: Set<WrittenSpan> = []
    /// Where the search for openers ends, by the sign and the length of the closer.
    private var bottoms: [Int: Int] = [:]

    /// Whether the parser finds the emphasis in a text that was meant, and no other.
    static func holds(in text: MarkdownInlineWriter) -> Bool {
        // Links are read before the emphasis around them: each is a text of its own.
        zip(text.spans, text.looseRuns).allSatisfy { spans, loose in
            if spans.isEmpty, loose.isEmpty { return true }
            var check = Self()
            check.findRuns(spans.flatMap { [($0.open, $0.length), ($0.close, $0.length)] } + loose.map { ($0.open, $0.length) }, text)
            check.pair()
            return check.found == Set(spans)
        }
    }

    private mutating func findRuns(_ parts: [(start: Int, length: Int)], _ text: MarkdownInlineWriter) {
        let parts = parts.sorted { $0.start < $1.start }
        var index = 0
        while index < parts.count {
            let start = parts[index].start
            let sign = text.bytes[start]
            var end = start
            while index < parts.count, parts[index].start == end, text.bytes[end] == sign {
                end += parts[index].length
                index += 1
            }
            // Delimiters look through `~`, but not strikethrough itself.
            let looksThrough = sign != UInt8(ascii: "~")
            let flanking = Flanking(
                sign,
                before: text.before(start, lookingThroughTildes: looksThrough),
                after: text.after(end, lookingThroughTildes: looksThrough)
            )
            runs.append(Run(sign: sign, start: start, length: end - start, flanking: flanking, left: end - start))
        }
    }

    private mutating func pair() {
        var closer = 0
        while closer < runs.count {
            guard runs[closer].isActive, runs[closer].flanking.canClose else {
                closer += 1
                continue
            }
            let key = Int(runs[closer].sign) * 3 + runs[closer].length % 3
            guard let opener = opener(for: closer, from: bottoms[key] ?? 0) else {
                bottoms[key] = closer
                if !runs[closer].flanking.canOpen { runs[closer].isActive = false }
                closer += 1
                continue
            }
            use(opener, closer)
            if !runs[closer].isActive { closer += 1 }
        }
    }

    private func opener(for closer: Int, from bottom: Int) -> Int? {
        (bottom..<max(bottom, closer)).last { index in
            guard runs[index].isActive, runs[index].flanking.canOpen, runs[index].sign == runs[closer].sign else { return false }
            return !(runs[closer].flanking.canOpen || runs[index].flanking.canClose) || runs[closer].length % 3 == 0
                || (runs[index].length + runs[closer].length) % 3 != 0
        }
    }

    private mutating func use(_ opener: Int, _ closer: Int) {
        for index in (opener + 1)..<closer { runs[index].isActive = false }
        if runs[closer].sign == UInt8(ascii: "~") {
            if runs[opener].length == runs[closer].length {
                found.insert(WrittenSpan(open: runs[opener].start, close: runs[closer].start, length: runs[opener].length))
            }
            (runs[opener].isActive, runs[closer].isActive) = (false, false)
            return
        }
        let length = runs[opener].left >= 2 && runs[closer].left >= 2 ? 2 : 1
        found.insert(
            WrittenSpan(open: runs[opener].start + runs[opener].left - length, close: runs[closer].start, length: length)
        )
        runs[opener].left -= length
        runs[closer].left -= length
        runs[closer].start += length
        if runs[opener].left == 0 { runs[opener].isActive = false }
        if runs[closer].left == 0 { runs[closer].isActive = false }
    }
}
