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
            let marks = page.literalMarks {
                var found = Findings()
                for block in page.document.blocks { report(block, page, into: &found) }
                return found.all
            }
            for mark in marks { findings.add(mark) }
        }
    }

    private static func report(_ block: Block, _ page: Page, into findings: inout Findings) {
        for child in block.children { report(child, page, into: &findings) }
        report(block.inlines, in: block, page, into: &findings)
    }

    /// Text, and text inside of links, images and emphasis.
    private static func report(_ inlines: [Inline], in block: Block, _ page: Page, into findings: inout Findings) {
        for inline in inlines where !inline.children.isEmpty { report(inline.children, in: block, page, into: &findings) }
        // A mark with a backslash before it, or in code, is meant to be seen.
        guard inlines.contains(where: \.mayHaveMarks), let mark = LiteralMark.first(in: inlines),
            let place = place(of: mark, in: block, page)
        else { return }
        // In a cell of a matrix they cross letters out, which is a finding of its own.
        if page.id.kind == .matrix, block.kind == .cell, mark.run.first == "~" { return }
        let signs = mark.run.first == "*" ? "asterisks" : mark.run.first == "_" ? "underscores" : "tildes"
        findings.add(
            Rule.literalEmphasis(
                "'\(mark.shown)' is shown with its \(signs)",
                at: place,
                help: mark.remedy
            )
        )
    }

    private static func place(of mark: LiteralMark, in block: Block, _ page: Page) -> Location? {
        for number in block.lines {
            guard let line = page.source.line(number), let range = line.firstRange(of: mark.context) else { continue }
            let start = line[..<range.lowerBound].unicodeScalars.count + mark.offset + 1
            return page.source.location(line: number, columns: [start..<start + mark.run.count])
        }
        return nil
    }
}

extension Inline {
    /// Whether it is text with signs of emphasis in it.
    fileprivate var mayHaveMarks: Bool {
        guard case .text(let text) = self else { return false }
        return text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "~") }
    }

    /// The text inside of it.
    fileprivate var children: [Inline] {
        switch self {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner), .image(_, let inner): inner
        default: []
        }
    }
}

/// A run of asterisks, underscores or tildes in text that was to begin or end emphasis.
private struct LiteralMark {
    let run: String
    /// The run with its neighbours, as far as they are written as they read.
    let context: String
    /// Where in the context the run is.
    let offset: Int
    /// The words between the two runs, with these.
    let shown: String
    let remedy: String

    /// Stands for an element between words: code, a link, strong words.
    private static let element: Character = "\u{FFFC}"
    private static let signs: Set<Character> = ["*", "_", "~"]

    /// The first run that its neighbours keep from being one end of a pair, where the other end is there too.
    static func first(in inlines: [Inline]) -> LiteralMark? {
        let text = Array(inlines.flatMap(words).joined())
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            guard signs.contains(text[index]) else {
                index += 1
                continue
            }
            let end = text[index...].prefix { $0 == text[index] }.endIndex
            runs.append(index..<end)
            index = end
        }
        for (open, close) in zip(runs, runs.dropFirst()) where isPair(text, open, close) {
            guard let remedy = remedy(text, open, close) else { continue }
            let run = remedy.closes ? close : open
            let from =
                text.indices.contains(run.lowerBound - 1) && text[run.lowerBound - 1] != element ? run.lowerBound - 1 : run.lowerBound
            let to = text.indices.contains(run.upperBound) && text[run.upperBound] != element ? run.upperBound : run.upperBound - 1
            return LiteralMark(
                run: String(text[run]),
                context: String(text[from...to]),
                offset: run.lowerBound - from,
                shown: String(text[open.lowerBound..<close.upperBound]).replacing(String(element), with: "…"),
                remedy: remedy.help
            )
        }
        return nil
    }

    private static func isPair(_ text: [Character], _ open: Range<Int>, _ close: Range<Int>) -> Bool {
        guard open.count == close.count, text[open.lowerBound] == text[close.lowerBound], open.upperBound < close.lowerBound,
            !text[open.upperBound].isWhitespace
        else { return false }
        switch text[open.lowerBound] {
        case "*": return open.count < 4
        // One of them is part of many names, and so are two that begin in a word.
        case "_":
            let before = open.lowerBound > 0 ? text[open.lowerBound - 1] : " "
            return open.count == 2 && !before.isLetter && !before.isNumber
        default: return open.count == 2
        }
    }

    private static func remedy(_ text: [Character], _ open: Range<Int>, _ close: Range<Int>) -> (closes: Bool, help: String)? {
        let run = String(text[close])
        let isSingle = open.count == 1
        if text[close.lowerBound - 1].isWhitespace {
            // `**Note: **text`, where the space was to stand behind.
            let end = text[..<close.lowerBound].lastIndex { !$0.isWhitespace }
            guard !isSingle, let end, end > open.upperBound, ":：,，;；.。!！?？".contains(text[end]), text.indices.contains(close.upperBound),
                text[close.upperBound].isLetter
            else { return nil }
            return (true, "put the space behind the closing \(run)")
        }
        if isKept(text, close, inside: close.lowerBound - 1, outside: close.upperBound, isSingle: isSingle) {
            return (true, "put the punctuation behind the closing \(run), or a space")
        }
        if isKept(text, open, inside: open.upperBound, outside: open.lowerBound - 1, isSingle: isSingle) {
            return (false, "put the punctuation before the opening \(run), or a space")
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
        default: [String(element)]
        }
    }
}
