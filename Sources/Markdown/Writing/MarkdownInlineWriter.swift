/// Running text as Markdown, written into a buffer of its own, without the prefixes of the blocks around it.
struct MarkdownInlineWriter {
    /// Where the text is written.
    enum Place {
        /// Line ends are allowed.
        case paragraph
        /// Everything is on one line.
        case line
        /// Everything is on one line, in which `|` ends a cell.
        case cell
    }

    let place: Place
    /// The signs of emphasis that must be escaped in text, since another such sign could pair with them.
    let escapes: DelimiterUse
    var bytes: [UInt8] = []
    /// Where line ends inside raw HTML are.
    var rawLineEnds: [Int] = []
    /// The emphasis around what is written.
    var enclosing: [(sign: UInt8, length: Int)] = []
    /// How many strikethroughs are around what is written.
    var struck = 0
    /// How many links and images are around what is written.
    var brackets = 0
    /// Where the last delimiter of emphasis ends; its sign is the byte before.
    var delimiterEnd = -1
    /// Whether the next character of text is written as an entity, so that it counts as punctuation.
    var opensWithEntity = false

    /// Emphasis and strikethrough as written: outside of links, and in each link.
    var spans: [[WrittenSpan]] = [[]]
    /// Runs of signs in text that are not escaped though they could delimit something, in the same groups.
    var looseRuns: [[WrittenSpan]] = [[]]
    /// The index in `spans` of what is being written.
    var group = 0
    /// How many images are around what is written.
    var images = 0
    /// The signs of emphasis in the order in which it was opened.
    var signs: [UInt8] = []
    /// The signs to write.
    let plan: EmphasisPlan?

    /// The text of prepared inlines.
    static func text(of inlines: [Inline], in place: Place) -> Self {
        let escapes = DelimiterUse(inlines)
        var text = Self(inlines, place: place, escapes: escapes, plan: nil)
        if !EmphasisCheck.holds(in: text) {
            // Long texts get fewer attempts.
            for plan in plans(instead: text.signs).prefix(1 + mostAttempts / (text.bytes.count + 1)) {
                let other = Self(inlines, place: place, escapes: escapes, plan: plan)
                if EmphasisCheck.holds(in: other) {
                    text = other
                    break
                }
            }
        }
        if place == .cell { text.escapePipes() }
        return text
    }

    /// How many bytes are written at most to find delimiters that are read as meant.
    private static let mostAttempts = 1 << 16

    private init(_ inlines: [Inline], place: Place, escapes: DelimiterUse, plan: EmphasisPlan?) {
        self.place = place
        self.escapes = escapes
        self.plan = plan
        write(inlines, isSpan: false, following: .space)
    }

    // MARK: - Inlines

    /// - Parameters:
    ///   - isSpan: Whether delimiters of emphasis stand directly around the inlines.
    ///   - following: What comes after the last of them.
    mutating func write(_ inlines: [Inline], isSpan: Bool, following: FlankingClass) {
        for (index, inline) in inlines.enumerated() {
            let rest = inlines[(index + 1)...]
            let edge = Edge(isFirst: isSpan && index == 0, isLast: isSpan && rest.isEmpty)
            let next = rest.leading(atEdge: false) ?? following
            switch inline {
            case .text(let words):
                write(words, edge, TextEnd(next: rest.first, following: next, endsLine: endsLine(rest)))
            case .code(let code): writeCode(code)
            case .emphasis(let inner):
                if plan == nil, inner.count == 1, case .strong(let both) = inner[0] {
                    writeEmphasis(both, length: 3, edge, following: next)
                } else {
                    writeEmphasis(inner, length: 1, edge, following: next)
                }
            case .strong(let inner): writeEmphasis(inner, length: 2, edge, following: next)
            case .strikethrough(let inner): writeStrikethrough(inner, following: next)
            case .link(let target, let inner): writeLink(target, inner)
            case .image(let target, let alt):
                bytes.append(UInt8(ascii: "!"))
                images += 1
                writeBracketed(alt, target)
                images -= 1
            case .html(let html):
                for byte in html.utf8 {
                    if byte == Self.lineEnd { rawLineEnds.append(bytes.count) }
                    bytes.append(byte)
                }
            case .footnoteReference(let number, _): put("[^\(number)]")
            case .softBreak: writeSoftBreak(isLast: rest.isEmpty, edge)
            case .lineBreak: writeLineBreak(isLast: rest.isEmpty)
            // Preparing made text of these.
            case .citations, .wikiLink, .mention: break
            }
        }
    }

    /// Whether a piece of text is at one of the ends of emphasis.
    struct Edge {
        let isFirst: Bool
        let isLast: Bool
    }

    private func endsLine(_ rest: ArraySlice<Inline>) -> Bool {
        switch rest.first {
        case nil: enclosing.isEmpty && struck == 0 && brackets == 0
        case .softBreak, .lineBreak: true
        default: false
        }
    }

    static let lineEnd = UInt8(ascii: "\n")

    mutating func put(_ text: some StringProtocol) { bytes += text.utf8 }

    mutating func putEntity(_ scalar: Unicode.Scalar) { put("&#\(scalar.value);") }

    var isAtLineStart: Bool { bytes.last.map { $0 == Self.lineEnd } ?? true }

    private mutating func writeSoftBreak(isLast: Bool, _ edge: Edge) {
        if place != .paragraph || isAtLineStart || isLast || edge.isFirst {
            put("&#10;")
        } else {
            bytes.append(Self.lineEnd)
        }
    }

    private mutating func writeLineBreak(isLast: Bool) {
        guard place == .paragraph else { return put(" ") }
        // Two blanks do as well, and are no punctuation beside a delimiter.
        if !isLast || brackets > 0 { put(plan?.marks == .all ? "  \n" : "\\\n") }
    }

    private mutating func writeCode(_ code: String) {
        var runs: Set<Int> = []
        var run = 0
        for byte in code.utf8 {
            if byte == UInt8(ascii: "`") {
                run += 1
            } else {
                runs.insert(run)
                run = 0
            }
        }
        runs.insert(run)
        var length = 1
        while runs.contains(length) { length += 1 }
        let fence = String(repeating: "`", count: length)
        let isBlank = code.utf8.allSatisfy { $0 == 0x20 }
        let isPadded =
            code.utf8.first == UInt8(ascii: "`") || code.utf8.last == UInt8(ascii: "`")
            || !isBlank && code.utf8.first == 0x20 && code.utf8.last == 0x20
        let pad = isPadded ? " " : ""
        put("\(fence)\(pad)\(code)\(pad)\(fence)")
    }

    /// Every `|` with a backslash before it: a table is split at bars before anything else is read.
    private mutating func escapePipes() {
        guard bytes.contains(UInt8(ascii: "|")) else { return }
        bytes = bytes.flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] }
    }
}

extension ArraySlice<Inline> {
    /// The first character of what is written of it, as the rules for emphasis see it; `nil` if there is none. These rules
    /// look through `~`.
    ///
    /// - Parameter atEdge: Whether white space would stand next to a delimiter, where it is written as an entity.
    func leading(atEdge: Bool) -> FlankingClass? {
        switch first {
        case nil: nil
        case .text(let words): words.unicodeScalars.first.map { FlankingClass($0).written(atEdge) }
        case .strikethrough(let inner): inner[...].leading(atEdge: true)
        case .softBreak: atEdge ? .punctuation : .space
        default: .punctuation
        }
    }

    /// The last character of what is written of it.
    func trailing(atEdge: Bool) -> FlankingClass? {
        switch last {
        case nil: nil
        case .text(let words): words.unicodeScalars.last.map { FlankingClass($0).written(atEdge) }
        case .strikethrough(let inner): inner[...].trailing(atEdge: true)
        case .lineBreak: .space
        default: .punctuation
        }
    }
}

extension FlankingClass {
    fileprivate func written(_ atEdge: Bool) -> Self { atEdge && self == .space ? .punctuation : self }
}
