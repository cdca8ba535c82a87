/// The order of the roles in each card: those that have to do with each other at about the same height, so that lines
/// are short and seldom cross. Roles without a reason to move keep their author's order.
struct MapOrder {
    /// The two roles of each link, the one in the left column first.
    private let lines: [(a: Int, b: Int)]
    private let columns: [Int]
    /// The links of each role.
    private let linksOf: [[Int]]

    static func arrange(_ plan: inout MapPlan, _ graph: MapGraph) {
        guard !graph.links.isEmpty else { return }
        let order = MapOrder(plan, graph)
        order.gather(&plan)
        order.exchange(&plan)
    }

    private init(_ plan: MapPlan, _ graph: MapGraph) {
        let columns = plan.columnOfRole
        self.columns = columns
        lines = graph.links.map { columns[$0.a] <= columns[$0.b] ? ($0.a, $0.b) : ($0.b, $0.a) }
        var linksOf = [[Int]](repeating: [], count: graph.roles.count)
        for (index, link) in graph.links.enumerated() {
            linksOf[link.a].append(index)
            linksOf[link.b].append(index)
        }
        self.linksOf = linksOf
    }

    /// Moves each role towards the middle of its neighbours, card after card, there and back.
    private func gather(_ plan: inout MapPlan) {
        let all = Array(lines.indices)
        var best = (cost: cost(all, plan.ports), plan: plan)
        for round in 0..<12 {
            let order = plan.columns.flatMap(\.self)
            for card in round.isMultiple(of: 2) ? order : order.reversed() {
                let ports = plan.ports
                let wishes = plan.cards[card].rows.map { row in
                    let near = linksOf[row.role].map { lines[$0].a == row.role ? lines[$0].b : lines[$0].a }
                    return near.isEmpty ? ports[row.role] * 8 : near.reduce(0) { $0 + ports[$1] } * 8 / near.count
                }
                plan.cards[card].rows = zip(wishes, plan.cards[card].rows).enumerated()
                    .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            }
            let cost = cost(all, plan.ports)
            if cost < best.cost { best = (cost, plan) }
        }
        plan = best.plan
    }

    /// Exchanges two roles of a card where that helps, until it helps no more.
    private func exchange(_ plan: inout MapPlan) {
        var ports = plan.ports
        for _ in 0..<5 {
            var isBetter = false
            for card in plan.cards.indices {
                let count = plan.cards[card].rows.count
                for i in 0..<count {
                    for j in (i + 1)..<max(count, i + 1) where j - i <= 8 {
                        // The rows between move too, where the two are not equally tall.
                        let moved = plan.cards[card].rows[i].height == plan.cards[card].rows[j].height ? [i, j] : Array(i...j)
                        let links = Set(moved.flatMap { linksOf[plan.cards[card].rows[$0].role] }).sorted()
                        guard !links.isEmpty else { continue }
                        let before = cost(links, ports)
                        plan.cards[card].rows.swapAt(i, j)
                        let changed = plan.ports
                        if cost(links, changed) < before {
                            ports = changed
                            isBetter = true
                        } else {
                            plan.cards[card].rows.swapAt(i, j)
                        }
                    }
                }
            }
            if !isBetter { return }
        }
    }

    /// The height that some lines go up or down, and how often they cross others that join the same columns.
    private func cost(_ some: [Int], _ ports: [Int]) -> Int {
        var cost = 0
        var counted = [Bool](repeating: false, count: lines.count)
        for index in some {
            counted[index] = true
            let line = lines[index]
            cost += abs(ports[line.a] - ports[line.b])
            for other in lines.indices where !counted[other] && cross(line, lines[other], ports) { cost += 40 }
        }
        return cost
    }

    private func cross(_ first: (a: Int, b: Int), _ second: (a: Int, b: Int), _ ports: [Int]) -> Bool {
        guard columns[first.a] == columns[second.a], columns[first.b] == columns[second.b] else { return false }
        let (a, b, c, d) = (ports[first.a], ports[first.b], ports[second.a], ports[second.b])
        guard columns[first.a] == columns[first.b] else { return (a - c) * (b - d) < 0 }
        // Beside one column two lines cross when each ends within the other.
        let (low, high, from, to) = (min(a, b), max(a, b), min(c, d), max(c, d))
        return (low < from && from < high && high < to) || (from < low && low < to && to < high)
    }
}
