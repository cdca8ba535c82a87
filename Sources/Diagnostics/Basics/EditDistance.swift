/// Counts the edits between two words: insertions, deletions, replacements, and swaps of neighbors (optimal string
/// alignment). A value keeps its rows, so that many words are compared without new memory.
struct EditDistance {
    private var before: [Int] = []
    private var last: [Int] = []
    private var row: [Int] = []

    /// The edits between two words of Unicode scalars; `nil` when they are more than `limit`.
    mutating func between(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
        guard !b.isEmpty else { return a.count <= limit ? a.count : nil }
        let far = limit + 1
        last = (0...b.count).map { min($0, far) }
        before = Array(repeating: far, count: b.count + 1)
        row = before
        for i in a.indices {
            // Cells farther from the diagonal than the limit cost more than it.
            let start = max(0, i - limit)
            let end = min(b.count, i + limit + 1)
            guard start < end else { return nil }
            row[start] = start == 0 ? min(i + 1, far) : far
            var least = row[start]
            for j in start..<end {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row[j + 1] = min(cost, far)
                least = min(least, cost)
            }
            if end < b.count { row[end + 1] = far }
            if least > limit { return nil }
            (before, last, row) = (last, row, before)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }

    /// A word as it is compared: without regard to case.
    static func letters(of word: String) -> [UInt32] { word.lowercased().unicodeScalars.map(\.value) }
}
