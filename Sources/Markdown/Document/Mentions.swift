import Diagnostics

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

    /// A word of a text, and the hash of it in lower case; `nil` if it has letters outside ASCII.
    private struct Word: Sendable {
        let text: Substring
        let hash: UInt64?

        init(text: Substring, hash: UInt64?) { (self.text, self.hash) = (text, hash) }

        init(_ text: Substring) {
            let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
            self.init(text: text, hash: isASCII ? FNV1a.hash(text.utf8.lazy.map(Self.lowercased)) : nil)
        }

        static func lowercased(_ byte: UInt8) -> UInt8 { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte }

        /// The hash of several words; `nil` if one has none.
        static func joined(_ words: ArraySlice<Word>) -> UInt64? {
            var joined = FNV1a.start
            for word in words {
                guard let hash = word.hash else { return nil }
                joined = FNV1a.adding(hash, to: joined)
            }
            return joined
        }
    }

    /// By the words in lower case, a space between them.
    private var names: [String: Name] = [:]
    /// How many words the longest name has that begins with a word.
    private var longest: [String: Int] = [:]
    /// Hashes of the names that are ASCII, and of all words that names begin with: what has another is not looked up.
    private var hashes: Set<UInt64> = []

    /// Names and what they stand for. A name that stands for two things is never linked.
    public init(_ names: [(name: String, key: String)] = []) {
        var plurals: [(words: [String], name: Name)] = []
        let known = Dictionary(grouping: names) { Self.words(of: $0.name).map { $0.text.lowercased() } }.filter { !$0.key.isEmpty }
        for (words, entries) in known {
            let keys = Set(entries.map(\.key))
            let key = keys.count == 1 ? keys.first : nil
            let written = entries.compactMap { Self.words(of: $0.name).first?.text }
            add(words, Name(key: key, exact: words.count == 1 ? Set(written.map(String.init)) : []))
            for ending in ["s", "es"] {
                let plural = Array(words.dropLast()) + [(words.last ?? "") + ending]
                plurals.append((plural, Name(key: key, exact: words.count == 1 ? Set(written.map { $0 + ending }) : [])))
            }
        }
        // A name goes before a plural that reads the same; two plurals that read the same cannot be distinguished.
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
        let known = words.map { Word($0[...]) }
        for hash in [known.first?.hash, Word.joined(known[...])] {
            if let hash { hashes.insert(hash) }
        }
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
            // A name that is not linked is skipped as a whole: no shorter name is found in it.
            if let key, seen.insert(key).inserted {
                let range = words[index].text.startIndex..<words[index + count - 1].text.endIndex
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
            if let key { places.append((words[index].text.startIndex..<words[index + count - 1].text.endIndex, key)) }
            index += count
        }
        return places
    }

    /// What the names in a text stand for, each once, in the order of their first mention.
    public func found(in text: String) -> [String] {
        var seen: Set<String> = []
        return places(in: text).map(\.key).filter { seen.insert($0).inserted }
    }

    /// The longest name that the words begin with.
    private func match(_ words: ArraySlice<Word>, in text: String) -> (count: Int, key: String?)? {
        guard let first = words.first, first.hash.map(hashes.contains) ?? true, let most = longest[first.text.lowercased()] else {
            return nil
        }
        var count = min(most, words.count)
        while count > 0 {
            let found = words.prefix(count)
            if Word.joined(found).map(hashes.contains) ?? true, let name = names[found.map { $0.text.lowercased() }.joined(separator: " ")],
                name.exact.isEmpty || name.exact.contains(String(first.text)), Self.areTogether(found, in: text)
            {
                return (count, name.key)
            }
            count -= 1
        }
        return nil
    }

    /// Whether only a space, a line's end, a hyphen or a slash stands between the words.
    private static func areTogether(_ words: ArraySlice<Word>, in text: String) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { a, b in
            let between = text[a.text.endIndex..<b.text.startIndex].prefix(4)
            return between.count <= 3 && between.allSatisfy { $0 == " " || $0 == "\n" || $0 == "-" || $0 == "/" || $0 == "\u{A0}" }
        }
    }

    /// Maximal runs of letters, digits and the signs of names like "C++ Developer" and "R&D Lead".
    private static func words(of text: String) -> [Word] {
        if let words = asciiWords(of: text) { return words }
        let bytes = text.utf8
        var words: [Word] = []
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
                words.append(Word(text[first..<index]))
                start = nil
            }
            index = next
        }
        if let start { words.append(Word(text[start...])) }
        return words
    }

    /// The same of a text that is ASCII, where each byte is a character; `nil` for any other text.
    private static func asciiWords(of text: String) -> [Word]? {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes -> [(range: Range<Int>, hash: UInt64)]? in
            var found: [(range: Range<Int>, hash: UInt64)] = []
            var start = 0
            var hash = FNV1a.start
            for (index, byte) in bytes.enumerated() {
                if byte >= 0x80 { return nil }
                if isPartOfWord(byte) {
                    hash = FNV1a.adding(UInt64(Word.lowercased(byte)), to: hash)
                    continue
                }
                if start < index { found.append((start..<index, hash)) }
                (start, hash) = (index + 1, FNV1a.start)
            }
            if start < bytes.count { found.append((start..<bytes.count, hash)) }
            return found
        }
        guard case .some(.some(let found)) = found else { return nil }
        func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
        return found.map { Word(text: text[index($0.range.lowerBound)..<index($0.range.upperBound)], hash: $0.hash) }
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
