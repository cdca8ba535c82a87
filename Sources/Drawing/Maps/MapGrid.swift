/// Puts cards into columns: those that have much to do with each other side by side, the columns about equally tall, and
/// the groups' own order kept where nothing speaks against it.
///
/// One card after another goes to its best place, or changes places with another, until none finds a better one; from a
/// few beginnings. Nothing is random.
struct MapGrid {
    private let heights: [Int]
    private let weights: [(a: Int, b: Int, weight: Int)]
    private let gap: Int
    private let count: Int

    static func columns(_ cards: [MapCard], _ graph: MapGraph, count: Int, _ measures: MapMeasures) -> [[Int]] {
        guard count > 1 || cards.count > 1 else { return [Array(cards.indices)] }
        let grid = MapGrid(cards, graph, count, measures)
        let beginnings = [grid.inOrder(Array(cards.indices))] + (cards.count > 6 ? [] : cards.indices.map { grid.around($0) })
        // Of very many groups not every move is tried.
        var budget = 10_000
        let tried = beginnings.map { grid.improved($0, &budget) }
        return tried.min { $0.cost < $1.cost }?.columns ?? [Array(cards.indices)]
    }

    private init(_ cards: [MapCard], _ graph: MapGraph, _ count: Int, _ measures: MapMeasures) {
        heights = cards.map(\.height)
        gap = measures.gap
        self.count = count
        var cardOfRole = [Int](repeating: 0, count: graph.roles.count)
        for (index, card) in cards.enumerated() { for row in card.rows { cardOfRole[row.role] = index } }
        var weights: [[Int]: Int] = [:]
        for link in graph.links {
            let pair = [cardOfRole[link.a], cardOfRole[link.b]].sorted()
            if pair[0] != pair[1] { weights[pair, default: 0] += 1 }
        }
        self.weights = weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key[0], $0.key[1], $0.value) }
    }

    /// Column after column, each filled to a fair height.
    private func inOrder(_ order: [Int]) -> [[Int]] {
        let whole = heights.reduce(0, +)
        var columns = [[Int]](repeating: [], count: count)
        var filled = 0
        for (place, card) in order.enumerated() {
            let column = min((filled + heights[card] / 2) * count / max(whole, 1), count - 1)
            columns[order.count - place < count ? max(column, place + count - order.count) : column].append(card)
            filled += heights[card]
        }
        return columns
    }

    /// The card in the middle, the others in their order around it.
    private func around(_ card: Int) -> [[Int]] {
        var order = heights.indices.filter { $0 != card }
        order.insert(card, at: order.count / 2)
        return inOrder(order)
    }

    private func improved(_ beginning: [[Int]], _ budget: inout Int) -> (columns: [[Int]], cost: Int) {
        var best = (columns: beginning, cost: cost(beginning))
        var isBetter = true
        while isBetter, budget > 0 {
            isBetter = false
            for card in heights.indices {
                var next = best
                for candidate in moves(of: card, best.columns) {
                    let cost = cost(candidate)
                    if cost < next.cost { next = (candidate, cost) }
                    budget -= 1
                }
                if next.cost < best.cost {
                    best = next
                    isBetter = true
                }
            }
        }
        return best
    }

    /// Every arrangement in which one card stands elsewhere, or in the place of another that takes its own.
    private func moves(of card: Int, _ columns: [[Int]]) -> [[[Int]]] {
        var moves: [[[Int]]] = []
        for (column, cards) in columns.enumerated() {
            for place in cards.indices where cards[place] != card {
                var moved = columns.map { $0.map { $0 == card ? cards[place] : $0 } }
                moved[column][place] = card
                moves.append(moved)
            }
        }
        let without = columns.map { $0.filter { $0 != card } }
        for column in columns.indices {
            for place in 0...without[column].count {
                var moved = without
                moved[column].insert(card, at: place)
                moves.append(moved)
            }
        }
        return moves
    }

    /// Long ways, ways through a column, unequal columns, and groups out of their order cost.
    private func cost(_ columns: [[Int]]) -> Int {
        var middles = [Int](repeating: 0, count: heights.count)
        var columnOf = [Int](repeating: 0, count: heights.count)
        let tall = columns.map { column in column.reduce(0) { $0 + heights[$1] } + gap * max(0, column.count - 1) }
        let whole = tall.max() ?? 0
        var inversions = 0
        var seen: [Int] = []
        for (index, column) in columns.enumerated() {
            var y = (whole - tall[index]) / 2
            for card in column {
                middles[card] = y + heights[card] / 2
                columnOf[card] = index
                y += heights[card] + gap
                inversions += seen.count { $0 > card }
                seen.append(card)
            }
        }
        var cost = 2 * whole + tall.reduce(0) { $0 + (whole - $1) } / 2 + 16 * inversions + 400 * columns.count(where: \.isEmpty)
        for (a, b, weight) in weights {
            let way = abs(middles[a] - middles[b])
            switch abs(columnOf[a] - columnOf[b]) {
            case 0: cost += weight * (50 + way / 2)
            case 1: cost += weight * way / 3
            case let apart: cost += weight * (240 * (apart - 1) + way / 3)
            }
        }
        return cost
    }
}
