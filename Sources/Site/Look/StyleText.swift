import Diagnostics

/// A style sheet without comments and without white space that has no meaning.
///
/// Strings, addresses in `url(…)` and escapes stay as they are. Comments that begin with `/*!`, such as licences, stay too.
struct StyleText {
    private let input: [UInt8]
    private var output: [UInt8] = []
    private var position = 0

    /// Strips a style sheet.
    static func stripped(_ text: String) -> String {
        var style = StyleText(input: Array(text.utf8))
        style.run()
        return String(decoding: style.output, as: UTF8.self)
    }

    private init(input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    private func byte(_ offset: Int = 0) -> UInt8? { position + offset < input.count ? input[position + offset] : nil }

    private mutating func run() {
        while let next = byte() {
            switch next {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): copyString(next)
            case UInt8(ascii: "\\"): copyEscape()
            case UInt8(ascii: "("):
                copy(1)
                if output.endsWithURLFunction { copyAddress() }
            case UInt8(ascii: "}"):
                // The last declaration needs no semicolon, unless it is a custom property without a value.
                if output.last == UInt8(ascii: ";"), output.dropLast().last != UInt8(ascii: ":") { output.removeLast() }
                copy(1)
            case _ where next.isStyleSpace || startsComment: skipGap()
            default: copy(1)
            }
        }
        if output.last == UInt8(ascii: " ") { output.removeLast() }
    }

    private var startsComment: Bool { byte() == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "*") }

    private mutating func copy(_ count: Int) {
        let end = min(position + count, input.count)
        output += input[position..<end]
        position = end
    }

    /// Writes what a run of white space and comments means: nothing, or that the tokens around it are apart.
    private mutating func skipGap() {
        var hasSpace = false
        while let next = byte() {
            if next.isStyleSpace {
                hasSpace = true
                position += 1
            } else if startsComment {
                let start = position
                skipComment()
                if start + 2 < input.count, input[start + 2] == UInt8(ascii: "!") { output += input[start..<position] }
            } else {
                break
            }
        }
        guard let before = output.last, let after = byte(), !before.opensStyle, !after.closesStyle else { return }
        // A comment separates two tokens without being white space, which would be a combinator in a selector.
        output += hasSpace ? [UInt8(ascii: " ")] : Array("/**/".utf8)
    }

    private mutating func skipComment() {
        position += 2
        while position < input.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { position += 1 }
        position = min(position + 2, input.count)
    }

    /// Copies a string up to its closing quote, or to the end of the line where it has none.
    private mutating func copyString(_ quote: UInt8) {
        copy(1)
        while let next = byte(), next != UInt8(ascii: "\n") {
            copy(next == UInt8(ascii: "\\") ? 2 : 1)
            if next == quote { return }
        }
    }

    /// Copies an escape. White space after hexadecimal digits ends it and is part of it.
    private mutating func copyEscape() {
        copy(1)
        var digits = 0
        while digits < 6, byte()?.isHexadecimal == true {
            copy(1)
            digits += 1
        }
        if digits == 0 || byte()?.isStyleSpace == true { copy(1) }
    }

    /// Copies an address without quotes. One in quotes is a string.
    private mutating func copyAddress() {
        while byte()?.isStyleSpace == true { position += 1 }
        guard let first = byte(), first != UInt8(ascii: "\""), first != UInt8(ascii: "'") else { return }
        while let next = byte() {
            copy(next == UInt8(ascii: "\\") ? 2 : 1)
            if next == UInt8(ascii: ")") { return }
        }
    }
}

extension UInt8 {
    fileprivate var isStyleSpace: Bool { self == 32 || (9...13).contains(self) }
    fileprivate var isHexadecimal: Bool { (48...57).contains(self) || (65...70).contains(self) || (97...102).contains(self) }
    fileprivate var isStyleName: Bool {
        self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || (48...57).contains(self) || (65...90).contains(self)
            || (97...122).contains(self)
    }
    /// Whether white space after it has no meaning.
    fileprivate var opensStyle: Bool { Self.opening.contains(self) }
    /// Whether white space before it has no meaning.
    fileprivate var closesStyle: Bool { Self.closing.contains(self) }

    private static let opening = ByteSet("{};,:>(")
    private static let closing = ByteSet("{};,>)")
}

extension [UInt8] {
    /// Whether the last bytes are `url(`, and not the end of a longer name.
    fileprivate var endsWithURLFunction: Bool {
        guard suffix(4).elementsEqual("url(".utf8, by: { $0 == $1 || $0 | 0x20 == $1 }) else { return false }
        return dropLast(4).last?.isStyleName != true
    }
}
