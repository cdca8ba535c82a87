/// A size and weight of the pictures' typeface.
package struct TypeStyle: Sendable, Hashable {
    /// In pixels.
    let size: Double
    /// How thick the pen is, in hundredths of the size.
    let weight: Double
    /// Space between letters beyond their own, in hundredths of the size.
    var tracking: Double = 0

    /// How wide a text is, in pixels.
    func width(of text: some StringProtocol) -> Double { places(of: text).end }

    /// Where the pen stands for each letter of a text, from its start, and where it stands at last.
    func places(of text: some StringProtocol) -> (letters: [(character: Character, x: Double)], end: Double) {
        var letters: [(Character, Double)] = []
        var pen = 0.0
        var before: Character?
        for character in text {
            if let before { pen += (StrokeFont.kerning(before, character) + tracking) * size / 100 }
            letters.append((character, pen))
            pen += StrokeFont.advance(character) * size / 100
            before = character
        }
        return (letters, pen)
    }

    /// A text in lines no wider than `width`, broken at spaces; where one word is too wide, inside it.
    func lines(of text: String, width: Double) -> [String] { MeasuredText(text, self, width: width).lines(width: width) }

    /// Lines that are about as long as each other, as many as are needed.
    func evenLines(of text: String, width: Double) -> [String] {
        let text = MeasuredText(text, self, width: width)
        var lines = text.lines(width: width)
        let count = lines.count
        var narrow = width
        while count > 1, narrow > width / 3 {
            narrow -= 12
            let tighter = text.lines(width: narrow)
            guard tighter.count == count, text.widest <= narrow else { break }
            lines = tighter
        }
        return lines
    }

    /// At most so many lines; where there would be more, the last ends in an ellipsis.
    func lines(of text: String, width: Double, atMost count: Int) -> [String] {
        let lines = self.lines(of: text, width: width)
        guard lines.count > count, count > 0 else { return lines }
        var last = lines[count - 1]
        while !last.isEmpty, self.width(of: last + "…") > width { last = last.split(separator: " ").dropLast().joined(separator: " ") }
        while let end = last.last, ",;:–—-".contains(end) || end.isWhitespace { last.removeLast() }
        return lines.prefix(count - 1) + [last + "…"]
    }
}

/// A text whose words are measured once, to be set in lines of any width.
private struct MeasuredText {
    private var words: [(text: String, width: Double)] = []
    /// Between two words; no letter stands closer to a space than to another.
    private let space: Double

    /// - Parameter width: of the widest lines: a word that is wider is broken.
    init(_ text: String, _ style: TypeStyle, width: Double) {
        space = (StrokeFont.advance(" ") + 2 * style.tracking) * style.size / 100
        for word in text.split(whereSeparator: \.isWhitespace) {
            let places = style.places(of: word)
            if places.end <= width { words.append((String(word), places.end)) } else { take(apart: word, style, width) }
        }
    }

    /// How wide its widest word is.
    var widest: Double { words.map(\.width).max() ?? 0 }

    func lines(width: Double) -> [String] {
        var lines: [String] = []
        var filled = 0.0
        for word in words {
            if !lines.isEmpty, filled + space + word.width <= width {
                lines[lines.count - 1] += " " + word.text
                filled += space + word.width
            } else {
                lines.append(word.text)
                filled = word.width
            }
        }
        return lines
    }

    private mutating func take(apart word: Substring, _ style: TypeStyle, _ width: Double) {
        var part = ""
        for character in word {
            if !part.isEmpty, style.width(of: part + String(character)) > width {
                words.append((part, style.width(of: part)))
                part = ""
            }
            part.append(character)
        }
        words.append((part, style.width(of: part)))
    }
}

/// The letters that some pictures need, as pixels, each made once.
package struct LetterSheet: Sendable {
    /// A letter in a style.
    package struct Key: Sendable, Hashable {
        let character: Character
        let style: TypeStyle
    }

    private var bitmaps: [Key: StrokeFont.Bitmap] = [:]

    /// Makes the letters; those that cannot be drawn are left out.
    package init(_ keys: Set<Key>) {
        for key in keys {
            guard let glyph = StrokeFont.glyph(key.character) else { continue }
            bitmaps[key] = StrokeFont.bitmap(glyph, size: key.style.size, weight: key.style.weight)
        }
    }

    subscript(_ character: Character, _ style: TypeStyle) -> StrokeFont.Bitmap? { bitmaps[Key(character: character, style: style)] }
}
