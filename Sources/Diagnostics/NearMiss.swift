/// "Did you mean": the known word nearest to one that is not known.
public enum NearMiss {
    /// The candidate nearest to `word`, if one is near enough, as `Suggestions.best` finds it.
    public static func best(for word: String, among candidates: some Sequence<String>) -> String? {
        Suggestions(candidates).best(for: word)
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
        var distance = EditDistance()
        return zip(written, meant).allSatisfy { part, other in
            if part == other { return true }
            guard part.count > 2, other.count > 3, (part + other).allSatisfy(\.isLetter) else { return false }
            return distance.between(EditDistance.letters(of: part), EditDistance.letters(of: other), limit: 1) != nil
        }
    }

    private static func parts(_ name: String) -> [String] {
        name.lowercased().split { $0.isWhitespace || "-_/".contains($0) }.map(String.init)
    }
}
