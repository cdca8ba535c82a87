import Markdown

/// Why an item is taken to be about a piece of work.
public enum WordMatch: Sendable, Equatable {
    /// It is called so.
    case name(String)
    /// It links to the activity's page.
    case link
    /// Its words hold the name.
    case phrase(String)
    /// Its words hold words like those of the name; these are the item's.
    case words([String])
}

/// Decides whether items are about a piece of work, by its names.
struct WordMatcher {
    private let names: [(name: String, words: [String])]

    init(_ work: PieceOfWork) {
        names = ([work.title] + work.also).map { ($0, Words.all($0)) }
    }

    /// How a text matches, most plainly first: `lead` is what it is called.
    func match(lead: String?, text: String, isLinked: Bool = false) -> WordMatch? {
        if let lead {
            let key = NameIndex.key(lead)
            if let (name, _) = names.first(where: { NameIndex.key($0.name) == key }) { return .name(name) }
        }
        if isLinked { return .link }
        let whole = [lead, text].compactMap(\.self).joined(separator: " ")
        let words = Words.all(whole)
        if let (name, _) = names.first(where: { Self.holds(words, $0.words) }) { return .phrase(name) }
        for (_, wanted) in names {
            // Short words carry little; where a name has no others, all of it must be there, which was looked for above.
            let wanted = wanted.filter { $0.count > 3 }
            let found = wanted.map { word in words.first { Words.areAlike($0, word) } }
            let known = found.compactMap(\.self)
            if !wanted.isEmpty, known.count == wanted.count { return .words(known) }
        }
        return nil
    }

    /// Whether words occur in others one after another.
    private static func holds(_ words: [String], _ wanted: [String]) -> Bool {
        guard !wanted.isEmpty, words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { Array(words[$0..<($0 + wanted.count)]) == wanted }
    }
}
