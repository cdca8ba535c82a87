/// A region of the map with its roles as rows: a group, or a part of one that is too tall.
struct MapCard: Sendable {
    struct Row: Sendable {
        /// The index of the role.
        let role: Int
        let lines: [String]
        let height: Int
    }

    let group: Int
    /// Which part of its group it is, from 0; others of the same group follow.
    let part: Int
    let title: [String]
    /// Above the first row, in the first column.
    let head: Int
    /// Below the last row, in the first column.
    let foot: Int
    var rows: [Row]

    var height: Int { head + foot + rows.reduce(0) { $0 + $1.height } }

    /// Where each row begins, from the card's upper edge, in a column whose rows stand lower by `phase`.
    func offsets(_ phase: Int) -> [Int] {
        var y = head + phase
        return rows.map { row in
            defer { y += row.height }
            return y
        }
    }

    /// The cards of a graph, in the order of its groups, for a number of columns of a width.
    static func cards(_ graph: MapGraph, columns: Int, width: Int, _ measures: MapMeasures) -> [MapCard] {
        let room = width - 2 * measures.inset
        var members = [[Int]](repeating: [], count: graph.groups.count)
        for (index, role) in graph.roles.enumerated() { members[role.group].append(index) }
        let isAlone = members.count { !$0.isEmpty } == 1
        let fair = max(1, (graph.roles.count + columns - 1) / columns)
        return members.enumerated().flatMap { group, roles -> [MapCard] in
            let parts = isAlone ? columns : max(1, roles.count > 2 * fair + 4 ? (roles.count + fair - 1) / fair : 1)
            let title = TextWidth.lines(graph.groups[group].title, width: room, size: measures.titleSize, most: 2)
            let hasTitle = !graph.groups[group].title.isEmpty
            let head = hasTitle ? measures.titleHeight + measures.unit * (title.count - 1) : measures.cardStart
            return split(roles, parts).enumerated().map { part, roles in
                MapCard(
                    group: group,
                    part: part,
                    title: hasTitle ? title : [],
                    head: head,
                    foot: measures.cardEnd,
                    rows: roles.map { row($0, graph.roles[$0], room, measures) }
                )
            }
        }
    }

    private static func row(_ index: Int, _ role: MapGraph.Role, _ room: Int, _ measures: MapMeasures) -> Row {
        var lines = TextWidth.lines(role.title, width: room, size: measures.textSize, most: 2)
        // A short form that says all is better than a title that breaks off.
        if lines.last?.hasSuffix("…") == true, !role.title.hasSuffix("…") {
            let short = TextWidth.lines(role.short, width: room, size: measures.textSize, most: 2)
            if short.last?.hasSuffix("…") == false { lines = short }
        }
        return Row(role: index, lines: lines, height: measures.rowHeight + measures.lineHeight * (lines.count - 1))
    }

    /// A list in parts whose lengths differ by one at most.
    private static func split(_ roles: [Int], _ parts: Int) -> [[Int]] {
        let parts = max(1, min(parts, roles.count))
        guard !roles.isEmpty else { return [] }
        return (0..<parts).map { part in Array(roles[(roles.count * part / parts)..<(roles.count * (part + 1) / parts)]) }
    }
}
