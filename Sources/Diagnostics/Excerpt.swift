/// A line of a file with marks under some of its columns, fit for a terminal.
struct Excerpt {
    /// The line, tabs shown as one space, control characters as `·`, cut to a window around the first mark.
    let text: String
    /// Carets under the marked columns; empty when there are none.
    let marks: String

    /// The longest stretch of a line that is shown, in characters.
    static let window = 160
    /// How much of a line that is cut is shown before the first mark.
    static let lead = 40

    init(line: Substring, columns: [Range<Int>]) {
        let scalars = Array(line.unicodeScalars)
        let first = max(0, (columns.first?.lowerBound ?? 1) - 1)
        let start = scalars.count > Self.window && first > Self.window - Self.lead ? min(first - Self.lead, scalars.count) : 0
        let end = min(scalars.count, start + Self.window)
        var text = start > 0 ? "…" : ""
        var marks = start > 0 ? " " : ""
        for index in start..<end {
            let shown = Terminal.shown(scalars[index])
            let marked = columns.contains { $0.contains(index + 1) || ($0.isEmpty && $0.lowerBound == index + 1) }
            text.unicodeScalars.append(shown)
            marks += String(repeating: marked ? "^" : " ", count: Terminal.width(shown))
        }
        if end < scalars.count { text += "…" }
        // A mark may stand just behind the line's end: where something is missing.
        if columns.contains(where: { $0.lowerBound == scalars.count + 1 }), end == scalars.count { marks += "^" }
        while text.last == " " { text.removeLast() }
        while marks.last == " " { marks.removeLast() }
        self.text = text
        self.marks = marks
    }
}
