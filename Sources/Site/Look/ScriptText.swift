import Diagnostics

/// A script without comments and without white space that has no meaning. A line end stays where a statement may end with it.
///
/// Strings, template literals and regular expressions stay as they are, and so do comments that begin with `/*!`, such as
/// licences. A script stays as it was written where it is not certain that a slash divides or opens a regular expression, or
/// where something does not close.
struct ScriptText {
    private let input: [UInt8]
    private var output: [UInt8] = []
    private var position = 0
    private var isCertain = true
    /// How many braces are open in the expression of each template literal around this place.
    private var braces: [Int] = []
    /// Whether each open parenthesis is the head of a statement, such as `if (`.
    private var heads: [Bool] = []
    /// Whether the last `)` closed the head of a statement.
    private var endsHead = false
    /// The last byte of code that is not white space; the word that it ends, if it ends one.
    private var last: UInt8?
    private var word: [UInt8] = []

    private static let lineEnd = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    /// Strips a script.
    static func stripped(_ text: String) -> String {
        // These two end a line as well, and no one writes them.
        guard !text.unicodeScalars.contains(where: { $0 == "\u{2028}" || $0 == "\u{2029}" }) else { return text }
        var script = ScriptText(input: Array(text.utf8))
        script.run()
        return script.isCertain && script.braces.isEmpty ? String(decoding: script.output, as: UTF8.self) : text
    }

    private init(input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    private func byte(_ offset: Int = 0) -> UInt8? { position + offset < input.count ? input[position + offset] : nil }

    private mutating func run() {
        while isCertain, let next = byte() {
            switch next {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"): separate()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): copyString(next)
            case UInt8(ascii: "`"): copyTemplate()
            case UInt8(ascii: "/"): slash()
            default: copyCode(next)
            }
        }
        while output.last == Self.lineEnd || output.last == Self.space { output.removeLast() }
        if !output.isEmpty { output.append(Self.lineEnd) }
    }

    private mutating func copyCode(_ next: UInt8) {
        switch next {
        case UInt8(ascii: "("): heads.append(Self.wordsBeforeHead.contains(word))
        case UInt8(ascii: ")"): endsHead = heads.popLast() ?? false
        case UInt8(ascii: "{"): if let open = braces.popLast() { braces.append(open + 1) }
        case UInt8(ascii: "}"):
            if let open = braces.popLast() {
                // The end of an expression in a template literal: the literal goes on.
                guard open > 0 else { return copyTemplate() }
                braces.append(open - 1)
            }
        default: break
        }
        if let before = output.last, next.closesScript, before == Self.space || (next.closesBracket && before == Self.lineEnd) {
            output.removeLast()
        }
        if !next.isScriptLetter || output.last?.isScriptLetter != true { word = [] }
        if next.isScriptLetter { word.append(next) }
        last = next
        copy()
    }

    private mutating func copy() {
        guard let next = byte() else { return }
        output.append(next)
        position += 1
    }

    private mutating func endLine() {
        position += 1
        if output.last == Self.space { output.removeLast() }
        if let before = output.last, before != Self.lineEnd, !before.opensLine { output.append(Self.lineEnd) }
    }

    private mutating func separate() {
        position += 1
        guard let before = output.last, before != Self.lineEnd, before != Self.space, !before.closesScript else { return }
        // The end of an arrow, `=>`.
        if before == UInt8(ascii: ">"), output.dropLast().last == UInt8(ascii: "=") { return }
        output.append(Self.space)
    }

    private mutating func endLiteral(_ mark: UInt8) { (last, word) = (mark, []) }

    private mutating func copyString(_ quote: UInt8) {
        copy()
        while let next = byte(), next != Self.lineEnd {
            copy()
            if next == quote { return endLiteral(quote) }
            if next == UInt8(ascii: "\\") { copy() }
        }
        isCertain = false
    }

    /// Copies a template literal up to its end or to the next expression in it.
    private mutating func copyTemplate() {
        copy()
        while let next = byte() {
            copy()
            if next == UInt8(ascii: "`") { return endLiteral(next) }
            if next == UInt8(ascii: "\\") { copy() }
            if next == UInt8(ascii: "$"), byte() == UInt8(ascii: "{") {
                copy()
                braces.append(0)
                return endLiteral(UInt8(ascii: "{"))
            }
        }
        isCertain = false
    }

    private mutating func slash() {
        if byte(1) == UInt8(ascii: "/") {
            while let next = byte(), next != Self.lineEnd, next != UInt8(ascii: "\r") { position += 1 }
        } else if byte(1) == UInt8(ascii: "*") {
            skipComment()
        } else if let opens = opensExpression {
            if opens { copyExpression() } else { copyCode(UInt8(ascii: "/")) }
        } else {
            isCertain = false
        }
    }

    private mutating func skipComment() {
        let start = position
        position += 2
        while position < input.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { position += 1 }
        guard position < input.count else { return isCertain = false }
        let comment = input[start..<(position + 2)]
        // The last byte of the comment counts as the white space that stays.
        position += 1
        if comment.dropFirst(2).first == UInt8(ascii: "!") {
            output += comment
            position += 1
        } else if comment.contains(where: { $0 == Self.lineEnd || $0 == UInt8(ascii: "\r") }) {
            endLine()
        } else {
            separate()
        }
    }

    /// Whether a slash here opens a regular expression; `nil` where that is not certain.
    private var opensExpression: Bool? {
        guard let last else { return true }
        if last.isScriptLetter { return Self.wordsBeforeExpression.contains(word) }
        switch last {
        case UInt8(ascii: ")"): return endsHead
        case UInt8(ascii: "}"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return nil
        case UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "/"): return false
        default: return true
        }
    }

    private mutating func copyExpression() {
        copy()
        var isInClass = false
        while let next = byte(), next != Self.lineEnd {
            copy()
            switch next {
            case UInt8(ascii: "\\"): copy()
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass: return endLiteral(UInt8(ascii: "]"))
            default: break
            }
        }
        isCertain = false
    }

    private static let wordsBeforeHead = Set(["if", "while", "for", "with"].map { Array($0.utf8) })
    private static let wordsBeforeExpression = Set(
        ["return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "new", "instanceof", "yield", "await"]
            .map { Array($0.utf8) }
    )
}

extension UInt8 {
    /// Whether it is part of a name, a number or a word.
    fileprivate var isScriptLetter: Bool {
        self >= 0x80 || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || (48...57).contains(self) || (65...90).contains(self)
            || (97...122).contains(self)
    }

    /// Whether spaces around it have no meaning. `+`, `-`, `/` and `!` are none of these: two of them can be one token.
    fileprivate var closesScript: Bool { Self.closing.contains(self) }
    /// Whether no statement ends with a line end after it.
    fileprivate var opensLine: Bool { Self.opening.contains(self) }
    /// Whether no statement needs the line end before it.
    fileprivate var closesBracket: Bool { Self.brackets.contains(self) }

    private static let closing = ByteSet("{}()[];,=:?&|")
    private static let opening = ByteSet("{([;,")
    private static let brackets = ByteSet("})]")
}
