/// The words of texts, to decide whether two are about the same.
///
/// Nearly all texts are ASCII, where each byte is a character: their words are found by bytes.
enum Words {
    /// All words, runs of letters and digits, in lower case.
    static func all(_ text: String) -> [String] {
        ascii(text, isPart: { isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }, least: 1, most: .max)
            ?? text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The words of at least four letters, cut to their first five, so that forms of a word meet: deploy, deployment.
    static func significant(_ text: String) -> Set<String> { Set(list(text)) }

    /// The same in the order of the text, repeats included.
    static func list(_ text: String) -> [String] {
        ascii(text, isPart: isLetter, least: 4, most: 5)
            ?? text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(5)) }
    }

    /// Whether two words in lower case begin alike: deploys and deployment, in whatever language. At least four letters, and
    /// three fifths of the longer word.
    static func areAlike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let isASCII = a.utf8.allSatisfy { $0 < 0x80 } && b.utf8.allSatisfy { $0 < 0x80 }
        let common = isASCII ? zip(a.utf8, b.utf8).prefix { $0 == $1 }.count : zip(a, b).prefix { $0 == $1 }.count
        guard common >= 4 else { return false }
        return 5 * common >= 3 * (isASCII ? max(a.utf8.count, b.utf8.count) : max(a.count, b.count))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }

    /// The words of a text that is ASCII, in lower case: of those with at least `least` letters the first `most`. `nil` for
    /// any other text.
    @inline(__always)
    private static func ascii(_ text: String, isPart: (UInt8) -> Bool, least: Int, most: Int) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        var length = 0
        func close() {
            if length >= least { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
            length = 0
        }
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if isPart(byte) {
                length += 1
                // Digits have the bit already.
                if length <= most { word.append(byte | 0x20) }
            } else if length > 0 {
                close()
            }
        }
        if length > 0 { close() }
        return words
    }
}

/// Words in which words that begin alike are found without a look at each.
struct WordSet: Sendable {
    private let words: Set<String>
    /// By their first four letters, which words that begin alike share.
    private let byStart: [Substring: [String]]

    init(_ words: some Sequence<String>) {
        self.words = Set(words)
        byStart = Dictionary(grouping: self.words) { $0.prefix(4) }
    }

    /// Whether a word, or one that begins alike, is among them.
    func hasLike(_ word: String) -> Bool {
        words.contains(word) || byStart[word.prefix(4)]?.contains { Words.areAlike(word, $0) } == true
    }
}
