import Markdown

/// Reads the letters of a matrix's cell, in the notations met in the wild.
package struct CellReader {
    package let scheme: Scheme

    /// A reader for the letters of a scheme.
    package init(scheme: Scheme) { self.scheme = scheme }

    /// What a cell says.
    package struct Reading: Equatable {
        package var letters: [Character] = []
        package var note: String?
        package var isWeak = false
    }

    private static let blanks: Set<String> = ["", "-", "–", "—", "·", "n/a", "na", "none"]
    /// Signs that join two letters; white space alone does so only where nothing but letters follows.
    private static let joints: Set<Character> = ["/", "+", "&", "·", ","]

    /// Whether a cell's text says that the role has no part.
    package static func isBlank(_ text: String) -> Bool { blanks.contains(text.trimmingWhitespace.lowercased()) }

    /// The reading of a cell's text without markup; `nil` when it holds no letter of the scheme and is not blank.
    package func read(_ text: String) -> Reading? {
        let text = text.trimmingWhitespace
        if Self.isBlank(text) { return Reading() }
        if text.hasPrefix("("), text.hasSuffix(")"), let inner = letters(in: text.dropFirst().dropLast()) {
            return Reading(letters: ordered(inner), isWeak: true)
        }
        if let all = letters(in: text[...]) { return Reading(letters: ordered(all)) }
        return lettersAndNote(text[...])
    }

    /// `R (drafts)`, `A for High+`, `R/A Reviewer`: letters with joints between them, then a note.
    private func lettersAndNote(_ text: Substring) -> Reading? {
        var rest = text
        var found: [Character] = []
        while true {
            let word = rest.prefix { $0.isLetter }
            guard let next = letters(in: word) else { return nil }
            found += next
            rest = rest[word.endIndex...]
            let sign = rest.drop { $0 == " " }
            guard let joint = sign.first, Self.joints.contains(joint) else { break }
            let behind = sign.dropFirst().drop { $0 == " " }
            // A comma may also begin a note: `R, drafts only`.
            if joint == ",", letters(in: behind.prefix(while: \.isLetter)) == nil { break }
            rest = behind
        }
        guard let first = rest.first, !first.isNumber else { return nil }
        let note = Self.note(rest)
        return Reading(letters: ordered(found), note: note.isEmpty ? nil : note)
    }

    private static func note(_ text: Substring) -> String {
        let words = String(text.drop { " :,;.–—-".contains($0) }).trimmingWhitespace
        guard words.hasPrefix("("), words.hasSuffix(")"), words.count(where: { $0 == "(" }) == 1 else { return words }
        return String(words.dropFirst().dropLast()).trimmingWhitespace
    }

    /// Letters of the scheme with joints between them, or one after another; `nil` if anything else is there.
    private func letters(in text: Substring) -> [Character]? {
        var found: [Character] = []
        for character in text.uppercased() where character != " " && !Self.joints.contains(character) {
            guard scheme.letters.contains(character) else { return nil }
            found.append(character)
        }
        return found.isEmpty || found.count > scheme.letters.count ? nil : found
    }

    private func ordered(_ letters: [Character]) -> [Character] { scheme.letters.filter(letters.contains) }
}
