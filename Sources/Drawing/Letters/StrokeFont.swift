import Foundation

/// A typeface of the project's own for pictures that are made at build time: each letter is the way of a round pen, so
/// one drawing serves for every weight.
///
/// Measures are hundredths of the type size: capitals are 70 high, small letters 50, descenders reach down to -20.
struct StrokeFont: Sendable {
    struct Point: Sendable, Hashable {
        var x: Double
        var y: Double
    }

    /// A letter: how far the pen moves on, and its ways.
    struct Glyph: Sendable {
        let advance: Double
        let strokes: [[Point]]
    }

    /// A letter as its pixels, from 0 to 255 as far as the pen covers them.
    struct Bitmap: Sendable {
        /// Where its upper left corner is, from the pen's place on the baseline, downwards.
        let left: Int
        let top: Int
        let width: Int
        let height: Int
        let coverage: [UInt8]
    }

    /// The glyph of a character; marks are put on the letter that they belong to. `nil` if there is none.
    static func glyph(_ character: Character) -> Glyph? {
        if let glyph = letters[character] { return glyph }
        guard let (letter, marks) = parts(of: character) else { return nil }
        var strokes = letter.strokes
        let xs = letter.strokes.joined().map(\.x)
        let centre = ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2
        let rise = (letter.strokes.joined().map(\.y).max() ?? 0) - 50
        for mark in marks {
            let isBelow = mark.joined().allSatisfy { $0.y < 20 }
            strokes += mark.map { $0.map { Point(x: $0.x + centre, y: $0.y + (isBelow ? 0 : max(0, rise))) } }
        }
        return Glyph(advance: letter.advance, strokes: strokes)
    }

    /// A letter and its marks, apart; `nil` if one of them is not drawn.
    private static func parts(of character: Character) -> (letter: Glyph, marks: [[[Point]]])? {
        let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        guard scalars.count > 1, let first = scalars.first else { return nil }
        // Under a mark an i has no dot.
        let dotless: [Unicode.Scalar: Character] = ["i": "ı", "j": "ȷ", "і": "ı"]
        let own = scalars.dropFirst().compactMap { marks[$0] }
        guard let letter = letters[dotless[first] ?? Character(first)], own.count == scalars.count - 1 else { return nil }
        return (letter, own)
    }

    /// How far the pen moves on for a character; not at all for one that is not drawn.
    static func advance(_ character: Character) -> Double { letters[character]?.advance ?? parts(of: character)?.letter.advance ?? 0 }

    /// Whether every character of a text can be drawn.
    static func canDraw(_ text: String) -> Bool { text.allSatisfy { letters[$0] != nil || parts(of: $0) != nil } }

    /// How much closer, in hundredths of the size, two letters stand than they would by themselves.
    static func kerning(_ first: Character, _ second: Character) -> Double {
        func base(_ character: Character) -> Character {
            guard !character.isASCII else { return character }
            return String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first.map(Character.init) ?? character
        }
        return pairs[base(first)]?[base(second)] ?? 0
    }

    /// How much larger than the pen a dot is.
    private static let dot = 1.2

    /// A glyph in pixels.
    ///
    /// - Parameters:
    ///   - size: of the type, in pixels.
    ///   - weight: how thick the pen is, in hundredths of the size.
    static func bitmap(_ glyph: Glyph, size: Double, weight: Double) -> Bitmap {
        let scale = size / 100
        let radius = weight * scale / 2
        let margin = radius * dot + 1
        let points = glyph.strokes.map { $0.map { Point(x: $0.x * scale, y: -$0.y * scale) } }
        let (xs, ys) = (points.joined().map(\.x), points.joined().map(\.y))
        guard let minX = xs.min(), let maxX = xs.max(), let minY = ys.min(), let maxY = ys.max() else {
            return Bitmap(left: 0, top: 0, width: 0, height: 0, coverage: [])
        }
        let (left, top) = (Int((minX - margin).rounded(.down)), Int((minY - margin).rounded(.down)))
        let (width, height) = (Int((maxX + margin).rounded(.up)) - left, Int((maxY + margin).rounded(.up)) - top)
        var coverage = [UInt8](repeating: 0, count: width * height)
        for stroke in points {
            // A dot is a little larger than the pen, so that it does not look smaller.
            if stroke.count == 1 { line(from: stroke[0], to: stroke[0], radius * Self.dot, left, top, width, height, &coverage) }
            for (a, b) in zip(stroke, stroke.dropFirst()) { line(from: a, to: b, radius, left, top, width, height, &coverage) }
        }
        return Bitmap(left: left, top: top, width: width, height: height, coverage: coverage)
    }

    /// Covers what is nearer to a line than the radius; a pixel on the edge by its part.
    private static func line(
        from a: Point,
        to b: Point,
        _ radius: Double,
        _ left: Int,
        _ top: Int,
        _ width: Int,
        _ height: Int,
        _ coverage: inout [UInt8]
    ) {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let reach = radius + 1
        let columns = max(0, Int(min(a.x, b.x) - reach) - left - 1)..<min(width, Int(max(a.x, b.x) + reach) - left + 2)
        let rows = max(0, Int(min(a.y, b.y) - reach) - top - 1)..<min(height, Int(max(a.y, b.y) + reach) - top + 2)
        for row in rows {
            let y = Double(row + top) + 0.5
            for column in columns {
                let x = Double(column + left) + 0.5
                let along = length == 0 ? 0 : min(1, max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
                let (ex, ey) = (x - a.x - along * dx, y - a.y - along * dy)
                let distance = (ex * ex + ey * ey).squareRoot()
                guard distance < reach else { continue }
                let part = UInt8(255 * min(1, max(0, radius + 0.5 - distance)))
                if part > coverage[row * width + column] { coverage[row * width + column] = part }
            }
        }
    }
}
