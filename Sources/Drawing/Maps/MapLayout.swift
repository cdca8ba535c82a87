import Diagnostics

/// A map, laid out: where each card, label and line stands. The same graph gives the same layout, to the pixel.
package struct MapLayout: Sendable {
    struct Point: Sendable, Hashable {
        let x: Int
        let y: Int
    }

    struct Box: Sendable, Hashable {
        var x: Int
        var y: Int
        var width: Int
        var height: Int

        var right: Int { x + width }
        var bottom: Int { y + height }
    }

    struct Card: Sendable {
        let group: Int
        let part: Int
        let box: Box
        let title: [String]
        let labels: [Label]
    }

    /// A role's name.
    struct Label: Sendable {
        let role: Int
        let box: Box
        let lines: [String]
    }

    /// A link's line: the corners of its route, from its hub on.
    struct Line: Sendable {
        let link: Int
        let points: [Point]
    }

    /// Where lines of a role begin, at an edge of its card.
    struct Port: Sendable, Hashable {
        let role: Int
        let point: Point
    }

    let measures: MapMeasures
    let width: Int
    let height: Int
    /// Column after column, from the top down.
    let cards: [Card]
    let lines: [Line]
    let ports: [Port]
    /// How often lines cross.
    let crossings: Int

    /// Lays a graph out.
    package init(_ graph: MapGraph, _ measures: MapMeasures) {
        let columns = Self.columnCount(graph, measures)
        var width = Self.columnWidth(graph, measures)
        var plan = Self.plan(graph, columns, width, measures)
        var routes = MapRouter.routes(graph, &plan)
        var gutters = (0...columns).map { MapTracks(gutter: $0, routes, graph) }
        if measures.mostColumns == 1 {
            // The column gives what its lines need, down to a least width.
            let needed = measures.gutterEnd + 6 + (gutters.last?.count ?? 0) * 9
            width = max(measures.columnWidths.lowerBound, min(measures.columnWidths.upperBound, measures.width - needed))
            plan = Self.plan(graph, columns, width, measures, arranged: plan.columns)
            routes = MapRouter.routes(graph, &plan)
            gutters = (0...columns).map { MapTracks(gutter: $0, routes, graph) }
        }
        let frame = MapFrame(gutters, columns: columns, columnWidth: width, measures)
        let tops = plan.tops
        self.measures = measures
        self.width = frame.width
        height = plan.height
        cards = plan.columns.enumerated().flatMap { column, cards in
            cards.map { card in Self.card(plan.cards[card], x: frame.columnX[column], y: tops[card], width, plan.phase(column)) }
        }
        lines = routes.map { route in
            Line(link: route.link, points: frame.points(route, kind: graph.links[route.link].kind, gutters))
        }
        ports = lines.flatMap { line in
            let link = graph.links[line.link]
            let hub = routes[line.link].hub
            return [(hub, line.points.first), (hub == link.a ? link.b : link.a, line.points.last)].compactMap { role, point in
                point.map { Port(role: role, point: $0) }
            }
        }
        .uniqued()
        crossings = gutters.reduce(0) { $0 + $1.crossings }
    }

    /// - Parameter arranged: the cards in columns, if that is settled.
    private static func plan(_ graph: MapGraph, _ columns: Int, _ width: Int, _ measures: MapMeasures, arranged: [[Int]]? = nil)
        -> MapPlan
    {
        let cards = MapCard.cards(graph, columns: columns, width: width, measures)
        let grid = arranged ?? MapGrid.columns(cards, graph, count: min(columns, max(cards.count, 1)), measures)
        let none = [[Int]](repeating: [], count: columns - grid.count)
        var plan = MapPlan(cards: cards, columns: grid + none, roles: graph.roles.count, measures)
        plan.justify()
        MapOrder.arrange(&plan, graph)
        return plan
    }

    private static func card(_ card: MapCard, x: Int, y: Int, _ width: Int, _ phase: Int) -> Card {
        Card(
            group: card.group,
            part: card.part,
            box: Box(x: x, y: y, width: width, height: card.height),
            title: card.title,
            labels: zip(card.rows, card.offsets(phase)).map { row, offset in
                Label(role: row.role, box: Box(x: x, y: y + offset, width: width, height: row.height), lines: row.lines)
            }
        )
    }

    /// As many columns as make the picture about as wide as a page.
    private static func columnCount(_ graph: MapGraph, _ measures: MapMeasures) -> Int {
        let used = Set(graph.roles.map(\.group)).count
        let height = graph.roles.count * measures.rowHeight + used * 3 * measures.unit
        let wanted = max(1, (height + 199) / 200)
        let most = used == 1 ? (graph.roles.count > 6 ? 3 : 1) : used
        return max(1, min(wanted, measures.mostColumns, most))
    }

    /// Wide enough for most labels, within limits.
    private static func columnWidth(_ graph: MapGraph, _ measures: MapMeasures) -> Int {
        let widths = graph.roles.map { TextWidth.of($0.title, size: measures.textSize) }.sorted()
        // One label in eight may take two lines; none breaks off while there is room.
        let wide = widths.isEmpty ? 0 : widths[(widths.count - 1) * 7 / 8]
        var width = min(max(wide + 2 * measures.inset, measures.columnWidths.lowerBound), measures.columnWidths.upperBound)
        // A word is broken only where even the widest column is too narrow for it.
        let widest = measures.columnWidths.upperBound - 2 * measures.inset
        let words = graph.roles.map { TextWidth.widestWord($0.title, size: measures.textSize) }.filter { $0 <= widest }
        width = max(width, (words.max() ?? 0) + 2 * measures.inset)
        func isCut(_ text: String, _ size: Int) -> Bool {
            TextWidth.lines(text, width: width - 2 * measures.inset, size: size, most: 2).last?.hasSuffix("…") == true
        }
        while width < measures.columnWidths.upperBound,
            graph.roles.contains(where: { isCut($0.title, measures.textSize) })
                || graph.groups.contains(where: { isCut($0.title, measures.titleSize) })
        {
            width = min(width + 8, measures.columnWidths.upperBound)
        }
        return width
    }
}

/// The widths of columns and gutters, and so where each track runs.
struct MapFrame {
    let columnX: [Int]
    let width: Int
    private let gutterX: [Int]
    private let gutterWidth: [Int]
    private let firstTrack: [Int]
    private let pitch: [Int]
    private let columnWidth: Int

    /// Lines nearer to each other than this look like one.
    private static let leastPitch = 3

    init(_ gutters: [MapTracks], columns: Int, columnWidth: Int, _ measures: MapMeasures) {
        let counts = gutters.map(\.count)
        var widths = counts.enumerated().map { index, count in
            Self.width(count, isInner: index > 0 && index < columns, measures)
        }
        // What is left of the width goes to the spaces between columns, up to a point.
        if columns > 1 {
            let spare = (measures.width - columns * columnWidth - widths.reduce(0, +)) / (columns - 1)
            for index in 1..<columns where spare > 0 { widths[index] += min(spare, 64) }
        } else if measures.mostColumns == 1, counts.last != 0 {
            // More lines than fit make the picture wider; a phone then shows it a little smaller.
            let needed = Self.leastPitch * max(0, counts[1] - 1) + measures.gutterEnd + 2
            widths[1] = max(measures.leastGutter, needed, measures.width - columnWidth - widths[0])
        }
        var x = 0
        var columnX: [Int] = []
        var gutterX: [Int] = []
        var first: [Int] = []
        var pitch: [Int] = []
        for (index, count) in counts.enumerated() {
            gutterX.append(x)
            let isInner = index > 0 && index < columns
            let room = widths[index] - (isInner ? 2 : 1) * measures.gutterEnd - (isInner ? 0 : 2)
            let step = count > 1 ? max(Self.leastPitch, min(18, room / (count - 1))) : 0
            pitch.append(step)
            let used = step * max(0, count - 1)
            if isInner {
                first.append(x + (widths[index] - used) / 2)
            } else if index == 0 {
                first.append(x + widths[0] - measures.gutterEnd - used)
            } else {
                first.append(x + measures.gutterEnd)
            }
            x += widths[index]
            if index < columns {
                columnX.append(x)
                x += columnWidth
            }
        }
        self.columnX = columnX
        self.gutterX = gutterX
        self.pitch = pitch
        self.columnWidth = columnWidth
        gutterWidth = widths
        firstTrack = first
        width = x
    }

    private static func width(_ count: Int, isInner: Bool, _ measures: MapMeasures) -> Int {
        guard count > 0 || isInner else { return 1 }
        let step = count <= 4 ? 16 : count <= 8 ? 12 : count <= 14 ? 9 : count <= 22 ? 7 : 5
        let tracks = step * max(0, count - 1)
        return isInner ? max(measures.leastGutter, tracks + 2 * measures.gutterEnd) : tracks + measures.gutterEnd + 2
    }

    /// The corners of a route.
    func points(_ route: MapRouter.Route, kind: MapGraph.Kind, _ gutters: [MapTracks]) -> [MapLayout.Point] {
        var points: [MapLayout.Point] = []
        func add(_ x: Int, _ y: Int) {
            let point = MapLayout.Point(x: x, y: y)
            if points.last != point { points.append(point) }
        }
        for segment in route.segments {
            let track = firstTrack[segment.gutter] + gutters[segment.gutter].track(hub: route.hub, kind: kind) * pitch[segment.gutter]
            add(edge(segment.gutter, segment.from.isRight), segment.from.y)
            add(track, segment.from.y)
            add(track, segment.to.y)
            add(edge(segment.gutter, segment.to.isRight), segment.to.y)
        }
        return points
    }

    private func edge(_ gutter: Int, _ isRight: Bool) -> Int { gutterX[gutter] + (isRight ? gutterWidth[gutter] : 0) }
}
