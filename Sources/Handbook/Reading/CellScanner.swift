import Markdown

/// Takes the text of a matrix's cell apart: words, joints between letters, brackets.
package enum CellScanner {
    /// Signs that do nothing but join: what follows `A/` is another letter.
    private static let strong: Set<Character> = ["/", "／", "∕", "⁄", "\\", "|", "｜", "+", "＋", "&", "＆", "·", "・", "･", "→"]
    /// Signs that join letters, and also part a letter from its note.
    private static let weak: Set<Character> = [",", "，", "、", "､", "،", ";", "；", "؛"]
    private static let dashes: Set<Character> = ["-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "~"]
    private static let opening: Set<Character> = ["(", "[", "（", "【"]
    private static let closing: Set<Character> = [")", "]", "）", "】"]

    static func isStrongJoint(_ character: Character) -> Bool { strong.contains(character) }

    /// Whether a sign can stand between two letters.
    static func isJoint(_ character: Character) -> Bool {
        strong.contains(character) || weak.contains(character) || dashes.contains(character)
    }

    static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || (character.isNumber && character.isASCII) || character == "'" || character == "’"
    }

    /// The words of a text: runs of letters and digits, and of dashes between them: `C-level` is one.
    static func words(_ text: String) -> [Substring] {
        text.split { !isPartOfWord($0) && !dashes.contains($0) }
            .map { word in
                let start = word.drop(while: dashes.contains)
                return start.lastIndex { !dashes.contains($0) }.map { start[...$0] } ?? start
            }
    }

    /// Whether a text begins, behind a space, with a word: a sentence goes on.
    static func opensWithWord(_ text: Substring) -> Bool {
        text.first?.isWhitespace == true && text.first { !$0.isWhitespace }?.isLetter == true
    }

    /// Whether a note begins with the second half of a pair of brackets.
    static func opensWithClosing(_ note: Substring) -> Bool { note.first { !$0.isWhitespace }.map(closing.contains) == true }

    /// Whether a word goes on with a dash and more letters: `C-level`.
    static func goesOn(_ text: Substring) -> Bool {
        text.first.map(dashes.contains) == true && text.dropFirst().first.map(isPartOfWord) == true
    }

    /// The joints of a text outside of brackets, each with the white space around it: signs, and words between spaces.
    static func joints(_ text: Substring, joining: Set<String>) -> [Range<Substring.Index>] {
        var found: [Range<Substring.Index>] = []
        var depth = 0
        var index = text.startIndex
        var before: Character = ")"
        while index < text.endIndex {
            let character = text[index]
            if opening.contains(character) { depth += 1 }
            if closing.contains(character) { depth -= 1 }
            let end = text.index(after: index)
            // A dash inside of a word is part of it.
            let isInWord = dashes.contains(character) && isPartOfWord(before)
            if depth == 0, isJoint(character), !isInWord {
                found.append(index..<skippingSpaces(text, end))
            } else if depth == 0, before.isWhitespace || before == ")", isPartOfWord(character) {
                let word = text[index...].prefix(while: isPartOfWord)
                if joining.contains(word.lowercased()), word.endIndex < text.endIndex, text[word.endIndex].isWhitespace {
                    found.append(index..<skippingSpaces(text, word.endIndex))
                }
            }
            before = character
            index = end
        }
        return found
    }

    private static func skippingSpaces(_ text: Substring, _ index: Substring.Index) -> Substring.Index {
        text[index...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    }

    // MARK: - Notes

    /// The words of a note, without the signs in front of them and the brackets around them.
    static func note(_ text: String) -> String {
        var rest = Substring(text).drop { " :：.=".contains($0) || dashes.contains($0) || weak.contains($0) }
        while let last = rest.last, last.isWhitespace || weak.contains(last) { rest.removeLast() }
        let words = String(rest)
        return isBracketed(words) ? String(words.dropFirst().dropLast()).trimmingWhitespace : words
    }

    /// Whether one pair of brackets stands around a text.
    private static func isBracketed(_ text: String) -> Bool {
        text.hasPrefix("(") && text.hasSuffix(")") && text.count(where: { $0 == "(" }) == 1
    }

    static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var kept = ""
        for character in text {
            if opening.contains(character) { depth += 1 }
            if depth == 0 { kept.append(character) }
            if closing.contains(character) { depth = max(0, depth - 1) }
        }
        return kept
    }

    /// The text in each pair of brackets.
    static func bracketed(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: opening.contains).dropFirst().map { part in
            String(part.prefix { !closing.contains($0) }).trimmingWhitespace
        }
    }

    // MARK: - Entries

    /// What is between signs outside of brackets.
    static func parts(_ text: String, at signs: String) -> [String] {
        var depth = 0
        let parts = text.split { character in
            if opening.contains(character) { depth += 1 }
            if closing.contains(character) { depth = max(0, depth - 1) }
            return depth == 0 && signs.contains(character)
        }
        return parts.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    }

    /// What is between words such as "and" outside of brackets.
    package static func joined(_ text: Substring, joining: Set<String>) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        for joint in joints(text, joining: joining) where text[joint].first?.isLetter == true {
            parts.append(text[start..<joint.lowerBound])
            start = joint.upperBound
        }
        return (parts + [text[start...]]).map { part in
            var part = part
            while part.first?.isWhitespace == true { part.removeFirst() }
            while part.last?.isWhitespace == true { part.removeLast() }
            return part
        }.filter { !$0.isEmpty }
    }

    /// The entries of a text: between commas, semicolons and line breaks, outside of brackets.
    static func entries(_ text: String) -> [String] { parts(text, at: ",;，、､،；؛\n") }

    /// `Kim (R)` or `Kim: R`: a name, and what is in the brackets or behind the colon at its end.
    static func nameAndRest(_ text: String) -> (name: Substring, rest: Substring)? {
        let entry = text[...]
        let open = entry.hasSuffix(")") ? entry.lastIndex(of: "(") : nil
        guard let mark = open ?? entry.lastIndex(of: ":") else { return nil }
        let rest = entry[entry.index(after: mark)...]
        let name = Substring(String(entry[..<mark]).trimmingWhitespace)
        guard name.contains(where: \.isLetter), !name.contains(where: { "(:".contains($0) }) else { return nil }
        return (name, open == nil ? rest : rest.dropLast())
    }
}
