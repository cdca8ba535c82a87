/// What a terminal makes of text.
enum Terminal {
    /// A scalar that is safe to print: tabs and line ends as a space, control characters and those that turn the
    /// direction of writing as `·`.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: " "
        case 0x202A...0x202E, 0x2066...0x2069: "·"
        default: scalar.properties.generalCategory == .control ? "·" : scalar
        }
    }

    /// A text on one line, safe to print: what it quotes from a file can't move the cursor.
    static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { shown($0) != $0 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(shown)))
    }

    /// Columns that a scalar takes: none for marks that sit on the letter before, two for East Asian wide letters
    /// and emoji (after Unicode's EastAsianWidth.txt, W and F ranges, coarsely).
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
