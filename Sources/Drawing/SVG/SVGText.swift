import Markdown

/// Writes SVG, a line an element.
struct SVGText {
    private(set) var text = ""

    mutating func line(_ line: String) { text += line + "\n" }

    mutating func open(_ element: String, _ attributes: String = "") {
        line(attributes.isEmpty ? "<\(element)>" : "<\(element) \(attributes)>")
    }

    /// Opens a picture of a page. Its size follows that of the text; the style sheet says how far it may shrink and grow.
    mutating func picture(_ name: String, _ box: MapLayout.Box, scale: Int = 100, label: String, textSize: Int) {
        let hundredths = box.width * scale / 16
        let rem = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        open(
            "svg",
            "class=\"map map-\(name)\" viewBox=\"\(box.x) \(box.y) \(box.width) \(box.height)\" width=\"\(rem)rem\" "
                + "direction=\"ltr\" font-size=\"\(textSize)\""
        )
        // The name stands on a group inside, since the picture itself has no role that holds links.
        open("g", "role=\"group\" aria-label=\"\(HTMLText.escape(label))\"")
    }

    mutating func closePicture() {
        close("g")
        close("svg")
    }

    mutating func close(_ element: String) { line("</\(element)>") }

    mutating func rect(_ attributes: String, _ box: MapLayout.Box) {
        line("<rect \(attributes) x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\"/>")
    }

    mutating func circle(_ attributes: String, _ center: MapLayout.Point, radius: Int) {
        line("<circle \(attributes) cx=\"\(center.x)\" cy=\"\(center.y)\" r=\"\(radius)\"/>")
    }

    mutating func path(_ attributes: String, _ points: [MapLayout.Point], corner: Int) {
        line("<path \(attributes) d=\"\(Self.path(points, corner: corner))\"/>")
    }

    /// Lines of text, one below the other. The blank between two of them stands where it moves neither.
    mutating func text(_ lines: [String], _ attributes: String, x: Int, y: Int, lineHeight: Int, endsAtX: Bool = false) {
        guard !lines.isEmpty else { return }
        let spans = lines.enumerated().map { index, text in
            guard index > 0 else { return Self.isolated(text) }
            let span = "<tspan x=\"\(x)\" dy=\"\(lineHeight)\">"
            return endsAtX ? "\(span) \(Self.isolated(text))</tspan>" : " \(span)\(Self.isolated(text))</tspan>"
        }
        line("<text \(attributes) x=\"\(x)\" y=\"\(y)\">\(spans.joined())</text>")
    }

    /// Text that is written from right to left is set in its own direction, though the picture runs from left to right.
    private static func isolated(_ text: String) -> String {
        let runsLeft = text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value) }
        return runsLeft ? "\u{2068}\(HTMLText.escape(text))\u{2069}" : HTMLText.escape(text)
    }

    /// A line through points, level and upright by turns, with round corners.
    static func path(_ points: [MapLayout.Point], corner: Int) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x) \(first.y)"
        var isBehind = false
        for index in points.indices.dropFirst().dropLast() {
            guard !isBehind else {
                isBehind = false
                continue
            }
            let (before, here, after) = (points[index - 1], points[index], points[index + 1])
            if index + 2 < points.count, let bend = bend(before, here, after, points[index + 2], corner) {
                path += bend
                isBehind = true
                continue
            }
            // Between two corners each has half of the way.
            let first = length(before, here) / (index == 1 ? 1 : 2)
            let second = length(here, after) / (index == points.count - 2 ? 1 : 2)
            let start = toward(before, from: here, by: min(corner, first))
            let end = toward(after, from: here, by: min(corner, second))
            path += "L\(start.x) \(start.y)Q\(here.x) \(here.y) \(end.x) \(end.y)"
        }
        return path + "L\(last.x) \(last.y)"
    }

    /// A small step up or down, and on in the same direction, is one bend.
    private static func bend(
        _ before: MapLayout.Point,
        _ here: MapLayout.Point,
        _ after: MapLayout.Point,
        _ onward: MapLayout.Point,
        _ corner: Int
    ) -> String? {
        let direction = (here.x - before.x).signum()
        guard here.x == after.x, length(here, after) < 2 * corner, (onward.x - after.x).signum() == direction else { return nil }
        let reach = direction * min(corner, length(before, here), length(after, onward))
        return "L\(here.x - reach) \(here.y)C\(here.x) \(here.y) \(here.x) \(after.y) \(here.x + reach) \(after.y)"
    }

    private static func length(_ a: MapLayout.Point, _ b: MapLayout.Point) -> Int { abs(a.x - b.x) + abs(a.y - b.y) }

    private static func toward(_ target: MapLayout.Point, from point: MapLayout.Point, by length: Int) -> MapLayout.Point {
        MapLayout.Point(x: point.x + (target.x - point.x).signum() * length, y: point.y + (target.y - point.y).signum() * length)
    }
}
