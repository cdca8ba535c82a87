import Markdown

extension CellReader {
    /// Whether a text holds several letters of the scheme as words of their own, so that it may say that a role has several parts.
    package func hasSeveralLetters(_ text: String) -> Bool {
        CellScanner.words(text).filter { letter($0) != nil }.count > 1
    }

    /// Whether a text holds a letter of the scheme.
    func holdsLetter(_ text: String) -> Bool {
        if let reading = read(text) { return !reading.letters.isEmpty }
        return CellScanner.words(text).contains { letter($0) != nil }
    }

    /// The reading of what is left of a cell whose letters are crossed out: a note, perhaps; `nil` when a letter is left.
    func remainder(_ text: String) -> Reading? {
        guard !CellScanner.words(text).contains(where: { $0.count == 1 && $0.first?.isUppercase == true }) else { return nil }
        return Reading(note: text.contains { $0.isLetter || $0.isNumber } ? CellScanner.note(text) : nil)
    }

    /// `Kim (R)`, `Kim: R`, `Kim (R), Lee (A)`: names, each with the letters behind it.
    func named(_ text: String) -> Reading? {
        var units: [Unit] = []
        for part in CellScanner.entries(text) {
            guard let (name, inner) = CellScanner.nameAndRest(part), let letters = letters(in: inner),
                !inner.contains(where: \.isLowercase), self.letters(in: name) == nil
            else { return nil }
            units.append((letters, String(name)))
        }
        let letters = units.flatMap(\.letters).uniqued()
        guard !letters.isEmpty else { return nil }
        return Reading(letters: letters, note: Self.note(of: units))
    }
}
