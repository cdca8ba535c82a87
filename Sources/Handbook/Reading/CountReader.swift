/// Reads counts of letters: `4`, `3A 2R`, `A: 3, R: 2`, `3×A / 2×R`.
struct CountReader {
    let scheme: Scheme

    private enum Token {
        case number(Int)
        case letter(Character)

        var number: Int? { if case .number(let number) = self { number } else { nil } }
        var letter: Character? { if case .letter(let letter) = self { letter } else { nil } }
    }

    private static let signs: Set<Character> = [",", ";", "/", ":", "=", "·", "+", "&", "|", "×", "(", ")"]

    /// The counts in a text; `nil` when it holds anything else, or a letter twice.
    func read(_ text: String) -> [Matrix.Count]? {
        guard let tokens = tokens(text), let first = tokens.first else { return nil }
        guard tokens.count > 1 else { return first.number.map { [Matrix.Count(letter: nil, number: $0)] } }
        guard tokens.count.isMultiple(of: 2) else { return nil }
        // Either every number stands before its letter, or every one behind.
        let (letters, numbers) = first.number == nil ? (0, 1) : (1, 0)
        let counts = stride(from: 0, to: tokens.count, by: 2).compactMap { pair -> Matrix.Count? in
            guard let letter = tokens[pair + letters].letter, let number = tokens[pair + numbers].number else { return nil }
            return Matrix.Count(letter: letter, number: number)
        }
        return counts.count * 2 == tokens.count && Set(counts.map(\.letter)).count == counts.count ? counts : nil
    }

    private func tokens(_ text: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = text[...]
        while let character = rest.first {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty {
                guard let number = Int(digits) else { return nil }
                tokens.append(.number(number))
                rest = rest[digits.endIndex...]
                continue
            }
            rest = rest.dropFirst()
            if character.isWhitespace || Self.signs.contains(character) { continue }
            guard let letter = character.uppercased().first, scheme.letters.contains(letter) else { return nil }
            tokens.append(.letter(letter))
        }
        return tokens
    }
}
