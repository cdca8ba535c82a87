import Handbook

/// Finds which page of an old handbook is which of the new one, among pages of one kind.
struct PageMatcher {
    /// How much of two pages must be the same, when they share no name: git's own measure for renamed files.
    static let similarity = 0.5
    /// The most pairs whose texts are compared.
    static let limit = 1_000_000

    private let old: [Page]
    private let new: [Page]
    private var freeOld: [Int]
    private var freeNew: [Int]
    private var oldText: [Int: Similarity] = [:]
    private var newText: [Int: Similarity] = [:]
    /// Places in `new` by places in `old`.
    private(set) var matches: [Int: Int] = [:]

    /// Matches by title and slug, title, slug, short form, any name, and last by what the pages say.
    init(old: [Page], new: [Page]) {
        self.old = old
        self.new = new
        freeOld = Array(old.indices)
        freeNew = Array(new.indices)
        matchSameFiles()
        match(by: { ["\($0.slug)\n\(Self.title($0))"] })
        match(by: { [Self.title($0)] })
        match(by: { [$0.slug] })
        match(by: { page in page.record.text("short").map { [NameIndex.key($0.value)] } ?? [] })
        match(by: Self.names)
        matchByText()
    }

    private static func title(_ page: Page) -> String { NameIndex.key(page.title.value) }

    private static func names(_ page: Page) -> [String] {
        let declared =
            [page.title, page.record.text("short")].compactMap(\.self) + page.record.texts("aliases") + page.record.texts("also")
        return declared.map { NameIndex.key($0.value) } + [page.slug]
    }

    /// Pages whose file is the same. The first of the ways that follow would match them too, but at a price.
    private mutating func matchSameFiles() {
        let places = Dictionary(freeNew.map { (new[$0].path, $0) }) { first, _ in first }
        for place in freeOld {
            guard let other = places[old[place].path], old[place].isSame(as: new[other]), old[place].id == new[other].id else { continue }
            matches[place] = other
        }
        let taken = Set(matches.values)
        freeOld.removeAll { matches[$0] != nil }
        freeNew.removeAll(where: taken.contains)
    }

    private mutating func match(by keys: (Page) -> [String]) {
        guard !freeOld.isEmpty, !freeNew.isEmpty else { return }
        var places: [String: [Int]] = [:]
        for place in freeNew {
            for key in Set(keys(new[place])) { places[key, default: []].append(place) }
        }
        var pairs: [(old: Int, new: Int)] = []
        for place in freeOld {
            for other in Set(keys(old[place]).flatMap { places[$0] ?? [] }).sorted() { pairs.append((place, other)) }
        }
        take(pairs, atLeast: 0)
    }

    private mutating func matchByText() {
        guard freeOld.count * freeNew.count <= Self.limit else { return }
        take(freeOld.flatMap { place in freeNew.map { (place, $0) } }, atLeast: Self.similarity)
    }

    /// Takes pairs that are free, the most similar ones first.
    private mutating func take(_ pairs: [(old: Int, new: Int)], atLeast least: Double) {
        let isPlain = least == 0 && Set(pairs.map(\.old)).count == pairs.count && Set(pairs.map(\.new)).count == pairs.count
        var scored: [(score: Double, old: Int, new: Int)] = []
        for pair in pairs {
            let score = isPlain ? 1 : score(pair.old, pair.new)
            if score >= least { scored.append((score, pair.old, pair.new)) }
        }
        var taken: Set<Int> = []
        for pair in scored.sorted(by: { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }) {
            guard matches[pair.old] == nil, taken.insert(pair.new).inserted else { continue }
            matches[pair.old] = pair.new
        }
        freeOld.removeAll { matches[$0] != nil }
        freeNew.removeAll(where: taken.contains)
    }

    private mutating func score(_ a: Int, _ b: Int) -> Double {
        let left = oldText[a] ?? Similarity(lines: Self.own(old[a]))
        let right = newText[b] ?? Similarity(lines: Self.own(new[b]))
        oldText[a] = left
        newText[b] = right
        return left.shared(with: right)
    }

    /// What is a page's own: without headings and the keys that many pages share, which would make two short pages alike.
    private static func own(_ page: Page) -> String {
        page.source.lines.filter { line in
            !line.hasPrefix("#") && line != "---" && !shared.contains(String(line.prefix { $0 != ":" }))
        }.joined(separator: "\n")
    }

    private static let shared: Set<String> = [
        "kind", "order", "sources", "mentions", "updated", "group", "side", "basis", "scheme", "stage", "era", "type", "draft", "review_by",
        "owners",
    ]
}
