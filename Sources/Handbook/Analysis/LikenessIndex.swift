/// Finds which of many names mean the same, without holding each against each: the work grows in line with their number.
struct LikenessIndex {
    /// A name before another, by its place, that means the same.
    struct Match: Equatable {
        let index: Int
        let how: Likeness
    }

    /// A word that begins the search for more sets of words than this distinguishes nothing, and is ignored.
    private static let commonest = 64

    private let names: [ComparedName]
    private let likenesses: Likenesses
    private let limit: Int
    private var byKey: [String: [Int]] = [:]
    /// The set of words of each name, by its number.
    private var sets: [Int] = []
    private var members: [[Int]] = []
    private var alike: [[Int]] = []

    /// - Parameter limit: a name that more of `names` share distinguishes nothing, and has no matches.
    init(_ names: [String], by likenesses: Likenesses, limit: Int) {
        self.names = names.map(likenesses.compared)
        self.likenesses = likenesses
        self.limit = limit
        var numbers: [Set<String>: Int] = [:]
        var words: [Set<String>] = []
        for (index, name) in self.names.enumerated() {
            for key in likenesses.keys(name) { byKey[key, default: []].append(index) }
            let own = Set(name.words)
            let number = numbers[own] ?? words.count
            if number == words.count {
                numbers[own] = number
                words.append(own)
                members.append([])
            }
            sets.append(number)
            members[number].append(index)
        }
        alike = Self.alike(words)
    }

    /// The names before the one at `index` that mean the same, in order.
    func before(_ index: Int) -> [Match] {
        var found: Set<Int> = []
        let lists = likenesses.keys(names[index]).compactMap { byKey[$0] } + ([sets[index]] + alike[sets[index]]).map { members[$0] }
        for list in lists where list.count <= limit { found.formUnion(list.prefix { $0 < index }) }
        return found.sorted().compactMap { other in
            likenesses.likeness(names[other], names[index]).map { Match(index: other, how: $0) }
        }
    }

    /// Which sets share more than half of their words. Two such sets share one of the rarest words of each: of as many
    /// as are left when half of the set is taken away (prefix filtering; Chaudhuri, Ganti and Kaushik, 2006).
    private static func alike(_ sets: [Set<String>]) -> [[Int]] {
        var uses: [String: Int] = [:]
        for word in sets.joined() { uses[word, default: 0] += 1 }
        var alike: [[Int]] = []
        var begun: [String: [Int]] = [:]
        for (number, set) in sets.enumerated() {
            let rarest = set.sorted { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) }.prefix(set.count - set.count / 2)
            let near = Set(rarest.flatMap { word in begun[word].map { $0.count > commonest ? [] : $0 } ?? [] })
            let found = near.filter { other in
                let shared = set.intersection(sets[other]).count
                return shared * 2 > set.count + sets[other].count - shared
            }
            alike.append(found.sorted())
            for other in found { alike[other].append(number) }
            for word in rarest { begun[word, default: []].append(number) }
        }
        return alike
    }
}
