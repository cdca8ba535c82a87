import Testing

@testable import Drawing

/// Graphs to lay out: made by a rule, the same each time.
struct Graphs: CustomTestStringConvertible {
    let testDescription: String
    let graph: MapGraph

    /// Each with what makes it hard.
    static let all: [Graphs] = [
        Graphs("five roles in two groups", roles: 5, groups: 2, links: 4, seed: 1),
        Graphs("22 roles in five groups", roles: 22, groups: 5, links: 26, seed: 2),
        Graphs("60 roles in eight groups", roles: 60, groups: 8, links: 75, seed: 3),
        Graphs("60 roles in twelve groups", roles: 60, groups: 12, links: 90, seed: 4),
        Graphs("80 roles in nine groups", roles: 80, groups: 9, links: 120, seed: 5),
        Graphs("22 roles in no group", roles: 22, groups: 1, links: 24, seed: 6, titles: [""]),
        Graphs("one role", roles: 1, groups: 1, links: 0, seed: 7),
        Graphs("two roles", roles: 2, groups: 1, links: 1, seed: 8),
        Graphs("no role", roles: 0, groups: 0, links: 0, seed: 9),
        Graphs("many links", roles: 22, groups: 5, links: 70, seed: 10),
        Graphs("all with all", roles: 16, groups: 4, links: 120, seed: 11),
        Graphs("no link", roles: 22, groups: 5, links: 0, seed: 12),
        Graphs("one group alone", roles: 14, groups: 1, links: 12, seed: 13),
        Graphs(
            "one great group and small ones",
            MapGraph(groups: names(4), roles: roles(24) { $0 < 18 ? 0 : $0 % 3 + 1 }, links: ring(24))
        ),
        Graphs("a star of thirty", MapGraph(groups: names(6), roles: roles(36) { $0 / 6 }, links: star(7, 30))),
        Graphs("names of every kind", MapGraph(groups: long, roles: strange, links: ring(strange.count))),
    ]

    private init(_ name: String, _ graph: MapGraph) {
        testDescription = name
        self.graph = graph
    }

    /// Half of the links stay in a group.
    private init(_ name: String, roles count: Int, groups: Int, links: Int, seed: UInt64, titles: [String]? = nil) {
        var random = Steps(state: seed)
        var found: [MapGraph.Link] = []
        var pairs: Set<[Int]> = []
        var tries = 0
        while found.count < links, tries < 20_000 {
            tries += 1
            let a = random.next(count)
            let size = max(1, count / groups)
            let b = random.next(2) == 0 ? min(count - 1, a / size * size + random.next(size)) : random.next(count)
            guard a != b, pairs.insert([min(a, b), max(a, b)]).inserted else { continue }
            found.append(MapGraph.Link(a: a, b: b, kind: random.next(3) == 0 ? .stated : .inferred))
        }
        let roles = Self.roles(count) { min($0 * groups / max(count, 1), groups - 1) }
        self.init(name, MapGraph(groups: titles?.map { MapGraph.Group(title: $0) } ?? Self.names(groups), roles: roles, links: found))
    }

    private static let first = ["Data", "Platform", "Product", "Field", "Quality", "Risk", "Security", "Content", "Research"]
    private static let second = ["Engineer", "Analyst", "Operations Manager", "Lead", "Solutions Architect", "Specialist", "Officer"]

    private static func roles(_ count: Int, group: (Int) -> Int) -> [MapGraph.Role] {
        (0..<count).map { index in
            MapGraph.Role(
                title: "\(first[index % 9]) \(second[index * 5 % 7]) \(index)",
                short: "R\(index)",
                group: group(index)
            )
        }
    }

    private static func names(_ count: Int) -> [MapGraph.Group] {
        (0..<count).map { MapGraph.Group(title: "\(first[$0 % 9]) group \($0)") }
    }

    private static func ring(_ count: Int) -> [MapGraph.Link] {
        (0..<count).map { MapGraph.Link(a: $0, b: ($0 + 1) % count, kind: $0 % 2 == 0 ? .stated : .inferred) }
    }

    private static func star(_ hub: Int, _ count: Int) -> [MapGraph.Link] {
        (0...count).filter { $0 != hub }.map { MapGraph.Link(a: hub, b: $0, kind: $0 % 3 == 0 ? .inferred : .stated) }
    }

    private static let long = [
        "Verwaltung und Beratung sowie weitere begleitende Querschnittsaufgaben der gesamten Klinik", "数据", "الهندسة",
    ].map { MapGraph.Group(title: $0) }

    private static let strange = [
        "Beauftragte Person für Medizinproduktesicherheit und Gerätekoordination im Intensivbereich",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender", "Leitung", "数据工程师",
        "机器学习运维与平台可靠性高级工程师兼架构负责人", "مهندس البيانات", "مدير منتج الذكاء الاصطناعي (AI)", "Инженер по машинному обучению",
        "머신러닝 엔지니어", "Γιάννης Ωμέγα", "WWWWWWWWWW MMMMMMMMMM", "IT", "Stationssekretärin & <Aufnahme>", "👩‍💻 Entwicklerin",
    ].enumerated().map { MapGraph.Role(title: $1, short: $1, group: $0 % 3) }

    /// A generator by which tests differ from one another, not from one run to the next.
    private struct Steps {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return bound < 1 ? 0 : Int((state >> 33) % UInt64(bound))
        }
    }
}
