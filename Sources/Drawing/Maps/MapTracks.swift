/// The lines side by side in one gutter: each runs up or down on a track, with branches to the left and to the right.
struct MapTracks {
    /// Links of one hub and kind that run on one track.
    struct Net {
        let hub: Int
        let kind: MapGraph.Kind
        var left: [Int] = []
        var right: [Int] = []

        /// From the highest to the lowest of its branches.
        var span: ClosedRange<Int> {
            let ends = left + right
            return (ends.min() ?? 0)...(ends.max() ?? 0)
        }

        mutating func add(_ end: MapRouter.End) {
            if end.isRight {
                if !right.contains(end.y) { right.append(end.y) }
            } else if !left.contains(end.y) {
                left.append(end.y)
            }
        }
    }

    /// From left to right.
    private(set) var nets: [Net]
    /// The track of each, from 0 on the left.
    private(set) var tracks: [Int] = []
    /// How often lines cross.
    private(set) var crossings = 0

    var count: Int { (tracks.max() ?? -1) + 1 }

    /// Lines on one track keep this distance.
    private static let distance = 20

    init(gutter: Int, _ routes: [MapRouter.Route], _ graph: MapGraph) {
        nets = []
        for route in routes {
            let kind = graph.links[route.link].kind
            for segment in route.segments where segment.gutter == gutter {
                let place = nets.firstIndex { $0.hub == route.hub && $0.kind == kind } ?? nets.count
                if place == nets.count { nets.append(Net(hub: route.hub, kind: kind)) }
                nets[place].add(segment.from)
                nets[place].add(segment.to)
            }
        }
        order()
        assign()
    }

    func track(hub: Int, kind: MapGraph.Kind) -> Int {
        nets.firstIndex { $0.hub == hub && $0.kind == kind }.map { tracks[$0] } ?? 0
    }

    /// How often two lines cross when the first is to the left of the second.
    private static func crossings(_ a: Net, _ b: Net) -> Int {
        let (first, second) = (a.span, b.span)
        return a.right.count { second.contains($0) } + b.left.count { first.contains($0) }
    }

    /// Moves one line after another to where it crosses the fewest others, until none finds a better place.
    private mutating func order() {
        nets.sort { a, b in
            (a.right.count - a.left.count, a.span.lowerBound, a.hub, a.kind.rawValue)
                < (b.right.count - b.left.count, b.span.lowerBound, b.hub, b.kind.rawValue)
        }
        let pairs = nets.map { a in nets.map { b in Self.crossings(a, b) } }
        var order = Array(nets.indices)
        for _ in 0..<10 {
            var isBetter = false
            for net in nets.indices {
                guard let from = order.firstIndex(of: net) else { continue }
                var others = order
                others.remove(at: from)
                // The cost of standing before all others, then after one more of them each time.
                var costs = [others.reduce(0) { $0 + pairs[net][$1] }]
                for other in others { costs.append((costs.last ?? 0) - pairs[net][other] + pairs[other][net]) }
                guard let least = costs.min(), let to = costs.firstIndex(of: least), least < costs[from] else { continue }
                others.insert(net, at: to)
                order = others
                isBetter = true
            }
            if !isBetter { break }
        }
        for (place, a) in order.enumerated() { for b in order[(place + 1)...] { crossings += pairs[a][b] } }
        nets = order.map { nets[$0] }
    }

    /// As few tracks as will do; a line with branches on one side alone stands as near to it as it can.
    private mutating func assign() {
        let spans = nets.map(\.span)
        func meet(_ a: Int, _ b: Int) -> Bool {
            spans[a].lowerBound <= spans[b].upperBound + Self.distance && spans[b].lowerBound <= spans[a].upperBound + Self.distance
        }
        var least = [Int](repeating: 0, count: nets.count)
        for net in nets.indices {
            for other in 0..<net where meet(net, other) { least[net] = max(least[net], least[other] + 1) }
        }
        let last = least.max() ?? 0
        var most = [Int](repeating: last, count: nets.count)
        for net in nets.indices.reversed() {
            for other in (net + 1)..<max(nets.count, net + 1) where meet(net, other) { most[net] = min(most[net], most[other] - 1) }
        }
        tracks = []
        for net in nets.indices {
            let free = (0..<net).reduce(least[net]) { meet(net, $1) ? max($0, tracks[$1] + 1) : $0 }
            let wish = nets[net].right.isEmpty ? least[net] : nets[net].left.isEmpty ? most[net] : (least[net] + most[net]) / 2
            tracks.append(min(max(free, wish), most[net]))
        }
    }
}
