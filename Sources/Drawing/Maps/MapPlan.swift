/// Which card stands in which column, and how far apart: from it follows the height of every role.
struct MapPlan: Sendable {
    var cards: [MapCard]
    /// Indices of cards, from the top of each column down.
    var columns: [[Int]]
    /// For each column the space above each card, and that below the last.
    var gaps: [[Int]]
    let measures: MapMeasures
    /// The column of each role.
    let columnOfRole: [Int]

    init(cards: [MapCard], columns: [[Int]], roles: Int, _ measures: MapMeasures) {
        self.cards = cards
        self.columns = columns
        self.measures = measures
        gaps = columns.map { column in [0] + [Int](repeating: measures.gap, count: max(0, column.count - 1)) + [0] }
        var columnOfRole = [Int](repeating: 0, count: roles)
        for (index, column) in columns.enumerated() {
            for card in column { for row in cards[card].rows { columnOfRole[row.role] = index } }
        }
        self.columnOfRole = columnOfRole
    }

    var height: Int { columns.indices.map(columnHeight).max() ?? 0 }

    private func columnHeight(_ column: Int) -> Int {
        columns[column].reduce(0) { $0 + cards[$1].height } + gaps[column].reduce(0, +)
    }

    /// In every second column the rows stand half a unit lower.
    func phase(_ column: Int) -> Int { column % 2 == 1 ? measures.unit / 2 : 0 }

    /// The upper edge of each card.
    var tops: [Int] {
        var tops = [Int](repeating: 0, count: cards.count)
        let whole = height
        for (index, column) in columns.enumerated() {
            let unit = measures.unit
            var y = (whole - columnHeight(index)) / 2 / unit * unit
            for (place, card) in column.enumerated() {
                y += gaps[index][place]
                tops[card] = y
                y += cards[card].height
            }
        }
        return tops
    }

    /// Where the lines of each role begin: beside the first line of its label.
    var ports: [Int] {
        var ports = [Int](repeating: 0, count: columnOfRole.count)
        let tops = tops
        for (index, column) in columns.enumerated() {
            for card in column {
                for (row, offset) in zip(cards[card].rows, cards[card].offsets(phase(index))) {
                    ports[row.role] = tops[card] + offset + measures.rowHeight / 2
                }
            }
        }
        return ports
    }

    /// Spreads the cards of shorter columns until they are as tall as the tallest, or the space between them gets too wide.
    mutating func justify() {
        let whole = columns.indices.map(columnHeight).max() ?? 0
        for column in columns.indices where columns[column].count > 1 {
            let spaces = columns[column].count - 1
            let extra = min((whole - columnHeight(column)) / spaces, 3 * measures.unit) / measures.unit * measures.unit
            for place in 1...spaces { gaps[column][place] += extra }
        }
    }
}
