import Markdown

/// Reads the letters of a matrix's cell, in the notations that people use.
package struct CellReader {
    package let scheme: Scheme
    /// Words that join two letters: `A and R`.
    let joining: Set<String>

    /// A reader for the letters of a scheme.
    ///
    /// - Parameter joining: words that join two letters, in lower case.
    package init(scheme: Scheme, joining: Set<String> = MatrixWords.joiningDefaults) {
        self.scheme = scheme
        self.joining = joining
    }

    /// What a cell says.
    package struct Reading: Equatable {
        /// Its letters as they are written, each once.
        package var letters: [Character] = []
        package var note: String?
        package var isWeak = false
        /// Whether it could be a sentence that only begins like a letter: `A review each month`.
        package var mayBeProse = false
    }

    private static let blanks: Set<String> = ["", "-", "–", "—", "·", "n/a", "na", "none"]

    /// Whether a cell's text says that the role has no part.
    package static func isBlank(_ text: String) -> Bool { blanks.contains(text.trimmingWhitespace.lowercased()) }

    /// The reading of a cell's text without markup; `nil` when it is neither blank nor letters of the scheme, or when it can be
    /// read in several ways.
    package func read(_ text: String) -> Reading? {
        let text = text.trimmingWhitespace
        if text.utf8.count == 1, let found = text.first.flatMap(letter) { return Reading(letters: [found]) }
        if Self.isBlank(text) { return Reading() }
        if text.hasPrefix("("), text.hasSuffix(")"), let inner = letters(in: text.dropFirst().dropLast()) {
            return Reading(letters: inner, isWeak: true)
        }
        if let all = letters(in: text[...]) { return Reading(letters: all) }
        return units(text[...]) ?? named(text)
    }

    // MARK: - Letters alone

    /// Letters of the scheme with joints between them, or one after another; `nil` if anything else is there.
    func letters(in text: Substring) -> [Character]? {
        var found: [Character] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || CellScanner.isJoint($0) }) {
            if let letters = cluster(word) {
                found += letters
            } else if found.isEmpty || !joining.contains(word.lowercased()) {
                return nil
            }
        }
        return found.isEmpty || found.count > scheme.letters.count ? nil : found.uniqued()
    }

    /// The letters of a word that is made of nothing else, all of them in the same case: `Ira` is a name.
    private func cluster(_ word: Substring) -> [Character]? {
        let found = word.compactMap(letter)
        guard !found.isEmpty, found.count == word.count, word.allSatisfy(\.isUppercase) || word.allSatisfy(\.isLowercase) else {
            return nil
        }
        return found
    }

    /// The letter of the scheme that a character is, in either case and width.
    func letter(_ character: Character) -> Character? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1, character.isLetter else { return nil }
        let isWide = (0xFF21...0xFF5A).contains(scalar.value)
        let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character : character
        return narrow.uppercased().first.flatMap { scheme.letters.contains($0) ? $0 : nil }
    }

    /// The letter that a word is: one character, a capital.
    func letter(_ word: Substring) -> Character? {
        word.count == 1 && word.first?.isUppercase == true ? word.first.flatMap(letter) : nil
    }

    // MARK: - Letters with notes

    typealias Unit = (letters: [Character], note: String)
    /// Letters that are also words of English.
    private static let words: Set<Substring> = ["A", "I"]

    /// `R (drafts)`, `A for High+`, `A (signs), R (mixes)`: letters, each perhaps with a note behind it.
    private func units(_ text: Substring) -> Reading? {
        var units: [Unit] = []
        var rest: Substring? = text
        var mayBeProse = false
        while let unit = rest {
            let word = unit.prefix(while: CellScanner.isPartOfWord)
            guard let letters = cluster(word), !opensName(unit[word.endIndex...], after: word) else { return nil }
            guard let (note, next) = split(unit[word.endIndex...], after: word) else { return nil }
            if CellScanner.opensWithWord(note) {
                // `AI team` is a name, `AR Reviewer` letters with a note.
                guard letters.count == 1 || scheme.meant(letters).count == letters.count else { return nil }
                if units.isEmpty, Self.words.contains(Substring(word.uppercased())) {
                    guard Qualifiers.mayFollow(word, note) else { return nil }
                    mayBeProse = true
                }
            }
            // `R)` lacks its first half.
            guard !CellScanner.opensWithClosing(note) else { return nil }
            units.append((letters, String(note)))
            rest = next
        }
        let letters = units.flatMap(\.letters)
        guard letters.count <= scheme.letters.count, !units.contains(where: { isUnclear($0.note, beside: letters) }) else { return nil }
        let notes = units.map { ($0.letters, CellScanner.note($0.note)) }
        return Reading(letters: letters.uniqued(), note: Self.note(of: notes), mayBeProse: mayBeProse)
    }

    /// What follows letters, split into their note and the text that begins with the next letters. `nil` when it is unclear
    /// whether there are more letters.
    private func split(_ text: Substring, after letters: Substring) -> (note: Substring, next: Substring?)? {
        var joints = CellScanner.joints(text, joining: joining)[...]
        while let joint = joints.popFirst() {
            let next = text[joint.upperBound...]
            let isFirst = text[..<joint.lowerBound].allSatisfy(\.isWhitespace)
            let isStrong = text[joint].contains(where: CellScanner.isStrongJoint)
            let word = next.prefix(while: CellScanner.isPartOfWord)
            let behind = next[word.endIndex...]
            guard let found = cluster(word), found.count == 1 || scheme.meant(found).count == found.count else {
                // `R/X` holds a letter that the scheme does not have.
                let isOther = word.count == 1 && word.first?.isUppercase == true
                if isFirst, isStrong || isOther { return nil }
                continue
            }
            switch word.count == 1 && word.allSatisfy(\.isUppercase) ? CellScanner.name(behind) : .none {
            case .some(true):
                // `R, A. Smith` has a person as its note; `R/C. Jones` would join a letter and a person.
                if isFirst, isStrong { return nil }
                continue
            case .some(false): return nil
            case .none: break
            }
            if CellScanner.goesOn(behind), cluster(behind.dropFirst().prefix(while: CellScanner.isPartOfWord)) == nil { continue }
            if !isStrong {
                let opensSentence = CellScanner.opensWithWord(behind)
                if word.allSatisfy(\.isLowercase) {
                    // `R, a bit` has a note; of `R, a (signs)` nobody can tell.
                    if opensSentence { continue }
                    guard letters.allSatisfy(\.isLowercase) else { return nil }
                } else if opensSentence, Self.words.contains(word) {
                    return nil
                }
            }
            return (text[..<joint.lowerBound], next)
        }
        return (text, nil)
    }

    /// Whether a letter is the initial of a person's name, or may be: `R. Smith`.
    private func opensName(_ behind: Substring, after word: Substring) -> Bool {
        word.count == 1 && word.allSatisfy(\.isUppercase) && CellScanner.name(behind) != nil
    }

    /// Whether a note holds a letter that the cell does not have: it may be a second part of the role, or only a word.
    private func isUnclear(_ note: String, beside letters: [Character]) -> Bool {
        let outside = CellScanner.words(CellScanner.withoutInitials(CellScanner.withoutBrackets(note))).compactMap(letter)
        if !outside.allSatisfy(letters.contains) { return true }
        return CellScanner.bracketed(note).contains { inner in
            if let all = self.letters(in: inner[...]) { return !all.allSatisfy(letters.contains) }
            let word = inner.prefix(while: CellScanner.isPartOfWord)
            let behind = inner[word.endIndex...]
            guard let letter = letter(word), !letters.contains(letter), !opensName(behind, after: word) else { return false }
            // `A-level` is a word.
            if CellScanner.goesOn(behind), cluster(behind.dropFirst().prefix(while: CellScanner.isPartOfWord)) == nil { return false }
            return !Self.words.contains(word) || !CellScanner.opensWithWord(behind)
        }
    }

    /// The notes of units as one: each with its letters, unless it is one for all of them.
    static func note(of units: [Unit]) -> String? {
        let noted = units.filter { !$0.note.isEmpty }
        guard let last = noted.last else { return nil }
        if units.count == 1 || (noted.count == 1 && units.last?.note == last.note) { return last.note }
        return noted.map { "\($0.letters.map(String.init).joined(separator: "/")): \($0.note)" }.joined(separator: "; ")
    }
}
