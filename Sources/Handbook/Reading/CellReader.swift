/// Reads the letters of a matrix's cell, in the notations met in the wild.
struct CellReader {
    let scheme: Scheme

    /// What a cell says.
    struct Reading: Equatable {
        var letters: [Character] = []
        var note: String?
        var isWeak = false
    }

    private static let blanks: Set<String> = ["", "-", "–", "—", "·", "n/a", "na", "none", "x̶"]
    private static let separators: Set<Character> = ["/", "+", "&", "·", ",", " "]

    /// The reading of a cell's text without markup; `nil` when it holds no letter of the scheme and is not blank.
    func read(_ text: String) -> Reading? {
        var text = text
        if Self.blanks.contains(text.lowercased()) { return Reading() }
        var reading = Reading()
        if text.hasPrefix("("), text.hasSuffix(")"), let inner = letters(in: text.dropFirst().dropLast()) {
            return Reading(letters: ordered(inner), isWeak: true)
        }
        // `R (drafts)`, `A for High+`, `R/A Reviewer`: the letters, then a note.
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            reading.note = String(text[text.index(after: open)...].dropLast())
            text = String(text[..<open]).trimmedCell
        }
        if let all = letters(in: text[...]) {
            reading.letters = ordered(all)
            return reading
        }
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let first = letters(in: words[0]) else { return nil }
        reading.letters = ordered(first)
        reading.note = [String(words[1]), reading.note].compactMap(\.self).joined(separator: ", ")
        return reading
    }

    /// Letters of the scheme with separators between them, or one after another; `nil` if anything else is there.
    private func letters(in text: Substring) -> [Character]? {
        var found: [Character] = []
        for character in text.uppercased() where !Self.separators.contains(character) {
            guard scheme.letters.contains(character) else { return nil }
            found.append(character)
        }
        return found.isEmpty || found.count > scheme.letters.count ? nil : found
    }

    private func ordered(_ letters: [Character]) -> [Character] { scheme.letters.filter(letters.contains) }
}

extension String {
    fileprivate var trimmedCell: String {
        var view = self[...]
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}
