import Testing

@testable import Drawing

/// What holds for every map, however its graph is made.
@Suite struct MapLayoutTests {
    private static let measures = [("wide", MapMeasures.wide), ("narrow", .narrow)]

    private static func layouts(_ graph: MapGraph) -> [(String, MapLayout)] { measures.map { ($0, MapLayout(graph, $1)) } }

    private static func overlap(_ a: MapLayout.Box, _ b: MapLayout.Box) -> Bool {
        a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom
    }

    private static func holds(_ outer: MapLayout.Box, _ inner: MapLayout.Box) -> Bool {
        outer.x <= inner.x && inner.right <= outer.right && outer.y <= inner.y && inner.bottom <= outer.bottom
    }

    @Test(arguments: Graphs.all)
    func everyRoleHasOneLabelAndNoTwoOverlap(_ made: Graphs) {
        for (name, layout) in Self.layouts(made.graph) {
            let labels = layout.cards.flatMap(\.labels)
            #expect(labels.map(\.role).sorted() == Array(made.graph.roles.indices), "\(name)")
            for (index, label) in labels.enumerated() {
                for other in labels[(index + 1)...] { #expect(!Self.overlap(label.box, other.box), "\(name): \(label) \(other)") }
            }
        }
    }

    @Test(arguments: Graphs.all)
    func regionsAreApartInsideThePictureAndHoldTheirLabels(_ made: Graphs) {
        for (name, layout) in Self.layouts(made.graph) {
            let whole = MapLayout.Box(x: 0, y: 0, width: layout.width, height: layout.height)
            for (index, card) in layout.cards.enumerated() {
                #expect(Self.holds(whole, card.box), "\(name)")
                #expect(card.labels.allSatisfy { Self.holds(card.box, $0.box) && made.graph.roles[$0.role].group == card.group }, "\(name)")
                for other in layout.cards[(index + 1)...] { #expect(!Self.overlap(card.box, other.box), "\(name)") }
            }
        }
    }

    @Test(arguments: Graphs.all)
    func wordsFitTheirLabels(_ made: Graphs) {
        for (name, layout) in Self.layouts(made.graph) {
            for card in layout.cards {
                let room = card.box.width - 2 * layout.measures.inset
                for line in card.title { #expect(TextWidth.of(line, size: layout.measures.titleSize) <= room, "\(name): \(line)") }
                for label in card.labels {
                    #expect((1...2).contains(label.lines.count))
                    for line in label.lines { #expect(TextWidth.of(line, size: layout.measures.textSize) <= room, "\(name): \(line)") }
                }
            }
        }
    }

    @Test(arguments: Graphs.all)
    func everyLinkIsOneLineFromTheEdgeOfOneRoleToThatOfTheOther(_ made: Graphs) {
        for (name, layout) in Self.layouts(made.graph) {
            #expect(layout.lines.map(\.link).sorted() == Array(made.graph.links.indices), "\(name)")
            let boxes = Dictionary(uniqueKeysWithValues: layout.cards.flatMap(\.labels).map { ($0.role, $0.box) })
            for line in layout.lines {
                let link = made.graph.links[line.link]
                let touched = [line.points.first, line.points.last].compactMap(\.self).map { point in
                    [link.a, link.b].filter { role in
                        guard let box = boxes[role] else { return false }
                        return (point.x == box.x || point.x == box.right) && box.y < point.y && point.y < box.bottom
                    }
                }
                #expect(Set(touched.joined()) == [link.a, link.b], "\(name): \(line)")
            }
        }
    }

    /// The bound on lines that cross a label that is not theirs: none does, since none crosses a region.
    @Test(arguments: Graphs.all)
    func linesStayInsideThePictureAndBetweenTheRegions(_ made: Graphs) {
        for (name, layout) in Self.layouts(made.graph) {
            for line in layout.lines {
                for (a, b) in zip(line.points, line.points.dropFirst()) {
                    #expect(a.x == b.x || a.y == b.y, "\(name): neither level nor upright")
                    let way = MapLayout.Box(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
                    #expect(way.x >= 0 && way.right <= layout.width && way.y >= 0 && way.bottom <= layout.height, "\(name): \(line)")
                    for card in layout.cards {
                        let isLevel = a.y == b.y
                        let meets = way.x < card.box.right && card.box.x < way.right || !isLevel && card.box.x < a.x && a.x < card.box.right
                        let inHeight =
                            isLevel ? card.box.y < a.y && a.y < card.box.bottom : way.y < card.box.bottom && card.box.y < way.bottom
                        #expect(!(meets && inHeight), "\(name): \(line) crosses a region")
                    }
                }
            }
        }
    }

    /// Otherwise one could not tell which roles they join.
    @Test(arguments: Graphs.all)
    func linesThatShareNoRoleNeverRunOnOneAnother(_ made: Graphs) {
        struct Stretch {
            let link: Int
            let isLevel: Bool
            let at: Int
            let span: ClosedRange<Int>
        }
        for (name, layout) in Self.layouts(made.graph) {
            let stretches = layout.lines.flatMap { line in
                zip(line.points, line.points.dropFirst()).map { a, b in
                    a.y == b.y
                        ? Stretch(link: line.link, isLevel: true, at: a.y, span: min(a.x, b.x)...max(a.x, b.x))
                        : Stretch(link: line.link, isLevel: false, at: a.x, span: min(a.y, b.y)...max(a.y, b.y))
                }
            }
            var shared = 0
            for group in Dictionary(grouping: stretches, by: { [$0.isLevel ? 1 : 0, $0.at] }).values {
                for (index, one) in group.enumerated() {
                    for other in group[(index + 1)...] where one.span.overlaps(other.span) {
                        let (a, b) = (made.graph.links[one.link], made.graph.links[other.link])
                        if Set([a.a, a.b]).isDisjoint(with: [b.a, b.b]) { shared += 1 }
                    }
                }
            }
            #expect(shared == 0, "\(name)")
        }
    }

    @Test(arguments: Graphs.all)
    func theSameGraphGivesTheSameBytes(_ made: Graphs) {
        let paint = MapPaint.classes(made.graph.groups.map { _ in "g g1" })
        for (name, measures) in Self.measures {
            let drawn = (0..<2).map { _ in
                MapDrawing(MapLayout(made.graph, measures), made.graph, paint).page(
                    name,
                    label: "Map",
                    hrefs: made.graph.roles.map(\.short)
                )
            }
            #expect(drawn[0] == drawn[1])
            #expect(!drawn[0].contains("style="))
        }
    }

    @Test func aPageIsFilledAndNotOverrun() {
        for made in Graphs.all where (20...60).contains(made.graph.roles.count) && made.graph.links.count <= 90 {
            let layout = MapLayout(made.graph, .wide)
            #expect((800...1200).contains(layout.width), "\(made.testDescription): \(layout.width)")
            #expect(layout.height <= layout.width * 115 / 100, "\(made.testDescription): \(layout.height)")
        }
        // On a phone very many lines side by side make the picture a little wider, and so smaller.
        for made in Graphs.all {
            let isCrowded = made.graph.roles.count > 60
            #expect(MapLayout(made.graph, .narrow).width <= (isCrowded ? 400 : 320), "\(made.testDescription)")
        }
    }

    @Test func theLinesOfAStarCrossLessOftenThanThereAreLines() throws {
        let star = try #require(Graphs.all.first { $0.testDescription == "a star of thirty" })
        #expect(MapLayout(star.graph, .wide).crossings <= 15)
    }

    @Test func rolesThatBelongTogetherStandSideBySide() {
        // Two pairs, written crosswise: each line can be short.
        let groups = [MapGraph.Group(title: "A"), MapGraph.Group(title: "B")]
        let roles = (0..<8).map { MapGraph.Role(title: "Role \($0)", short: "\($0)", group: $0 / 4) }
        let links = [(0, 7), (1, 6), (2, 5), (3, 4)].map { MapGraph.Link(a: $0.0, b: $0.1, kind: .stated) }
        let layout = MapLayout(MapGraph(groups: groups, roles: roles, links: links), .wide)
        #expect(layout.crossings == 0)
        for line in layout.lines { #expect(abs((line.points.first?.y ?? 0) - (line.points.last?.y ?? 100)) <= 8) }
    }

    @Test func wordsBreakOnlyWhereEvenTheWidestColumnIsTooNarrow() {
        func lines(_ title: String) -> [String] {
            let role = MapGraph.Role(title: title, short: title, group: 0)
            let others = (0..<12).map { MapGraph.Role(title: "Role \($0)", short: "\($0)", group: 0) }
            let graph = MapGraph(groups: [MapGraph.Group(title: "A")], roles: [role] + others, links: [])
            return MapLayout(graph, .wide).cards.flatMap(\.labels).first { $0.role == 0 }?.lines ?? []
        }
        #expect(lines("Stationsapothekerin") == ["Stationsapothekerin"])
        #expect(lines("Donaudampfschifffahrtsgesellschaft").count == 2)
    }

    @Test func aPairIsDrawnOnceByTheFirmestOfItsLinks() {
        let roles = ["a", "b"].map { MapGraph.Role(title: $0, short: $0, group: 0) }
        let links = [(0, 1, MapGraph.Kind.inferred), (1, 0, .stated), (1, 1, .stated)].map { MapGraph.Link(a: $0.0, b: $0.1, kind: $0.2) }
        let graph = MapGraph(groups: [MapGraph.Group(title: "A")], roles: roles, links: links)
        #expect(graph.links.map(\.kind) == [.stated])
        #expect(graph.leftOut == 0)
    }

    @Test func ofVeryManyLinksTheFirmestAreDrawnAndTheOthersCounted() {
        let roles = (0..<40).map { MapGraph.Role(title: "\($0)", short: "\($0)", group: 0) }
        let pairs = (0..<40).flatMap { a in (a + 1..<40).map { (a, $0) } }
        let links = pairs.enumerated().map { MapGraph.Link(a: $1.0, b: $1.1, kind: $0 >= 700 ? .stated : .inferred) }
        let graph = MapGraph(groups: [MapGraph.Group(title: "A")], roles: roles, links: links)
        #expect(graph.links.count == MapGraph.mostLinks)
        #expect(graph.links.count { $0.kind == .stated } == 80)
        #expect(graph.leftOut == 780 - MapGraph.mostLinks)
    }
}
