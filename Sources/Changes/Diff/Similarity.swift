import Handbook

/// How much two texts share.
struct Similarity {
    private let weights: [Substring: Int]
    private let total: Int

    /// By lines, each weighing as much as it is long, as git looks for renamed files.
    init(lines text: String) {
        self.init(text.utf8.split(separator: 0x0A).map { Substring($0) }) { $0.utf8.count }
    }

    /// By words, without regard to case.
    init(words text: String) {
        self.init(text.lowercased().split { !$0.isLetter && !$0.isNumber }) { _ in 1 }
    }

    private init(_ parts: [Substring], weight: (Substring) -> Int) {
        var weights: [Substring: Int] = [:]
        for part in parts { weights[part, default: 0] += weight(part) }
        self.weights = weights
        total = weights.values.reduce(0, +)
    }

    /// 0 for nothing in common, 1 for all; what both have counts twice.
    func shared(with other: Similarity) -> Double {
        guard total + other.total > 0 else { return 0 }
        let common = weights.reduce(0) { $0 + min($1.value, other.weights[$1.key] ?? 0) }
        return Double(2 * common) / Double(total + other.total)
    }
}
