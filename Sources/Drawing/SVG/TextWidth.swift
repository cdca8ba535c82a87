/// How wide text is likely to be. The build knows no font, so each character counts as much as it takes in the widest of
/// the common ones; a label that fits by this count fits on the page.
enum TextWidth {
    /// The width of a line in pixels, rounded up.
    static func of(_ text: some StringProtocol, size: Int) -> Int {
        (text.unicodeScalars.reduce(0) { $0 + hundredths($1) } * size + 99) / 100
    }

    /// Text in at most `most` lines of a width; what does not fit ends in an ellipsis.
    static func lines(_ text: String, width: Int, size: Int, most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var rest = pieces(text, width: width, size: size)[...]
        while let piece = rest.first {
            if line.isEmpty || of(trimmed(line + piece), size: size) <= width {
                line += piece
                rest.removeFirst()
            } else if lines.count + 1 == most {
                break
            } else {
                lines.append(trimmed(line))
                line = ""
            }
        }
        line = trimmed(line)
        if !rest.isEmpty {
            while !line.isEmpty, of(line + "…", size: size) > width { line.removeLast() }
            line = trimmed(line) + "…"
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    /// How wide the widest part of a text is that no line should break.
    static func widestWord(_ text: String, size: Int) -> Int {
        pieces(text, width: .max, size: size).reduce(0) { max($0, of(trimmed($1), size: size)) }
    }

    /// Text cut where a line may break: after blanks, hyphens and slashes, around characters that stand for a word, and
    /// inside words that are longer than a line.
    private static func pieces(_ text: String, width: Int, size: Int) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            let stands = character.unicodeScalars.first.map { isIdeographic($0) } ?? false
            if stands, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
            if stands || character.isWhitespace || "-/–—".contains(character) {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.flatMap { of(trimmed($0), size: size) <= width ? [$0] : parts(of: $0, width: width, size: size) }
    }

    /// A word in parts that each fit a line, with hyphens.
    private static func parts(of word: String, width: Int, size: Int) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in word {
            if !part.isEmpty, of(part + String(character) + "-", size: size) > width {
                parts.append(part + "-")
                part = ""
            }
            part.append(character)
        }
        return parts + [part]
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Hundredths of the size of the type.
    private static func hundredths(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case " ", "i", "l", "j", "I", ".", ",", ":", ";", "'", "|", "!", "’", "·", "\u{A0}": return 30
        case "f", "r", "t", "(", ")", "[", "]", "-", "/", "\"", "“", "”", "*": return 42
        case "m", "M", "W", "@", "%", "—", "…", "Æ", "Œ", "æ", "œ": return 96
        case "w", "&", "G", "O", "Q", "Ö": return 82
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        case .decimalNumber where scalar.isASCII: return 64
        case .lowercaseLetter where scalar.value < 0x370: return 61
        case .uppercaseLetter where scalar.value < 0x370: return 74
        case .lowercaseLetter, .uppercaseLetter: return 80
        default: break
        }
        if isIdeographic(scalar) || scalar.properties.isEmojiPresentation || scalar.value > 0x1F000 { return 106 }
        return scalar.value < 0x590 ? 66 : 74
    }
}
