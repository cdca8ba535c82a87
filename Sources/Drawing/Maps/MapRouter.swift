/// The routes that links take, with only what lies between columns known of them: through which gutters, and through which
/// space between two cards of a column that is in the way. No way leads over a card, so none crosses a label.
///
/// Links that begin at one role share their way as far as it is the same, as the tracks of a railway do: each role that is
/// a hub has at most one line in a gutter for each kind of link. Which roles are joined stays clear, since tracks part in
/// curves, and nobody turns back in a curve.
struct MapRouter {
    /// Where a line enters or leaves a gutter: at its left or right edge.
    struct End: Hashable {
        let isRight: Bool
        let y: Int
    }

    /// A link's route through one gutter. Gutter 0 is to the left of the first column.
    struct Segment {
        let gutter: Int
        let from: End
        let to: End
    }

    /// A link's route, from its hub on.
    struct Route {
        let link: Int
        let hub: Int
        let segments: [Segment]
    }

    /// Links of one hub and kind that pass through a column, and where.
    private struct Passing {
        let hub: Int
        let kind: MapGraph.Kind
        let column: Int
        var targets: [Int]
        var slot = 0
        var y = 0
    }

    /// The routes of all links; makes room in the plan for those that pass through columns.
    static func routes(_ graph: MapGraph, _ plan: inout MapPlan) -> [Route] {
        let hubs = hubs(graph)
        let passings = passings(graph, hubs, &plan)
        let ports = plan.ports
        let columns = plan.columnOfRole
        let last = plan.columns.count
        var load = [Int](repeating: 0, count: last + 1)
        for link in graph.links where columns[link.a] != columns[link.b] {
            for gutter in (min(columns[link.a], columns[link.b]) + 1)...max(columns[link.a], columns[link.b]) { load[gutter] += 1 }
        }
        return graph.links.enumerated().map { index, link in
            let hub = hubs[index]
            let other = hub == link.a ? link.b : link.a
            let (from, to) = (columns[hub], columns[other])
            if from == to {
                let gutter = last == 1 || from == last - 1 ? last : from == 0 ? 0 : load[from] < load[from + 1] ? from : from + 1
                let isRight = gutter == from
                let segment = Segment(
                    gutter: gutter,
                    from: End(isRight: isRight, y: ports[hub]),
                    to: End(isRight: isRight, y: ports[other])
                )
                return Route(link: index, hub: hub, segments: [segment])
            }
            let isForward = to > from
            var segments: [Segment] = []
            var y = ports[hub]
            var column = from
            while column != to {
                let next = column + (isForward ? 1 : -1)
                let passing = passings.first { $0.hub == hub && $0.kind == link.kind && $0.column == next && $0.targets.contains(other) }
                let nextY = next == to ? ports[other] : passing?.y ?? y
                let (from, to) = (End(isRight: !isForward, y: y), End(isRight: isForward, y: nextY))
                segments.append(Segment(gutter: max(column, next), from: from, to: to))
                y = nextY
                column = next
            }
            return Route(link: index, hub: hub, segments: segments)
        }
    }

    /// For each link the role whose lines it joins: again and again the one that has the most links left.
    private static func hubs(_ graph: MapGraph) -> [Int] {
        var hubs = [Int?](repeating: nil, count: graph.links.count)
        while hubs.contains(nil) {
            var degrees = [Int](repeating: 0, count: graph.roles.count)
            for (link, hub) in zip(graph.links, hubs) where hub == nil {
                degrees[link.a] += 1
                degrees[link.b] += 1
            }
            guard let most = degrees.max(), let role = degrees.firstIndex(of: most) else { break }
            for (index, link) in graph.links.enumerated() where hubs[index] == nil && (link.a == role || link.b == role) {
                hubs[index] = role
            }
        }
        return hubs.map { $0 ?? 0 }
    }

    private static func passings(_ graph: MapGraph, _ hubs: [Int], _ plan: inout MapPlan) -> [Passing] {
        var passings: [Passing] = []
        for (hub, link) in zip(hubs, graph.links) {
            let other = hub == link.a ? link.b : link.a
            let (low, high) = (min(plan.columnOfRole[hub], plan.columnOfRole[other]), max(plan.columnOfRole[hub], plan.columnOfRole[other]))
            guard high - low > 1 else { continue }
            for column in (low + 1)..<high {
                let isAfter = plan.columnOfRole[other] > column
                let place = passings.firstIndex {
                    $0.hub == hub && $0.kind == link.kind && $0.column == column && (plan.columnOfRole[$0.targets[0]] > column) == isAfter
                }
                if let place {
                    passings[place].targets.append(other)
                } else {
                    passings.append(Passing(hub: hub, kind: link.kind, column: column, targets: [other]))
                }
            }
        }
        chooseSlots(&passings, plan)
        makeRoom(passings, &plan)
        place(&passings, plan)
        return passings
    }

    /// The space above a column, below it, or between two of its cards: the one that is the least way round.
    private static func chooseSlots(_ passings: inout [Passing], _ plan: MapPlan) {
        let ports = plan.ports
        for index in passings.indices {
            let passing = passings[index]
            let spaces = spaces(plan, passing.column)
            let lengths = spaces.map { space in
                let y = (space.lowerBound + space.upperBound) / 2
                return abs(y - ports[passing.hub]) * passing.targets.count + passing.targets.reduce(0) { $0 + abs(y - ports[$1]) }
            }
            passings[index].slot = lengths.indices.min { lengths[$0] < lengths[$1] } ?? 0
        }
    }

    /// The heights between the cards of a column, with that above the first and that below the last.
    private static func spaces(_ plan: MapPlan, _ column: Int) -> [Range<Int>] {
        let tops = plan.tops
        let cards = plan.columns[column]
        let gaps = plan.gaps[column]
        var spaces = zip(cards, gaps).map { (tops[$0] - $1)..<tops[$0] }
        let end = cards.last.map { tops[$0] + plan.cards[$0].height } ?? 0
        spaces.append(end..<(end + (gaps.last ?? 0)))
        return spaces
    }

    private static func makeRoom(_ passings: [Passing], _ plan: inout MapPlan) {
        let unit = plan.measures.unit
        for column in plan.columns.indices {
            for slot in plan.gaps[column].indices {
                let count = passings.count { $0.column == column && $0.slot == slot }
                guard count > 0 else { continue }
                let needed = ((count - 1) * unit / 2 + 2 * unit + unit - 1) / unit * unit
                plan.gaps[column][slot] = max(plan.gaps[column][slot], needed)
            }
        }
    }

    /// Heights within the spaces: a quarter of a unit off every role's, by the heights of the targets.
    private static func place(_ passings: inout [Passing], _ plan: MapPlan) {
        let ports = plan.ports
        let unit = plan.measures.unit
        for column in plan.columns.indices {
            let spaces = spaces(plan, column)
            for slot in spaces.indices {
                let here = passings.indices.filter { passings[$0].column == column && passings[$0].slot == slot }
                let sorted = here.map { index in
                    let targets = passings[index].targets
                    return (targets.reduce(0) { $0 + ports[$1] } / targets.count + ports[passings[index].hub], index)
                }.sorted { $0 < $1 }
                let middle = (spaces[slot].lowerBound + spaces[slot].upperBound) / 2
                let first = (middle - (here.count - 1) * unit / 4) / (unit / 2) * (unit / 2)
                for (place, (_, index)) in sorted.enumerated() { passings[index].y = first + place * unit / 2 }
            }
        }
    }
}
