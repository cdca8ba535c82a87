/// Finds names in running text: titles and aliases of pages, in the singular and the plural.
///
/// A name of several words is found in any case; a name of one word only as it is written, since "Orchestrator" may
/// also be a common word.
public struct Mentions: Sendable {
    private struct Name: Sendable {
        let words: [String]
        let key: String
        let exact: String?
    }

    private var byFirstWord: [String: [Name]] = [:]

    /// Names and what they stand for. A name that stands for two things is never linked.
    public init(_ names: [(name: String, key: String)] = []) {
        var keys: [String: Set<String>] = [:]
        for (name, key) in names { keys[name.lowercased(), default: []].insert(key) }
        var seen: Set<String> = []
        for (name, key) in names where keys[name.lowercased()]?.count == 1 && seen.insert(name.lowercased()).inserted {
            let words = Self.words(of: name[...]).map { $0.lowercased() }
            guard let first = words.first else { continue }
            byFirstWord[first, default: []].append(Name(words: words, key: key, exact: words.count == 1 ? name : nil))
            if words.count == 1 { byFirstWord[first + "s", default: []].append(Name(words: words, key: key, exact: name)) }
        }
        for first in byFirstWord.keys { byFirstWord[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// Splits a text at the first mention of each name that is not in `seen`, and adds those found to `seen`.
    func split(_ text: String, seen: inout Set<String>) -> [InlinePiece] {
        guard !byFirstWord.isEmpty else { return [.text(text)] }
        var pieces: [InlinePiece] = []
        var plainStart = text.startIndex
        let words = Self.words(of: text[...])
        var index = 0
        while index < words.count {
            guard let (count, key) = match(words[index...], in: text), !seen.contains(key) else {
                index += 1
                continue
            }
            seen.insert(key)
            let range = words[index].startIndex..<words[index + count - 1].endIndex
            if plainStart < range.lowerBound { pieces.append(.text(String(text[plainStart..<range.lowerBound]))) }
            pieces.append(.mention(String(text[range]), key: key))
            plainStart = range.upperBound
            index += count
        }
        if plainStart < text.endIndex { pieces.append(.text(String(text[plainStart...]))) }
        return pieces.isEmpty ? [.text(text)] : pieces
    }

    private func match(_ words: ArraySlice<Substring>, in text: String) -> (count: Int, key: String)? {
        guard let first = words.first, let names = byFirstWord[first.lowercased()] else { return nil }
        for name in names where words.count >= name.words.count {
            let found = words.prefix(name.words.count)
            let fits = zip(found, name.words).enumerated().allSatisfy { position, pair in
                let word = pair.0.lowercased()
                return word == pair.1 || (position == name.words.count - 1 && (word == pair.1 + "s" || word == pair.1 + "es"))
            }
            guard fits, Self.areTogether(found, in: text) else { continue }
            if let exact = name.exact, let word = found.first, word != exact, word != exact + "s" { continue }
            return (name.words.count, name.key)
        }
        return nil
    }

    /// Whether only a space, a hyphen or a slash stands between the words.
    private static func areTogether(_ words: ArraySlice<Substring>, in text: String) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { a, b in
            let between = text[a.endIndex..<b.startIndex]
            return between.count <= 3 && between.allSatisfy { $0 == " " || $0 == "-" || $0 == "/" || $0 == "\u{A0}" }
        }
    }

    /// Maximal runs of letters, digits and apostrophes.
    private static func words(of text: Substring) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber) }
    }
}
