/// A line of a file with marks under some of its columns, fit for a terminal.
struct Excerpt {
    /// The line, tabs shown as one space, control characters as `·`, cut to a window around the first mark.
    let text: String
    /// Carets under the marked columns; empty when there are none.
    let marks: String

    /// The longest stretch of a line that is shown, in characters.
    static let window = 160

    init(line: Substring, columns: [Range<Int>]) {
        let scalars = Array(line.unicodeScalars)
        let first = max(0, (columns.first?.lowerBound ?? 1) - 1)
        let start = scalars.count > Self.window && first > Self.window - 40 ? min(first - 40, scalars.count) : 0
        let end = min(scalars.count, start + Self.window)
        var text = start > 0 ? "…" : ""
        var marks = start > 0 ? " " : ""
        for index in start..<end {
            let scalar = scalars[index]
            let marked = columns.contains { $0.contains(index + 1) || ($0.isEmpty && $0.lowerBound == index + 1) }
            text.unicodeScalars.append(Self.shown(scalar))
            marks += String(repeating: marked ? "^" : " ", count: Self.width(scalar))
        }
        if end < scalars.count { text += "…" }
        // A mark may stand just behind the line's end: where something is missing.
        if columns.contains(where: { $0.lowerBound == scalars.count + 1 }), end == scalars.count { marks += "^" }
        while text.last == " " { text.removeLast() }
        while marks.last == " " { marks.removeLast() }
        self.text = text
        self.marks = marks
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\t" { return " " }
        return scalar.properties.generalCategory == .control ? "·" : scalar
    }

    /// Terminal columns that a scalar takes: none for marks that sit on the letter before, two for East Asian
    /// wide letters and emoji (after Unicode's EastAsianWidth.txt, W and F ranges, coarsely).
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
