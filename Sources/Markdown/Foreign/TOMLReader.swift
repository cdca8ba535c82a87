import Diagnostics

/// Reads the keys of TOML at its top level, as front matter has them: texts, numbers, dates, lists and inline tables. What
/// stands under a `[table]` is kept as one entry without a value.
///
/// A reader of its own: the library for TOML that Swift has is one in C++, which gives no lines of keys, and what front matter
/// needs of the language is this.
struct TOMLReader {
    private let source: SourceText
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// The file's line.
    private var line: Int
    /// What could not be read, and where; all from there on is left.
    private(set) var fault: Located<String>?

    private struct Fault: Error { let words: String }

    /// - Parameter firstLine: the file's line on which the text begins.
    init(_ text: String, _ source: SourceText, firstLine: Int) {
        self.source = source
        line = firstLine
        scalars = Array(text.unicodeScalars)
    }

    mutating func read() -> [ForeignFrontMatter.Entry] {
        var entries: [ForeignFrontMatter.Entry] = []
        do {
            while true {
                skip(lines: true)
                guard let next = peek else { break }
                let start = line
                if next == "[" {
                    entries.append(table(from: start))
                    continue
                }
                let key = try key()
                skip()
                guard take("=") else { throw Fault(words: "'=' is missing behind '\(key)'") }
                skip()
                let value = try value(depth: 0)
                let end = line
                skip()
                guard peek == nil || peek == "\n" else { throw Fault(words: "something follows the value of '\(key)'") }
                guard !entries.contains(where: { $0.key == key }) else { throw Fault(words: "'\(key)' is given twice") }
                entries.append(ForeignFrontMatter.Entry(key: key, value: value, lines: start...end))
            }
        } catch {
            fault = Located((error as? Fault)?.words ?? "it cannot be read", at: source.location(line: line))
        }
        return entries
    }

    /// From the heading of a table to the next one, unread.
    private mutating func table(from start: Int) -> ForeignFrontMatter.Entry {
        let name = String(text(until: "\n").prefix { $0 != "#" }).trimmingWhitespace
        var end = start
        while peek != nil {
            index += 1
            line += 1
            if peek == nil || peek == "[" { break }
            if !text(until: "\n").allSatisfy(\.isWhitespace) { end = line }
        }
        return ForeignFrontMatter.Entry(key: name, value: nil, lines: start...end)
    }

    // MARK: - Signs

    private var peek: Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek == sign else { return false }
        advance()
        return true
    }

    private mutating func advance() {
        if peek == "\n" { line += 1 }
        index += 1
    }

    private mutating func skip(lines: Bool = false) {
        while let next = peek {
            if next == "#" {
                _ = text(until: "\n")
            } else if next == " " || next == "\t" || (lines && next == "\n") {
                advance()
            } else {
                return
            }
        }
    }

    private mutating func text(until end: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        while let next = peek, next != end {
            text.append(next)
            advance()
        }
        return String(text)
    }

    // MARK: - Keys and values

    private mutating func key() throws -> String {
        var parts: [String] = []
        repeat {
            skip()
            if let quote = peek, quote == "\"" || quote == "'" {
                advance()
                parts.append(try line(quotedBy: quote))
            } else {
                var part = String.UnicodeScalarView()
                while let next = peek, next.isASCII,
                    next.properties.isAlphabetic || ("0"..."9").contains(next) || next == "-" || next == "_"
                {
                    part.append(next)
                    advance()
                }
                guard !part.isEmpty else { throw Fault(words: "a key is missing") }
                parts.append(String(part))
            }
            skip()
        } while take(".")
        return parts.joined(separator: ".")
    }

    private mutating func value(depth: Int) throws -> ForeignValue {
        guard depth < 32, let next = peek else { throw Fault(words: depth < 32 ? "a value is missing" : "values are nested too deep") }
        switch next {
        case "\"", "'":
            advance()
            if peek == next, scalars.indices.contains(index + 1), scalars[index + 1] == next {
                index += 2
                return .scalar(try lines(quotedBy: next), isPlain: false)
            }
            return .scalar(try line(quotedBy: next), isPlain: false)
        case "[":
            advance()
            return .list(try items(until: "]", inLines: true) { reader throws in try reader.value(depth: depth + 1) })
        case "{":
            advance()
            return .record(
                try items(until: "}", inLines: false) { reader throws in
                    let key = try reader.key()
                    guard reader.take("=") else { throw Fault(words: "'=' is missing behind '\(key)'") }
                    reader.skip()
                    return ForeignValue.Entry(key, try reader.value(depth: depth + 1))
                }
            )
        default:
            var word = String.UnicodeScalarView()
            while let next = peek, !",]}#\n".unicodeScalars.contains(next) {
                word.append(next)
                advance()
            }
            let text = String(word).trimmingWhitespace
            guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.: ".contains($0)) }) else {
                throw Fault(words: "'\(text)' is no value: text stands in quotes")
            }
            return .scalar(text, isPlain: true)
        }
    }

    private mutating func items<Item>(
        until end: Unicode.Scalar,
        inLines: Bool,
        _ item: (inout TOMLReader) throws -> Item
    ) throws -> [Item] {
        var items: [Item] = []
        while true {
            skip(lines: inLines)
            if take(end) { return items }
            items.append(try item(&self))
            skip(lines: inLines)
            if take(",") { continue }
            guard take(end) else { throw Fault(words: "'\(Character(end))' is missing") }
            return items
        }
    }

    private mutating func line(quotedBy quote: Unicode.Scalar) throws -> String {
        var text = String.UnicodeScalarView()
        while let next = peek, next != "\n" {
            advance()
            if next == quote { return String(text) }
            text.append(next == "\\" && quote == "\"" ? try escaped() : next)
        }
        throw Fault(words: "a text has no closing \(Character(quote))")
    }

    private mutating func lines(quotedBy quote: Unicode.Scalar) throws -> String {
        if peek == "\n" { advance() }
        var text = String.UnicodeScalarView()
        while let next = peek {
            if scalars[index...].prefix(3).elementsEqual([quote, quote, quote]) {
                index += 3
                // A quote may stand right before the closing ones.
                while peek == quote {
                    text.append(quote)
                    index += 1
                }
                return String(text)
            }
            advance()
            guard next == "\\", quote == "\"" else {
                text.append(next)
                continue
            }
            if peek == "\n" || peek == " " || peek == "\t" {
                while let blank = peek, blank == "\n" || blank == " " || blank == "\t" { advance() }
            } else {
                text.append(try escaped())
            }
        }
        throw Fault(words: "a text has no closing \(String(repeating: Character(quote), count: 3))")
    }

    private mutating func escaped() throws -> Unicode.Scalar {
        guard let sign = peek else { throw Fault(words: "a text has no end") }
        advance()
        switch sign {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "\"", "\\": return sign
        case "u", "U":
            let digits = scalars[index...].prefix(sign == "u" ? 4 : 8)
            let hex = String(String.UnicodeScalarView(digits))
            guard let code = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(code) else {
                throw Fault(words: "'\\\(sign)\(hex)' is no sign")
            }
            index += digits.count
            return scalar
        default: throw Fault(words: "'\\\(sign)' is no sign")
        }
    }
}
