import Markdown

/// A picture as a file of its own, for slides and other documents: it carries its colours, its name and its key, and has
/// no links.
package enum MapPicture {
    private static let margin = 32
    private static let head = 48
    private static let foot = 44
    private static let fonts = "Segoe UI, Roboto, Noto Sans, Liberation Sans, Helvetica, Arial, sans-serif"

    /// A map.
    ///
    /// - Parameters:
    ///   - title: stands over the picture.
    ///   - key: what each kind of line means.
    ///   - hues: the hue of each group in degrees; `nil` for what is in none.
    package static func map(_ graph: MapGraph, title: String, key: [(MapGraph.Kind, String)], hues: [Int?]) -> String {
        let drawing = MapDrawing(MapLayout(graph, .wide), graph, .colors(hues))
        let widest = key.reduce(0) { $0 + 44 + TextWidth.of($1.1, size: 13) + 28 }
        let size = (max(drawing.layout.width, widest), drawing.layout.height)
        return page(title, width: size.0, height: size.1 + (key.isEmpty ? 0 : foot), textSize: drawing.layout.measures.textSize) { svg in
            drawing.draw(into: &svg, hrefs: nil)
            var x = 0
            for (kind, words) in key {
                let y = size.1 + foot - 10
                let ends = [MapLayout.Point(x: x, y: y), MapLayout.Point(x: x + 34, y: y)]
                svg.path(drawing.paint(.line(kind)), ends, corner: 0)
                svg.text([words], drawing.paint(.note) + " font-size=\"13\"", x: x + 44, y: y + 4, lineHeight: 0)
                x += 44 + TextWidth.of(words, size: 13) + 28
            }
        }
    }

    /// A tree.
    package static func tree(_ drawing: TreeDrawing, title: String) -> String {
        page(title, width: drawing.layout.width, height: drawing.layout.height, textSize: TreeLayout.leafSize) { svg in
            drawing.draw(into: &svg, hrefs: nil)
        }
    }

    private static func page(_ title: String, width: Int, height: Int, textSize: Int, _ draw: (inout SVGText) -> Void) -> String {
        let paint = MapPaint.colors([])
        let lines = TextWidth.lines(title, width: max(width, 240), size: 20, most: 2)
        let whole = MapLayout.Box(
            x: -margin,
            y: -margin - head - 26 * (lines.count - 1),
            width: max(width, 240) + 2 * margin,
            height: height + 2 * margin + head + 26 * (lines.count - 1)
        )
        var svg = SVGText()
        svg.open(
            "svg",
            "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(whole.x) \(whole.y) \(whole.width) \(whole.height)\" width=\"\(whole.width)\" "
                + "height=\"\(whole.height)\" font-family=\"\(fonts)\" font-size=\"\(textSize)\""
        )
        svg.line("<title>\(HTMLText.escape(title))</title>")
        svg.rect(paint(.ground), whole)
        svg.text(lines, paint(.mark) + " font-size=\"20\"", x: 0, y: whole.y + margin + 18, lineHeight: 26)
        draw(&svg)
        svg.close("svg")
        return svg.text
    }
}
