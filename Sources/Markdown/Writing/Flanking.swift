/// What a character is to the rules for emphasis.
enum FlankingClass {
    /// White space, or a line's start or end.
    case space
    case punctuation
    case word

    init(_ scalar: Unicode.Scalar) {
        if scalar.isMarkdownSpace {
            self = .space
        } else if scalar.isMarkdownPunctuation {
            self = .punctuation
        } else {
            self = .word
        }
    }
}

/// Whether a run of delimiters may open or close emphasis, by the characters around it (CommonMark, "Emphasis and strong
/// emphasis").
struct Flanking {
    let canOpen: Bool
    let canClose: Bool

    init(_ delimiter: UInt8, before: FlankingClass, after: FlankingClass) {
        let left = after != .space && (after != .punctuation || before != .word)
        let right = before != .space && (before != .punctuation || after != .word)
        if delimiter == UInt8(ascii: "_") {
            canOpen = left && (!right || before == .punctuation)
            canClose = right && (!left || after == .punctuation)
        } else {
            (canOpen, canClose) = (left, right)
        }
    }
}

extension Unicode.Scalar {
    /// White space as cmark has it.
    var isMarkdownSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        case 0..<0x80: false
        default: properties.generalCategory == .spaceSeparator
        }
    }

    /// Punctuation as cmark has it: all signs of ASCII, and Unicode's categories of punctuation.
    var isMarkdownPunctuation: Bool {
        if value < 0x80 { return UInt8(value).isMarkdownPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation:
            return true
        default: return false
        }
    }
}

extension UInt8 {
    /// Whether a backslash before it is an escape.
    var isMarkdownPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether it is a letter or a digit of ASCII.
    var isWord: Bool { isASCIILetter || isASCIIDigit }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
