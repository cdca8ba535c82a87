import Markdown

/// A role and those it has to do with: the role in the middle, the others beside it, or below it where the page is narrow.
package struct NeighbourMap: Sendable {
    /// One of the others.
    package struct Neighbour: Sendable {
        var title: String
        var href: String
        /// The classes of its group's colour.
        var color: String
        var kind: MapGraph.Kind

        /// A role beside the one in the middle.
        package init(title: String, href: String, color: String, kind: MapGraph.Kind) {
            (self.title, self.href, self.color, self.kind) = (title, href, color, kind)
        }
    }

    let title: String
    /// What the picture is called.
    let label: String
    let color: String
    let neighbours: [Neighbour]

    /// A role with those it has to do with.
    package init(title: String, label: String, color: String, neighbours: [Neighbour]) {
        (self.title, self.label, self.color, self.neighbours) = (title, label, color, neighbours)
    }

    private static let textSize = 14
    private static let lineHeight = 17
    private static let inset = 12
    /// The role is as wide as its longest word, within limits.
    private static let middleWidths = 136...176
    private static let gap = 10
    private static let corner = 9

    /// A label and where it stands.
    struct Box: Sendable {
        let lines: [String]
        var box: MapLayout.Box

        var middle: Int { box.y + box.height / 2 }
    }

    struct Layout: Sendable {
        let width: Int
        let height: Int
        let role: Box
        /// In the order of the neighbours.
        let others: [Box]
        let lines: [[MapLayout.Point]]
        /// Whether each neighbour stands to the left of the role.
        let isLeft: [Bool]
    }

    /// The picture for a wide page, as SVG.
    package func wide() -> String { svg("wide", wideLayout()) }

    /// The picture for a narrow page, as SVG.
    package func narrow() -> String { svg("narrow", narrowLayout()) }

    // MARK: - Layout

    /// The first half of the neighbours to the right, from the top down, the others to the left.
    func wideLayout() -> Layout {
        let (side, gutter) = (184, 68)
        let word = TextWidth.widestWord(title, size: Self.textSize) + 2 * Self.inset
        let middle = Self.middleWidths.contains(word) ? word : Self.middleWidths.lowerBound
        let rightCount = (neighbours.count + 1) / 2
        let left = neighbours.count > rightCount ? side + gutter : 0
        let boxes = neighbours.map { label($0.title, side, most: 2) }
        let heights = [boxes.prefix(rightCount), boxes.dropFirst(rightCount)].map { Self.height(of: Array($0)) }
        var role = label(title, middle, most: 4, padding: 14)
        let height = max(heights[0], heights[1], role.box.height)
        role.box.x = left
        role.box.y = (height - role.box.height) / 2
        var others: [Box] = []
        var lines: [[MapLayout.Point]] = []
        for half in 0...1 {
            let range = half == 0 ? 0..<rightCount : rightCount..<neighbours.count
            var y = (height - heights[half]) / 2
            let x = half == 0 ? left + middle + gutter : 0
            let from = half == 0 ? role.box.right : left
            let to = half == 0 ? x : side
            // Each kind of link runs on a track of its own.
            let kinds = Set(neighbours[range].map(\.kind.rawValue)).sorted()
            for index in range {
                var box = boxes[index]
                box.box.x = x
                box.box.y = y
                y += box.box.height + Self.gap
                let place = (kinds.firstIndex(of: neighbours[index].kind.rawValue) ?? 0) * 12 - (kinds.count - 1) * 6
                let track = (from + to) / 2 + (half == 0 ? place : -place)
                lines.append(Self.line(from: from, role.middle, track, to: to, box.middle))
                others.append(box)
            }
        }
        let isLeft = neighbours.indices.map { $0 >= rightCount }
        let width = left + middle + gutter + side
        return Layout(width: width, height: height, role: role, others: others, lines: lines, isLeft: isLeft)
    }

    /// The neighbours below the role, a line down the side.
    func narrowLayout() -> Layout {
        let width = 320
        let indent = 44
        let role = label(title, width, most: 3, padding: 14)
        let kinds = Set(neighbours.map(\.kind.rawValue)).sorted()
        var others: [Box] = []
        var lines: [[MapLayout.Point]] = []
        var y = role.box.height + 14
        for neighbour in neighbours {
            var box = label(neighbour.title, width - indent, most: 2)
            box.box.x = indent
            box.box.y = y
            y += box.box.height + Self.gap
            // Those that end first run nearest, so that no line crosses another.
            let track = 12 + (kinds.count - 1 - (kinds.firstIndex(of: neighbour.kind.rawValue) ?? 0)) * 9
            lines.append([
                MapLayout.Point(x: track, y: role.box.height), MapLayout.Point(x: track, y: box.middle),
                MapLayout.Point(x: indent, y: box.middle),
            ])
            others.append(box)
        }
        let isLeft = neighbours.map { _ in false }
        return Layout(width: width, height: max(y - Self.gap, role.box.height), role: role, others: others, lines: lines, isLeft: isLeft)
    }

    private func label(_ title: String, _ width: Int, most: Int, padding: Int = 9) -> Box {
        let lines = TextWidth.lines(title, width: width - 2 * Self.inset, size: Self.textSize, most: most)
        return Box(lines: lines, box: MapLayout.Box(x: 0, y: 0, width: width, height: lines.count * Self.lineHeight + 2 * padding))
    }

    private static func height(of boxes: [Box]) -> Int { boxes.reduce(-gap) { $0 + $1.box.height + gap } }

    private static func line(from x: Int, _ y: Int, _ track: Int, to otherX: Int, _ otherY: Int) -> [MapLayout.Point] {
        let points = [(x, y), (track, y), (track, otherY), (otherX, otherY)].map { MapLayout.Point(x: $0.0, y: $0.1) }
        // Heights that differ by a pixel make a straight line, not a kink.
        return abs(y - otherY) <= 2 ? [MapLayout.Point(x: x, y: otherY), points[3]] : points
    }

    // MARK: - Drawing

    private func svg(_ name: String, _ layout: Layout) -> String {
        var svg = SVGText()
        let box = MapLayout.Box(x: 0, y: 0, width: layout.width, height: layout.height)
        svg.picture(name, box, label: label, textSize: Self.textSize)
        svg.open("g", "aria-hidden=\"true\"")
        for (index, line) in layout.lines.enumerated().reversed() {
            svg.path("class=\"map-line is-\(neighbours[index].kind)\"", line, corner: Self.corner)
        }
        svg.rect("class=\"map-card is-middle \(color)\"", layout.role.box)
        svg.rect(
            "class=\"map-edge \(color)\"",
            MapLayout.Box(x: layout.role.box.x, y: layout.role.box.y, width: layout.role.box.width, height: 3)
        )
        text(layout.role, "class=\"map-mark\"", &svg)
        svg.close("g")
        for ((neighbour, box), isLeft) in zip(zip(neighbours, layout.others), layout.isLeft) {
            let isWhole = box.lines.joined(separator: " ") == neighbour.title
            svg.open(
                "a",
                "class=\"map-role\" href=\"\(HTMLText.escape(neighbour.href))\""
                    + (isWhole ? "" : " aria-label=\"\(HTMLText.escape(neighbour.title))\"")
            )
            svg.rect("class=\"map-card map-row \(neighbour.color)\"", box.box)
            // The colour stands on the side of the line.
            let x = isLeft ? box.box.right - 3 : box.box.x
            svg.rect("class=\"map-edge \(neighbour.color)\"", MapLayout.Box(x: x, y: box.box.y, width: 3, height: box.box.height))
            text(box, "class=\"map-label\"", &svg)
            svg.close("a")
        }
        svg.closePicture()
        return svg.text
    }

    private func text(_ box: Box, _ attributes: String, _ svg: inout SVGText) {
        let top = box.box.y + (box.box.height - box.lines.count * Self.lineHeight) / 2
        svg.text(box.lines, attributes, x: box.box.x + Self.inset, y: top + 13, lineHeight: Self.lineHeight)
    }
}
