extension Unicode {
    /// The most marks on one letter that text may have (Unicode's stream-safe text format, UAX #15). To compare texts,
    /// marks are put in order, which takes time with their square.
    static let mostMarks = 30
}

extension Unicode.Scalar {
    /// Controls that no text needs.
    var isForbiddenControl: Bool { (value < 0x20 && value != 0x09 && value != 0x0A) || value == 0x7F }

    /// Whether it is a mark that is put in order with others on the same letter.
    fileprivate var isMark: Bool { value >= 0x300 && properties.canonicalCombiningClass != .notReordered }
}

extension StringProtocol {
    /// Whether one of the bytes fits. They are looked at in place where they are in one piece.
    @inline(__always)
    func hasByte(_ fits: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: fits) } ?? utf8.contains(where: fits)
    }

    /// Whether it has neither forbidden controls nor marks, nor anything else that decoding changes: bytes tell.
    var isClean: Bool { !hasByte { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0x7F || $0 >= 0xCC } }

    /// Whether no scalar is a forbidden control; they are ASCII, so bytes tell.
    var isControlFree: Bool { !hasByte { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0x7F } }

    /// Whether a letter has more marks than text may have.
    var hasPiledMarks: Bool {
        // The first mark, U+0300, begins with 0xCC.
        guard hasByte({ $0 >= 0xCC }) else { return false }
        var marks = 0
        for scalar in unicodeScalars {
            marks = scalar.isMark ? marks + 1 : 0
            if marks > Unicode.mostMarks { return true }
        }
        return false
    }

    /// Whether it may not be in Unicode's normalization form C: it has a letter that never is, or one that may join the
    /// letter before (the NFC_Quick_Check values No and Maybe of UAX #15, and all other marks).
    var mayBeDecomposed: Bool {
        guard hasByte({ $0 >= 0xCC }) else { return false }
        return unicodeScalars.contains { scalar in
            guard scalar.value >= 0x300 else { return false }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark: return true
            default: return (0x1100...0x11FF).contains(scalar.value) || scalar.properties.isFullCompositionExclusion
            }
        }
    }

    /// The text with U+FFFD in the place of each forbidden control and each mark too many.
    var cleaned: String {
        if isClean || (isControlFree && !hasPiledMarks) { return String(self) }
        var cleaned = String.UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars {
            marks = scalar.isMark ? marks + 1 : 0
            if scalar.isForbiddenControl || marks > Unicode.mostMarks {
                cleaned.append("\u{FFFD}")
                marks = 0
            } else {
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }
}
