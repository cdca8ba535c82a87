import Testing

@testable import Drawing

/// The other pictures: a role with those around it, and the handbook as a tree.
@Suite struct PictureTests {
    private static func neighbours(_ titles: [String]) -> NeighbourMap {
        NeighbourMap(
            title: "Analytics and Monitoring Specialist",
            label: "Map",
            color: "g g1",
            neighbours: titles.enumerated().map { index, title in
                NeighbourMap.Neighbour(
                    title: title,
                    href: "x",
                    color: "g g2",
                    kind: [.stated, .inferred, .computed][index * 3 / titles.count]
                )
            }
        )
    }

    private static func overlap(_ a: MapLayout.Box, _ b: MapLayout.Box) -> Bool {
        a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom
    }

    @Test(arguments: 1...12)
    func neighboursStandApartAroundTheRole(count: Int) {
        let names = ["IT", "Data Engineer", "Beauftragte Person für Medizinproduktesicherheit und Gerätekoordination", "数据工程师"]
        let map = Self.neighbours((0..<count).map { names[$0 % 4] })
        for layout in [map.wideLayout(), map.narrowLayout()] {
            let boxes = [layout.role.box] + layout.others.map(\.box)
            #expect(boxes.count == count + 1 && layout.lines.count == count)
            for (index, box) in boxes.enumerated() {
                #expect(box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height)
                for other in boxes[(index + 1)...] { #expect(!Self.overlap(box, other)) }
            }
            for (line, box) in zip(layout.lines, layout.others) {
                #expect(line.last.map { ($0.x == box.box.x || $0.x == box.box.right) && $0.y == box.middle } == true)
            }
        }
        #expect(map.narrowLayout().width == 320)
        #expect(map.wide() == map.wide())
    }

    @Test(arguments: Graphs.all)
    func theLabelsOfATreeStandApart(_ made: Graphs) {
        let branches = made.graph.groups.indices.map { group in
            TreeLayout.Branch(
                title: made.graph.groups[group].title,
                leaves: made.graph.roles.filter { $0.group == group }.map {
                    TreeLayout.Leaf(title: $0.title, notes: ["ETL", $0.title, "SQL"])
                }
            )
        }
        let layout = TreeLayout("The handbook", branches)
        let boxes = layout.nodes.map(\.box) + [layout.root.box]
        #expect(layout.nodes.count { $0.leaf != nil } == made.graph.roles.count)
        for (index, box) in boxes.enumerated() {
            #expect(box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height)
            for other in boxes[(index + 1)...] { #expect(!Self.overlap(box, other)) }
        }
        #expect(layout.width <= 988)
    }

    @Test func smallWordsOfATreeAreThoseThatFitWhole() {
        let leaf = TreeLayout.Leaf(title: "Data Engineer", notes: ["ETL", "A very long name of a skill that nobody could read", "SQL"])
        let layout = TreeLayout("Handbook", [TreeLayout.Branch(title: "Data", leaves: [leaf])])
        #expect(layout.nodes.last?.note == "ETL · SQL")
    }

    @Test func cornersAreRoundAndNeverLargerThanTheirWay() {
        func path(_ points: [(Int, Int)]) -> String { SVGText.path(points.map { MapLayout.Point(x: $0.0, y: $0.1) }, corner: 10) }
        #expect(path([(0, 0), (50, 0), (50, 100), (90, 100)]) == "M0 0L40 0Q50 0 50 10L50 90Q50 100 60 100L90 100")
        // Between two corners each has half of the way.
        #expect(path([(0, 0), (50, 0), (50, 12), (0, 12)]) == "M0 0L40 0Q50 0 50 6L50 6Q50 12 40 12L0 12")
        // A small step is one bend.
        #expect(path([(0, 0), (50, 0), (50, 8), (90, 8)]) == "M0 0L40 0C50 0 50 8 60 8L90 8")
        #expect(path([(0, 5), (90, 5)]) == "M0 5L90 5")
    }
}
