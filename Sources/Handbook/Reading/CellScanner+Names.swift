/// Initials of people, which look like letters with a full stop behind them.
extension CellScanner {
    /// Words in lower case within a name.
    private static let particles: Set<Substring> = [
        "van", "von", "der", "den", "de", "da", "das", "di", "do", "dos", "du", "del", "della", "la", "le", "al", "bin", "ibn", "ter",
        "ten",
        "zu", "of",
    ]

    /// Whether what follows a capital makes an initial of it: `. Smith`, `.-M. Smith`, `. van Dyke`. `nil` when it does not,
    /// `false` when it may be a sentence too: `. Signs the menu`.
    static func name(_ behind: Substring) -> Bool? {
        guard behind.first == "." else { return nil }
        var rest = behind
        var hasName = false
        while true {
            rest = rest.drop { $0 == " " || $0 == "." || $0 == "-" }
            let word = rest.prefix(while: isPartOfWord)
            guard let first = word.first else { return hasName ? true : nil }
            if first.isUppercase {
                hasName = hasName || word.count > 1
            } else if hasName {
                return first.isLowercase && word != "and" && word != "und" && word != "et" ? false : true
            } else if !particles.contains(word) {
                return nil
            }
            rest = rest[word.endIndex...]
        }
    }

    /// A text without the initials of names.
    static func withoutInitials(_ text: String) -> String {
        var kept = ""
        var isInWord = false
        for index in text.indices {
            let character = text[index]
            let isInitial = !isInWord && character.isUppercase && name(text[text.index(after: index)...]) != nil
            if !isInitial { kept.append(character) }
            isInWord = isPartOfWord(character)
        }
        return kept
    }
}

/// Words that may follow a letter that is also an English word: `A for High+` has a note, `A lot` is none of the letter's.
enum Qualifiers {
    private static let words: Set<Substring> = [
        "for", "if", "on", "in", "at", "by", "with", "when", "where", "until", "till", "only", "from", "to", "of", "per", "during",
        "before", "after", "as", "unless", "while", "except", "above", "below", "over", "under", "via", "since", "within", "without",
        "für", "bei", "im", "ab", "bis", "wenn", "falls", "nur", "mit", "ohne", "von", "vor", "nach", "über", "unter", "außer", "zur",
        "zum",
        "am", "als", "pro", "pour", "si", "sur", "en", "dans", "par", "dès", "avec", "sans", "sauf", "lors", "pendant", "avant", "après",
        "seulement", "para", "con", "sin", "por", "desde", "hasta", "solo", "sólo", "cuando", "se", "com", "sem", "senza", "quando", "da",
        "fino", "su", "nel", "voor", "bij", "met", "alleen", "tot", "vanaf", "dla", "vid", "för", "til", "ved",
    ]

    /// Whether a note may stand behind such a letter without a sign between them.
    static func mayFollow(_ letter: Substring, _ note: Substring) -> Bool {
        let word = note.drop(while: \.isWhitespace).prefix(while: CellScanner.isPartOfWord)
        // In German "am" is a preposition.
        if letter.uppercased() == "I", word == "am" { return false }
        return word.first?.isLowercase != true || words.contains(Substring(word.lowercased()))
    }
}
