import Diagnostics

/// A tag of a template, with its place in the bytes of the file.
struct Tag {
    enum Kind: Equatable {
        case value, section, inverted, end, partial, parent, block, comment, delimiters
    }

    let kind: Kind
    /// The name without its sign and the whitespace around it; a dynamic name begins with `*`.
    let name: String
    /// The whole tag, with its delimiters.
    let range: Range<Int>
    let nameRange: Range<Int>
    /// For an end tag, what it ends.
    var ended: Kind?
    /// Whether it opens or ends a block that fills one of a parent's.
    var isArgument = false
    /// For an opening tag, where its end tag begins.
    var endStart = 0

    /// The tag as it is written in messages.
    var shown: String { "{{\(Self.sign(ended == nil ? kind : .end))\(name)}}" }

    private static func sign(_ kind: Kind) -> String {
        switch kind {
        case .section: "#"
        case .inverted: "^"
        case .end: "/"
        case .partial: ">"
        case .parent: "<"
        case .block: "$"
        case .value, .comment, .delimiters: ""
        }
    }
}

/// What is wrong with a template's text, and where.
struct SyntaxError: Error {
    let message: String
    let range: Range<Int>
    var help: String?
}

/// Splits a template into text and tags.
struct Lexer {
    enum Token {
        /// Text without a line end, or up to and with one.
        case text(Range<Int>)
        case tag(Tag)
    }

    private let bytes: [UInt8]
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var tokens: [Token] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tokens of a template, in the order of the text.
    static func tokens(of bytes: [UInt8]) throws(SyntaxError) -> [Token] {
        var lexer = Lexer(bytes)
        try lexer.run()
        return lexer.tokens
    }

    private mutating func run() throws(SyntaxError) {
        var index = 0
        while index < bytes.count {
            guard let start = find(opening, from: index) else { break }
            addText(index..<start)
            index = try readTag(at: start)
        }
        addText(index..<bytes.count)
    }

    /// Adds text line by line.
    private mutating func addText(_ range: Range<Int>) {
        var start = range.lowerBound
        for index in range where bytes[index] == UInt8(ascii: "\n") {
            tokens.append(.text(start..<index + 1))
            start = index + 1
        }
        if start < range.upperBound { tokens.append(.text(start..<range.upperBound)) }
    }

    private mutating func readTag(at start: Int) throws(SyntaxError) -> Int {
        let inside = start + opening.count
        let sign = inside < bytes.count ? bytes[inside] : 0
        let (kind, before): (Tag.Kind, Int) =
            switch sign {
            case UInt8(ascii: "#"): (.section, 1)
            case UInt8(ascii: "^"): (.inverted, 1)
            case UInt8(ascii: "/"): (.end, 1)
            case UInt8(ascii: ">"): (.partial, 1)
            case UInt8(ascii: "<"): (.parent, 1)
            case UInt8(ascii: "$"): (.block, 1)
            case UInt8(ascii: "!"): (.comment, 1)
            case UInt8(ascii: "="): (.delimiters, 1)
            case UInt8(ascii: "&"), UInt8(ascii: "{"): (.value, 1)
            default: (.value, 0)
            }
        var end = closing
        if sign == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
        if sign == UInt8(ascii: "=") { end.insert(UInt8(ascii: "="), at: 0) }
        guard let close = find(end, from: inside + before) else {
            throw SyntaxError(
                message: "the tag is not closed",
                range: start..<inside,
                help: "add '\(String(decoding: end, as: UTF8.self))'"
            )
        }
        let range = start..<close + end.count
        let content = trimmed(inside + before..<close)
        switch kind {
        case .comment: add(kind, "", range, content)
        case .delimiters:
            try setDelimiters(content, range)
            add(kind, "", range, content)
        default: add(kind, try name(content, range, isDynamic: kind == .partial || kind == .parent || kind == .end), range, content)
        }
        return range.upperBound
    }

    private mutating func add(_ kind: Tag.Kind, _ name: String, _ range: Range<Int>, _ nameRange: Range<Int>) {
        tokens.append(.tag(Tag(kind: kind, name: name, range: range, nameRange: nameRange)))
    }

    private func name(_ content: Range<Int>, _ range: Range<Int>, isDynamic: Bool) throws(SyntaxError) -> String {
        guard !content.isEmpty else { throw SyntaxError(message: "the tag has no name", range: range) }
        var name = String(decoding: bytes[content], as: UTF8.self)
        if isDynamic, name.hasPrefix("*") {
            let rest = trimmed(content.lowerBound + 1..<content.upperBound)
            name = "*" + String(decoding: bytes[rest], as: UTF8.self)
        }
        guard !name.utf8.contains(where: Lexer.isBlank) else {
            throw SyntaxError(message: "the name '\(name)' contains a space", range: content)
        }
        return name
    }

    private mutating func setDelimiters(_ content: Range<Int>, _ range: Range<Int>) throws(SyntaxError) {
        let parts = bytes[content].split(whereSeparator: Lexer.isBlank)
        guard parts.count == 2, let first = parts.first, let last = parts.last, !(first + last).contains(UInt8(ascii: "=")) else {
            throw SyntaxError(
                message: "invalid delimiters",
                range: range,
                help: "write two delimiters with a space between them: '{{=<% %>=}}'"
            )
        }
        (opening, closing) = (Array(first), Array(last))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while start < end, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first else { return nil }
        var index = start
        while index + needle.count <= bytes.count {
            if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a byte is a space, a tab or part of a line end.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
