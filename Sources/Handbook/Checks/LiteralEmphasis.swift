import Diagnostics
import Markdown

extension Rule {
    /// Asterisks of emphasis that CommonMark leaves as they are.
    public static let literalEmphasis = Rule("literal-emphasis", .warning, "asterisks around words make them strong, and are not shown")
}

extension Check {
    /// Asterisks that readers see. CommonMark takes `**` for the end of strong words only where punctuation before it is not followed by
    /// a letter, and for the beginning where a letter before it is not followed by punctuation: languages without spaces between
    /// words break that often, as in `**质量：**检查`.
    static let literalEmphasis = Check(rules: [.literalEmphasis]) { handbook, findings in
        for page in handbook.everyText {
            for block in page.document.blocks { report(block, page, into: &findings) }
        }
    }

    private static func report(_ block: Block, _ page: Page, into findings: inout Findings) {
        for child in block.children { report(child, page, into: &findings) }
        guard !block.inlines.isEmpty, let mark = LiteralMark.first(in: block.inlines) else { return }
        // A mark with a backslash before it, or in code, is meant to be seen.
        guard let place = place(of: mark, in: block, page) else { return }
        findings.add(
            Rule.literalEmphasis(
                "'\(mark.shown)' is shown with its asterisks",
                at: place,
                help: mark.closes
                    ? "put the punctuation behind the closing \(mark.run), or a space"
                    : "put the punctuation before the opening \(mark.run), or a space"
            )
        )
    }

    private static func place(of mark: LiteralMark, in block: Block, _ page: Page) -> Location? {
        for number in block.lines {
            guard let line = page.source.line(number), let range = line.firstRange(of: mark.context) else { continue }
            let start = line[..<range.lowerBound].unicodeScalars.count + 2
            return page.source.location(line: number, columns: [start..<start + mark.run.count])
        }
        return nil
    }
}

/// A run of asterisks in text that was to begin or end emphasis.
private struct LiteralMark {
    let run: String
    /// The run with the character before it and the one behind it.
    let context: String
    let closes: Bool
    /// The words between the two runs, with these.
    let shown: String

    /// The first run that its neighbours keep from being one end of a pair, where the other end is there too.
    static func first(in inlines: [Inline]) -> LiteralMark? {
        let text = Array(inlines.flatMap(words).joined())
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            let end = text[index...].prefix { $0 == "*" }.endIndex
            if end > index { runs.append(index..<end) }
            index = max(end, index + 1)
        }
        for (open, close) in zip(runs, runs.dropFirst()) where open.count == close.count && open.count < 4 {
            guard let before = open.upperBound < close.lowerBound ? text[open.upperBound] : nil, !before.isWhitespace,
                !text[close.lowerBound - 1].isWhitespace
            else { continue }
            let closes = isKept(text, close, inside: close.lowerBound - 1, outside: close.upperBound, isSingle: open.count == 1)
            let opens = isKept(text, open, inside: open.upperBound, outside: open.lowerBound - 1, isSingle: open.count == 1)
            guard closes || opens else { continue }
            let run = closes ? close : open
            return LiteralMark(
                run: String(text[run]),
                context: String(text[run.lowerBound - 1...run.upperBound]),
                closes: closes,
                shown: String(text[open.lowerBound..<close.upperBound])
            )
        }
        return nil
    }

    /// Whether a run has punctuation on its inner side and a letter on its outer side. A single asterisk is also a sign of multiplication:
    /// it counts beside letters that ASCII does not have.
    private static func isKept(_ text: [Character], _ run: Range<Int>, inside: Int, outside: Int, isSingle: Bool) -> Bool {
        guard text.indices.contains(inside), text.indices.contains(outside) else { return false }
        // `f(**kwargs)` has a bracket on the side where one opens.
        let bracket: Unicode.GeneralCategory = inside < run.lowerBound ? .openPunctuation : .closePunctuation
        let isSign =
            (text[inside].isPunctuation || text[inside].isSymbol)
            && text[inside].unicodeScalars.first?.properties.generalCategory != bracket
        return isSign && (text[outside].isLetter || text[outside].isNumber) && (!isSingle || !text[outside].isASCII)
    }

    /// The text between elements; each element is a sign that stands for itself.
    private static func words(_ inline: Inline) -> [String] {
        switch inline {
        case .text(let text): [text]
        case .softBreak, .lineBreak: ["\n"]
        default: ["\u{FFFC}"]
        }
    }
}
