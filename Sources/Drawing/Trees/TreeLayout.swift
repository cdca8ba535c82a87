/// A handbook as a tree, laid out to both sides of its name: groups, then roles, then what each role is known by.
package struct TreeLayout: Sendable {
    /// The end of a branch: a role.
    package struct Leaf: Sendable {
        var title: String
        /// Small words below the title; as many as fit are shown.
        var notes: [String]

        /// A leaf with its small words.
        package init(title: String, notes: [String]) { (self.title, self.notes) = (title, notes) }
    }

    /// What holds leaves: a group.
    package struct Branch: Sendable {
        /// Empty for what is in no group: its leaves then hang on the trunk.
        var title: String
        var leaves: [Leaf]

        /// A branch with its leaves.
        package init(title: String, leaves: [Leaf]) { (self.title, self.leaves) = (title, leaves) }
    }

    struct Node: Sendable {
        /// The indices of the branch and, for a leaf, of the leaf.
        let branch: Int
        let leaf: Int?
        let isLeft: Bool
        let lines: [String]
        let note: String
        /// What the text stands in.
        let box: MapLayout.Box
    }

    /// A line of the tree, in the colour of a branch.
    struct Line: Sendable {
        let branch: Int
        let points: [MapLayout.Point]
    }

    static let titleSize = 17
    static let branchSize = 13
    static let leafSize = 14
    static let noteSize = 12
    static let lineHeight = 17
    static let noteHeight = 15
    static let corner = 9

    /// The name of the handbook is as wide as its longest word, within limits.
    private static let middleWidths = 148...204
    private static let branchWidth = 124
    private static let leafWidth = 204
    private static let trunk = 36
    private static let twig = 28

    let width: Int
    let height: Int
    let root: Node
    let nodes: [Node]
    let lines: [Line]

    /// Lays out the branches around a title.
    package init(_ title: String, _ branches: [Branch]) {
        let sides = Self.sides(branches)
        let heights = sides.map { side in Self.height(side, branches) }
        let hasBranches = branches.contains { !$0.title.isEmpty }
        let reach = Self.trunk + (hasBranches ? Self.branchWidth + Self.twig : 0) + Self.leafWidth
        let leftReach = sides[1].isEmpty ? 0 : reach
        let word = TextWidth.widestWord(title, size: Self.titleSize) + 24
        let middleWidth = Self.middleWidths.contains(word) ? word : Self.middleWidths.lowerBound
        let rootLines = TextWidth.lines(title, width: middleWidth - 24, size: Self.titleSize, most: 5)
        let rootHeight = rootLines.count * 21 + 32
        height = max(heights[0], heights[1], rootHeight)
        width = leftReach + middleWidth + (sides[0].isEmpty ? 0 : reach)
        let rootBox = MapLayout.Box(x: leftReach, y: (height - rootHeight) / 2, width: middleWidth, height: rootHeight)
        root = Node(branch: 0, leaf: nil, isLeft: false, lines: rootLines, note: "", box: rootBox)
        var nodes: [Node] = []
        var lines: [Line] = []
        for (number, side) in sides.enumerated() {
            let isLeft = number == 1
            // The shorter side is spread a little, so that both look about as tall.
            let loose = side.count > 1 ? min(30, (height - heights[number]) / (side.count - 1)) : 0
            var y = (height - heights[number] - loose * max(0, side.count - 1)) / 2
            let edge = isLeft ? rootBox.x : rootBox.right
            for index in side {
                let place = Place(edge: edge, sign: isLeft ? -1 : 1, hasBranches: hasBranches, middle: height / 2)
                Self.add(index, branches[index], &y, place, &nodes, &lines)
                y += loose
            }
        }
        self.nodes = nodes
        self.lines = lines
    }

    /// Where a side begins, and which way it goes.
    private struct Place {
        let edge: Int
        let sign: Int
        let hasBranches: Bool
        let middle: Int

        func x(_ distance: Int) -> Int { edge + sign * distance }

        /// A box that begins at a distance from the edge, whichever way it goes.
        func box(_ distance: Int, _ width: Int, y: Int, height: Int) -> MapLayout.Box {
            MapLayout.Box(x: sign > 0 ? edge + distance : edge - distance - width, y: y, width: width, height: height)
        }
    }

    private static func add(_ index: Int, _ branch: Branch, _ y: inout Int, _ place: Place, _ nodes: inout [Node], _ lines: inout [Line]) {
        let start = y
        let whole = height(branch)
        let leaves = branch.leaves.map(leafText)
        let leafHeights = leaves.map { leafHeight($0.lines, $0.note) }
        var leafY = start + max(0, whole - spacing - leafHeights.reduce(0, +)) / 2
        let middle = start + (whole - spacing) / 2
        let isLeft = place.sign < 0
        var from = MapLayout.Point(x: place.edge, y: place.middle)
        var track = place.x(trunk / 2)
        var leafDistance = trunk
        if place.hasBranches {
            leafDistance += branchWidth + twig
            if !branch.title.isEmpty {
                let text = TextWidth.lines(branch.title, width: branchWidth - 22, size: branchSize, most: 3)
                let box = place.box(trunk, branchWidth, y: middle - text.count * lineHeight / 2 - 8, height: text.count * lineHeight + 16)
                nodes.append(Node(branch: index, leaf: nil, isLeft: isLeft, lines: text, note: "", box: box))
                lines.append(Line(branch: index, points: step(from, track, place.x(trunk), middle)))
                from = MapLayout.Point(x: place.x(trunk + branchWidth), y: middle)
                track = place.x(trunk + branchWidth + twig / 2)
            }
        }
        for (number, (leaf, height)) in zip(leaves, leafHeights).enumerated() {
            let box = place.box(leafDistance, leafWidth, y: leafY, height: height)
            nodes.append(Node(branch: index, leaf: number, isLeft: isLeft, lines: leaf.lines, note: leaf.note, box: box))
            lines.append(Line(branch: index, points: step(from, track, place.x(leafDistance), leafY + height / 2)))
            leafY += height
        }
        y += whole
    }

    private static func step(_ from: MapLayout.Point, _ track: Int, _ x: Int, _ y: Int) -> [MapLayout.Point] {
        let end = MapLayout.Point(x: x, y: y)
        return from.y == y ? [from, end] : [from, MapLayout.Point(x: track, y: from.y), MapLayout.Point(x: track, y: y), end]
    }

    /// Between branches.
    private static let spacing = 14

    private static func leafText(_ leaf: Leaf) -> (lines: [String], note: String) {
        var note = ""
        for text in leaf.notes {
            let longer = note.isEmpty ? text : note + " · " + text
            if TextWidth.of(longer, size: noteSize) <= leafWidth - 10 { note = longer }
        }
        return (TextWidth.lines(leaf.title, width: leafWidth - 10, size: leafSize, most: 2), note)
    }

    private static func leafHeight(_ lines: [String], _ note: String) -> Int {
        lines.count * lineHeight + (note.isEmpty ? 0 : noteHeight) + 12
    }

    private static func height(_ branch: Branch) -> Int {
        let leaves = branch.leaves.map(leafText).reduce(0) { $0 + leafHeight($1.lines, $1.note) }
        let title = TextWidth.lines(branch.title, width: branchWidth - 22, size: branchSize, most: 3)
        return max(leaves, branch.title.isEmpty ? 0 : title.count * lineHeight + 16) + spacing
    }

    private static func height(_ side: [Int], _ branches: [Branch]) -> Int {
        max(0, side.reduce(0) { $0 + height(branches[$1]) } - spacing)
    }

    /// The first branches to the right, from the top down, the others to the left, so that both are about equally tall.
    private static func sides(_ branches: [Branch]) -> [[Int]] {
        let heights = branches.map(height)
        let whole = heights.reduce(0, +)
        var best = (difference: Int.max, count: branches.count)
        var filled = 0
        for (index, height) in heights.enumerated() {
            filled += height
            let difference = abs(whole - 2 * filled)
            if difference < best.difference { best = (difference, index + 1) }
        }
        return [Array(0..<best.count), Array(best.count..<branches.count)]
    }
}
