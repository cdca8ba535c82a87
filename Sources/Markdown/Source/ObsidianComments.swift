import Diagnostics

extension Rule {
    /// A comment that has a start and no end.
    public static let unclosedComment = Rule(
        "unclosed-comment",
        .error,
        "a comment that opens with %% ends with %%, and one that opens with <!-- ends with -->",
        guardsPrivacy: true
    )
}

/// Comments as Obsidian writes them: what is between `%%` and the next `%%`, on one line or over several. They are notes to
/// oneself, so they are not part of a page.
///
/// In code, `%%` is text. A single `%%` is text too behind a word without a space, or behind a number; elsewhere it is taken for
/// a comment that was not closed.
struct ObsidianComments {
    private static let sign = UInt8(ascii: "%")

    private let bytes: [UInt8]
    private var kept: [UInt8] = []
    /// The lines that comments stand on, counted from 0.
    private var commented: Set<Int> = []
    /// Those of them on which a comment begins or ends that goes on over lines.
    private var cut: Set<Int> = []
    private var fences = CodeFences()
    /// Whether a line so indented is code: no list is open, and the line before was blank or such code.
    private var mayBeCode = true
    private var isInList = false

    /// The text without comments, each line of it on its own line as before. Lines of comments between the rows of a table have a
    /// row in their place.
    static func removed(from text: String, in source: SourceText, firstLine: Int, into findings: inout Findings) -> BridgedTables {
        guard mayHave(text) else { return BridgedTables(text: text) }
        var comments = Self(bytes: Array(text.utf8))
        comments.scan(source, firstLine, &findings)
        return BridgedTables(comments.kept, commented: comments.commented, cut: comments.cut, firstLine: firstLine)
    }

    /// A line with spaces in the place of comments that begin and end on it, each as long as its comment.
    static func masked(_ line: Substring) -> String {
        let comments = Self(bytes: Array(line.utf8))
        let bytes = comments.bytes
        var masked: [UInt8] = []
        var place = 0
        while let open = comments.sign(from: place, to: bytes.count), let close = comments.closing(from: open + 2) {
            masked += bytes[place..<open]
            place = close + 2
            masked += Array(repeating: 0x20, count: bytes[open..<place].count { $0 & 0xC0 != 0x80 })
        }
        return String(decoding: masked + bytes[place...], as: UTF8.self)
    }

    private static func mayHave(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == sign, last == sign { return true }
            last = byte
        }
        return false
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        kept.reserveCapacity(bytes.count)
    }

    private mutating func scan(_ source: SourceText, _ firstLine: Int, _ findings: inout Findings) {
        var start = 0
        var line = firstLine
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var place = start
            if !isCode(bytes[start..<end]) {
                while let open = sign(from: place, to: end) {
                    guard let close = closing(from: open + 2) else {
                        if !isText(bytes[start..<open]) {
                            findings.add(
                                Rule.unclosedComment(
                                    "a comment has no end",
                                    at: source.location(line: line),
                                    help: #"put %% where the comment ends, or write \%% if it is text"#
                                )
                            )
                        }
                        break
                    }
                    kept += bytes[place..<open]
                    let lines = bytes[open..<close].count { $0 == UInt8(ascii: "\n") }
                    kept += Array(repeating: UInt8(ascii: "\n"), count: lines)
                    commented.formUnion(line - firstLine...line - firstLine + lines)
                    if lines > 0 { cut.formUnion([line - firstLine, line - firstLine + lines]) }
                    line += lines
                    place = close + 2
                    // The rest of the line on which the comment ends.
                    if lines > 0 { break }
                }
                if place > end {
                    start = place
                    continue
                }
            }
            let next = min(end + 1, bytes.count)
            kept += bytes[place..<next]
            start = next
            line += 1
        }
    }

    /// Whether a sign that nothing closes is text by what is before it on the line: a word, or a number and a space.
    private func isText(_ before: ArraySlice<UInt8>) -> Bool {
        guard let last = before.last else { return false }
        guard last == 0x20 || last == 0x09 else { return true }
        return before.dropLast().last.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Where the next `%%` outside of spans of code is on a line.
    private func sign(from start: Int, to end: Int) -> Int? {
        var index = start
        while index + 1 < end {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "`"): index = endOfCode(from: index, to: end)
            case Self.sign where bytes[index + 1] == Self.sign: return index
            default: index += 1
            }
        }
        return nil
    }

    /// Behind a span of code, or behind its first backticks where it does not end on the line.
    private func endOfCode(from start: Int, to end: Int) -> Int {
        let opening = bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }
        var index = opening.endIndex
        while index < end {
            if bytes[index] == UInt8(ascii: "`") {
                let run = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }
                index = run.endIndex
                if run.count == opening.count { return index }
            } else {
                index += 1
            }
        }
        return opening.endIndex
    }

    private func closing(from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == Self.sign, bytes[index + 1] == Self.sign { return index }
            index += 1
        }
        return nil
    }

    /// Whether a line is code, fenced or indented.
    private mutating func isCode(_ line: ArraySlice<UInt8>) -> Bool {
        if fences.isCode(line) { return true }
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        if text.isEmpty {
            mayBeCode = true
            return false
        }
        let isIndented = line.first == 0x09 || text.startIndex - line.startIndex >= 4
        if isIndented, mayBeCode, !isInList { return true }
        mayBeCode = false
        let digits = text.prefix { (0x30...0x39).contains($0) }
        let sign = text.dropFirst(digits.count).first
        let isItem =
            digits.isEmpty
            ? sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "+")
            : sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
        if isItem { isInList = true } else if text.startIndex == line.startIndex { isInList = false }
        return false
    }
}
