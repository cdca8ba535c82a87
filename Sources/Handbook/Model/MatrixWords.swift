/// Words in the headings of matrices: for the letters, for totals, for a column that numbers the rows.
///
/// To those that are built in come the handbook's own words for the letters and for totals, as `strings:` has them, and
/// the lists under `matrices:` in the settings.
public struct MatrixWords: Sendable {
    /// What a heading can say beside a role's or a task's name.
    package enum Meaning: Hashable, Sendable {
        case letter(LetterName)
        case totals
        /// A column of numbers in front of the tasks.
        case numbers

        /// The key under `matrices:`.
        var key: String {
            switch self {
            case .letter(let name): name.rawValue
            case .totals: "totals"
            case .numbers: "numbers"
            }
        }

        /// What the settings' description calls it.
        var shown: String { defaults.first ?? key }

        static let all: [Meaning] = LetterName.allCases.map(Meaning.letter) + [.totals, .numbers]

        fileprivate var defaults: [String] {
            switch self {
            case .letter(let name): name.defaults
            case .totals:
                [
                    "total", "totals", "grand total", "subtotal", "subtotals", "sub-total", "sum", "sums", "count", "counts", "tally", "Σ",
                    "∑",
                    "summe", "summen", "gesamt", "anzahl", "somme", "totaux", "suma", "totales", "soma", "totais", "totale", "totaal",
                ]
            case .numbers: ["#", "№", "no", "no.", "nr", "nr.", "id"]
            }
        }
    }

    /// By word. A word with two meanings of one kind is told apart by the scheme, if at all.
    private var meanings: [String: Set<Meaning>] = [:]

    /// The built-in words, those of the handbook's `strings`, and more.
    package init(strings: [String: String] = [:], more: [Meaning: [String]] = [:]) {
        for meaning in Meaning.all {
            let own = meaning == .numbers ? nil : strings[meaning.key]
            for word in meaning.defaults + [own].compactMap(\.self) + (more[meaning] ?? []) {
                meanings[NameIndex.key(word), default: []].insert(meaning)
            }
        }
    }

    /// Whether a heading says that the column under it numbers the rows.
    package func isNumbers(_ heading: String) -> Bool { meanings[NameIndex.key(heading)]?.contains(.numbers) == true }

    /// The letter that a heading names: `Responsible`, `R`, `Responsible (R)` or `R (Responsible)`.
    package func letter(_ heading: String, in scheme: Scheme) -> Character? {
        let bare = String(heading.prefix { $0 != "(" }).trimmingWhitespace
        if let letter = letter(called: bare, in: scheme) { return letter }
        guard bare.count == 1, let letter = bare.uppercased().first else { return nil }
        return scheme.letters.contains(letter) ? letter : nil
    }

    private func letter(called word: String, in scheme: Scheme) -> Character? {
        let letters = (meanings[NameIndex.key(word)] ?? []).compactMap { meaning -> Character? in
            if case .letter(let name) = meaning { scheme.letter(named: name) } else { nil }
        }
        return Set(letters).count == 1 ? letters.first : nil
    }
}

// MARK: - Totals

extension MatrixWords {
    /// What a heading of totals counts.
    package struct TotalsHeading: Equatable {
        /// The one letter that it names.
        let letter: Character?
    }

    /// Words that say "number", but not that they are totals: those need a letter beside them.
    private static let counting: Set<String> = ["#", "№", "no", "nr", "num", "number", "numbers"]
    private static let joining: Set<String> = ["of", "the", "per", "all"]

    /// What a heading counts if it is one of totals: `Total`, `Summe:`, `# of A`, `Total R's`, `Number of Accountable`.
    package func totals(_ heading: String, in scheme: Scheme) -> TotalsHeading? {
        let words = Self.words(heading).filter { $0 != scheme.rawValue }
        if isTotals(words.joined(separator: " ")) { return TotalsHeading(letter: nil) }
        let rest = words.filter { !Self.counting.contains($0) && !isTotals($0) }
        guard rest.count < words.count else { return nil }
        let name = rest.filter { !Self.joining.contains($0) }.joined(separator: " ")
        let letter = letter(name, in: scheme) ?? letter(Self.singular(name), in: scheme)
        return letter.map { TotalsHeading(letter: $0) }
    }

    private func isTotals(_ word: String) -> Bool { meanings[NameIndex.key(word)]?.contains(.totals) == true }

    /// `as`, `a's`: several letters A.
    private static func singular(_ word: String) -> String {
        if word.hasSuffix("'s") || word.hasSuffix("’s") { return String(word.dropLast(2)) }
        return word.count == 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// Runs of letters and digits in lower case; `#`, `№` and `∑` are words of their own.
    private static func words(_ heading: String) -> [String] {
        var words: [String] = []
        var isOpen = false
        for character in heading.lowercased() {
            let isSign = "#№∑".contains(character)
            let isPart = character.isLetter || character.isNumber || (isOpen && "'’-".contains(character))
            if isPart, isOpen { words[words.count - 1].append(character) }
            if isSign || (isPart && !isOpen) { words.append(String(character)) }
            isOpen = isPart
        }
        return words
    }
}
