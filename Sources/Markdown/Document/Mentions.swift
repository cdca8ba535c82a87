/// Finds names in running text: titles and aliases of pages, in the singular and the plural.
///
/// A name of several words is found in any case; a name of one word only as it is written, since "Orchestrator" may
/// also be a common word.
public struct Mentions: Sendable {
    private struct Name: Sendable {
        /// `nil` for a name that stands for two things: it is never linked, nor is a part of it.
        let key: String?
        /// How a name of one word must be written.
        let exact: Set<String>
    }

    /// By the words in lower case, a space between them.
    private var names: [String: Name] = [:]
    /// How many words the longest name has that begins with a word.
    private var longest: [String: Int] = [:]

    /// Names and what they stand for. A name that stands for two things is never linked.
    public init(_ names: [(name: String, key: String)] = []) {
        var plurals: [(words: [String], name: Name)] = []
        let known = Dictionary(grouping: names) { Self.words(of: $0.name).map { $0.lowercased() } }.filter { !$0.key.isEmpty }
        for (words, entries) in known {
            let keys = Set(entries.map(\.key))
            let key = keys.count == 1 ? keys.first : nil
            let written = entries.compactMap { Self.words(of: $0.name).first }
            add(words, Name(key: key, exact: words.count == 1 ? Set(written.map(String.init)) : []))
            for ending in ["s", "es"] {
                let plural = Array(words.dropLast()) + [(words.last ?? "") + ending]
                plurals.append((plural, Name(key: key, exact: words.count == 1 ? Set(written.map { $0 + ending }) : [])))
            }
        }
        // A name goes before a plural that reads the same; two plurals that read the same are told apart by none.
        let singulars = Set(self.names.keys)
        for (words, name) in plurals where !singulars.contains(words.joined(separator: " ")) {
            let other = self.names[words.joined(separator: " ")] ?? name
            add(words, Name(key: other.key == name.key ? name.key : nil, exact: other.exact.union(name.exact)))
        }
    }

    /// Whether there is no name.
    public var isEmpty: Bool { names.isEmpty }

    private mutating func add(_ words: [String], _ name: Name) {
        guard let first = words.first else { return }
        names[words.joined(separator: " ")] = name
        longest[first] = max(longest[first] ?? 0, words.count)
    }

    /// Splits a text at the first mention of each name that is not in `seen`, and adds those found to `seen`.
    func split(_ text: String, seen: inout Set<String>) -> [InlinePiece] {
        guard !names.isEmpty else { return [.text(text)] }
        var pieces: [InlinePiece] = []
        var plainStart = text.startIndex
        let words = Self.words(of: text)
        var index = 0
        while index < words.count {
            guard let (count, key) = match(words[index...], in: text) else {
                index += 1
                continue
            }
            // A name that is not linked is passed over whole: no shorter name is found in it.
            if let key, seen.insert(key).inserted {
                let range = words[index].startIndex..<words[index + count - 1].endIndex
                if plainStart < range.lowerBound { pieces.append(.text(String(text[plainStart..<range.lowerBound]))) }
                pieces.append(.mention(String(text[range]), key: key))
                plainStart = range.upperBound
            }
            index += count
        }
        if plainStart < text.endIndex { pieces.append(.text(String(text[plainStart...]))) }
        return pieces.isEmpty ? [.text(text)] : pieces
    }

    /// Where the names in a text stand, every one of them, and what they stand for.
    public func places(in text: String) -> [(range: Range<String.Index>, key: String)] {
        guard !names.isEmpty else { return [] }
        var places: [(range: Range<String.Index>, key: String)] = []
        let words = Self.words(of: text)
        var index = 0
        while index < words.count {
            guard let (count, key) = match(words[index...], in: text) else {
                index += 1
                continue
            }
            if let key { places.append((words[index].startIndex..<words[index + count - 1].endIndex, key)) }
            index += count
        }
        return places
    }

    /// What the names in a text stand for, each once, in the order of their first mention.
    public func found(in text: String) -> [String] {
        var seen: Set<String> = []
        return split(text, seen: &seen).compactMap { if case .mention(_, let key) = $0 { key } else { nil } }
    }

    /// The longest name that the words begin with.
    private func match(_ words: ArraySlice<Substring>, in text: String) -> (count: Int, key: String?)? {
        guard let first = words.first, let most = longest[first.lowercased()] else { return nil }
        var count = min(most, words.count)
        while count > 0 {
            let found = words.prefix(count)
            let joined = found.map { $0.lowercased() }.joined(separator: " ")
            if let name = names[joined], name.exact.isEmpty || name.exact.contains(String(first)), Self.areTogether(found, in: text) {
                return (count, name.key)
            }
            count -= 1
        }
        return nil
    }

    /// Whether only a space, a line's end, a hyphen or a slash stands between the words.
    private static func areTogether(_ words: ArraySlice<Substring>, in text: String) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { a, b in
            let between = text[a.endIndex..<b.startIndex].prefix(4)
            return between.count <= 3 && between.allSatisfy { $0 == " " || $0 == "\n" || $0 == "-" || $0 == "/" || $0 == "\u{A0}" }
        }
    }

    /// Maximal runs of letters, digits and the signs of names like "C++ Developer" and "R&D Lead".
    private static func words(of text: String) -> [Substring] {
        let bytes = text.utf8
        var words: [Substring] = []
        var start: String.Index?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            var next = bytes.index(after: index)
            let isPart: Bool
            if byte < 0x80, next == bytes.endIndex || bytes[next] < 0x80 {
                isPart = isPartOfWord(byte)
            } else {
                // A letter that is, or may be followed by, other than ASCII.
                let character = text[index]
                isPart = character.isLetter || character.isNumber || "+#&".contains(character)
                next = text.index(after: index)
            }
            if isPart, start == nil { start = index }
            if !isPart, let first = start {
                words.append(text[first..<index])
                start = nil
            }
            index = next
        }
        if let start { words.append(text[start...]) }
        return words
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "&"):
            true
        default: false
        }
    }
}
