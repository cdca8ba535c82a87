/// "Did you mean": the known word nearest to one that is not known.
public enum NearMiss {
    /// The candidate with the fewest edits from `word`, without regard to case, if it is near enough: at most a
    /// third of the longer word's length, and at least one edit allowed. Ties go to the first in alphabetical order.
    public static func best(for word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased())
        var best: (edits: Int, word: String)?
        for candidate in Set(candidates).sorted() {
            let letters = Array(candidate.lowercased())
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let edits = distance(wanted, letters)
            if edits <= limit, edits < best?.edits ?? .max { best = (edits, candidate) }
        }
        return best?.word
    }

    /// A help sentence: "did you mean 'x'?", or what else is known, or nothing.
    public static func help(for word: String, among candidates: some Collection<String>, called kind: String) -> String? {
        if let near = best(for: word, among: candidates) { return "did you mean '\(near)'?" }
        guard !candidates.isEmpty else { return nil }
        let known = Set(candidates).sorted()
        let shown = known.prefix(8).joined(separator: ", ")
        return "known \(kind): \(shown)\(known.count > 8 ? ", and \(known.count - 8) more" : "")"
    }

    /// Whether a name is another one with a slip in it, so that nothing else can be meant: written in other letters, with
    /// another sign or none between its words, or with one letter too many, too few, wrong or swapped with its neighbour in
    /// each word. Short words and numbers are the same or not: "PO" is no slip of "PM", nor "Level 3" of "Level 2".
    public static func isSlip(_ word: String, of known: String) -> Bool {
        let (written, meant) = (parts(word), parts(known))
        if written.joined() == meant.joined() { return true }
        guard written.count == meant.count else { return false }
        return zip(written, meant).allSatisfy { part, other in
            if part == other { return true }
            guard part.count > 2, other.count > 3, (part + other).allSatisfy(\.isLetter) else { return false }
            return distance(Array(part), Array(other)) == 1
        }
    }

    private static func parts(_ name: String) -> [String] {
        name.lowercased().split { $0.isWhitespace || "-_/".contains($0) }.map(String.init)
    }

    /// Edits between two words: insertions, deletions, replacements, and swaps of neighbours
    /// (optimal string alignment).
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
