/// What a reader sees of raw HTML that is not allowed on a page: its text, without tags, comments, scripts and styles.
package enum RawHTML {
    /// Whether it is one `<br>` tag, in any form.
    package static func isLineBreak(_ html: String) -> Bool {
        var name = html.utf8.dropFirst()
        guard html.utf8.first == UInt8(ascii: "<") else { return false }
        if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
        let letters = name.prefix { isLetter($0) || isDigit($0) }
        return letters.elementsEqual("br".utf8) { $0 | 0x20 == $1 }
    }

    /// The text with character references as written. Elements that are not part of a line of text separate words; white
    /// space is folded.
    package static func text(of html: String) -> String {
        var scanner = Scanner(bytes: Array(html.utf8))
        return scanner.text()
    }

    /// The text with numeric character references and the most common named ones resolved.
    package static func plainText(of html: String) -> String { CharacterReferences.resolve(in: text(of: html)) }

    /// Elements within a line of text. All others separate words.
    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]

    /// Elements whose content is not text for readers.
    private static let hidden: Set<String> = ["script", "style", "template"]

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private struct Scanner {
        let bytes: [UInt8]
        var index = 0
        var result: [UInt8] = []
        var isSpacePending = false

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func text() -> String {
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<"), markup() { continue }
                index += 1
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    isSpacePending = true
                } else {
                    if isSpacePending, !result.isEmpty { result.append(0x20) }
                    isSpacePending = false
                    result.append(byte)
                }
            }
            return String(decoding: result, as: UTF8.self)
        }

        /// Moves past what begins with the `<` at the index. `false` if that is text.
        private mutating func markup() -> Bool {
            let rest = bytes[(index + 1)...]
            switch rest.first {
            case UInt8(ascii: "!"):
                if rest.starts(with: "!--".utf8) { skip(to: "-->") } else { skip(to: rest.starts(with: "![CDATA[".utf8) ? "]]>" : ">") }
            case UInt8(ascii: "?"): skip(to: "?>")
            case let next?:
                let isEnd = next == UInt8(ascii: "/")
                let name = rest.dropFirst(isEnd ? 1 : 0).prefix { RawHTML.isLetter($0) || RawHTML.isDigit($0) || $0 == UInt8(ascii: "-") }
                guard let first = name.first, RawHTML.isLetter(first) else { return false }
                tag(String(decoding: name.map { RawHTML.isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self), isEnd: isEnd, from: name.endIndex)
            case nil: return false
            }
            return true
        }

        private mutating func tag(_ name: String, isEnd: Bool, from start: Int) {
            index = start
            var quote: UInt8?
            while index < bytes.count, quote != nil || bytes[index] != UInt8(ascii: ">") {
                let byte = bytes[index]
                if byte == quote {
                    quote = nil
                } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                }
                index += 1
            }
            index = min(index + 1, bytes.count)
            if !RawHTML.phrasing.contains(name) { isSpacePending = true }
            if !isEnd, RawHTML.hidden.contains(name) {
                skip(to: "</\(name)")
                if index < bytes.count { index -= name.utf8.count + 2 }
            }
        }

        /// Moves past the next `end`, in any case of letters; to the end of the text if there is none.
        private mutating func skip(to end: String) {
            let end = Array(end.utf8)
            while index < bytes.count {
                if bytes[index...].prefix(end.count).elementsEqual(end, by: { $0 == $1 || (RawHTML.isLetter($1) && $0 | 0x20 == $1) }) {
                    index += end.count
                    return
                }
                index += 1
            }
        }
    }
}

/// Character references of HTML, such as `&amp;` and `&#8212;`.
enum CharacterReferences {
    private static let named: [Substring: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·",
        "times": "×", "rarr": "→", "larr": "←", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "sect": "§", "deg": "°",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
    ]

    /// The longest reference that is looked for, in bytes.
    private static let longest = 12

    /// The text with numeric references and those named above resolved; what is not known stays as written.
    static func resolve(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var resolved = ""
        var rest = text[...]
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            resolved += rest[..<start]
            let inner = rest[rest.utf8.index(after: start)...].utf8.prefix(longest).prefix { $0 != UInt8(ascii: ";") && $0 < 0x80 }
            if inner.endIndex < rest.endIndex, rest.utf8[inner.endIndex] == UInt8(ascii: ";"), let scalar = scalar(Substring(inner)) {
                resolved.unicodeScalars.append(scalar)
                rest = rest[rest.utf8.index(after: inner.endIndex)...]
            } else {
                resolved += "&"
                rest = rest[rest.utf8.index(after: start)...]
            }
        }
        return (resolved + rest).cleaned
    }

    private static func scalar(_ name: Substring) -> Unicode.Scalar? {
        guard name.utf8.first == UInt8(ascii: "#") else { return named[name] }
        let digits = name.dropFirst()
        let code =
            digits.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return code.flatMap(Unicode.Scalar.init)
    }
}
