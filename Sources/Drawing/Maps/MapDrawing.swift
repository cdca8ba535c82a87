import Markdown

/// A map as SVG: geometry, and what gives it colour.
///
/// A label and the lines and ports of its role have the class `n1` for the first role, and so have those of its
/// neighbours; the label itself has `m1` too. So a style sheet can tell what belongs to the role in focus.
package struct MapDrawing {
    let layout: MapLayout
    let graph: MapGraph
    let paint: MapPaint
    private let near: [[Int]]

    /// A layout of a graph, to be drawn with a paint.
    package init(_ layout: MapLayout, _ graph: MapGraph, _ paint: MapPaint) {
        self.layout = layout
        self.graph = graph
        self.paint = paint
        var near = graph.roles.indices.map { [$0] }
        for link in graph.links {
            near[link.a].append(link.b)
            near[link.b].append(link.a)
        }
        self.near = near
    }

    /// The picture on a page.
    ///
    /// - Parameters:
    ///   - name: tells it from others of the page: `wide`.
    ///   - label: what it is called.
    ///   - hrefs: where each role's label leads.
    package func page(_ name: String, label: String, hrefs: [String]) -> String {
        var svg = SVGText()
        // A picture fits itself to the page while its words can be read; a larger one scrolls in its box.
        let isLarge = layout.width > layout.measures.width * 125 / 100
        let isWide = layout.width > layout.measures.width * 110 / 100
        let isFull = layout.width > layout.measures.width * 90 / 100
        svg.picture(
            "\(name)\(isLarge ? " is-large" : isWide ? " is-full is-wide" : isFull ? " is-full" : "")",
            MapLayout.Box(x: -1, y: 0, width: layout.width + 2, height: layout.height),
            scale: isLarge ? 87 : 100,
            label: label,
            textSize: layout.measures.textSize
        )
        draw(into: &svg, hrefs: hrefs)
        svg.closePicture()
        return svg.text
    }

    /// The shapes, without what is around them.
    func draw(into svg: inout SVGText, hrefs: [String]?) {
        for card in layout.cards {
            svg.rect(paint(.card(card.group)), card.box)
            svg.rect(paint(.edge(card.group)), MapLayout.Box(x: card.box.x, y: card.box.y, width: card.box.width, height: 3))
        }
        svg.open("g", paint.isForPages ? "aria-hidden=\"true\"" : "")
        // The firmest lines last, so that they are on top.
        for line in layout.lines.reversed() {
            let link = graph.links[line.link]
            svg.path(paint(.line(link.kind), " n\(link.a + 1) n\(link.b + 1)"), line.points, corner: layout.measures.corner)
        }
        for port in layout.ports { svg.circle(paint(.port, classes(port.role)), port.point, radius: 3) }
        svg.close("g")
        for card in layout.cards { draw(card, into: &svg, hrefs) }
    }

    private func draw(_ card: MapLayout.Card, into svg: inout SVGText, _ hrefs: [String]?) {
        let title = HTMLText.escape(graph.groups[card.group].title)
        svg.open("g", hrefs == nil || title.isEmpty ? "" : "role=\"group\" aria-label=\"\(title)\"")
        svg.text(
            card.title,
            paint(.title(card.group)) + " font-size=\"\(layout.measures.titleSize)\"" + (hrefs == nil ? "" : " aria-hidden=\"true\""),
            x: card.box.x + layout.measures.inset,
            y: card.box.y + 25,
            lineHeight: layout.measures.unit
        )
        for label in card.labels { draw(label, into: &svg, hrefs?[label.role]) }
        svg.close("g")
    }

    private func draw(_ label: MapLayout.Label, into svg: inout SVGText, _ href: String?) {
        let (box, measures) = (label.box, layout.measures)
        func text() {
            svg.text(
                label.lines,
                paint(.label),
                x: box.x + measures.inset,
                y: box.y + measures.rowHeight / 2 + 5,
                lineHeight: measures.lineHeight
            )
        }
        guard let href else { return text() }
        let title = graph.roles[label.role].title
        let isWhole = label.lines.joined(separator: " ") == title
        svg.open(
            "a",
            "class=\"map-role m\(label.role + 1)\(classes(label.role))\" href=\"\(HTMLText.escape(href))\""
                + (isWhole ? "" : " aria-label=\"\(HTMLText.escape(title))\"")
        )
        svg.rect("class=\"map-row\"", MapLayout.Box(x: box.x + 4, y: box.y + 1, width: box.width - 8, height: box.height - 2))
        text()
        svg.close("a")
    }

    private func classes(_ role: Int) -> String { near[role].map { " n\($0 + 1)" }.joined() }
}
