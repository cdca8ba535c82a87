import Foundation

extension StrokeFont {
    /// Reads a glyph: how far it moves on, then its strokes with `;` between them.
    ///
    /// `M x y` and `L x y` are places, `C` a Bézier curve, `A cx cy rx ry from to` an arc in degrees, counted against the
    /// clock from three o'clock; `D x y` is a dot.
    static func read(_ text: String) -> Glyph {
        let parts = text.split(separator: "|", maxSplits: 1)
        return Glyph(advance: Double(parts[0]) ?? 0, strokes: strokes(parts.count > 1 ? parts[1] : ""))
    }

    static func strokes(_ text: Substring) -> [[Point]] {
        text.split(separator: ";").map { stroke in
            var points: [Point] = []
            for command in stroke.split(whereSeparator: \.isWhitespace).split(beforeLetters: true) {
                let numbers = command.dropFirst().compactMap { Double($0) }
                switch command.first {
                case "A": arc(numbers, &points)
                case "C": curve(numbers, &points)
                default: points.append(Point(x: numbers[0], y: numbers[1]))
                }
            }
            return points
        }
    }

    private static func arc(_ n: [Double], _ points: inout [Point]) {
        let steps = max(2, Int((abs(n[5] - n[4]) / 9).rounded(.up)))
        for step in 0...steps {
            let angle = (n[4] + (n[5] - n[4]) * Double(step) / Double(steps)) * .pi / 180
            // Rounded, since the last bits of a cosine are not the same on every machine, and pictures are.
            let (x, y) = ((n[2] * cos(angle) * 4096).rounded() / 4096, (n[3] * sin(angle) * 4096).rounded() / 4096)
            points.append(Point(x: n[0] + x, y: n[1] + y))
        }
    }

    private static func curve(_ n: [Double], _ points: inout [Point]) {
        guard let start = points.last else { return }
        for step in 1...12 {
            let t = Double(step) / 12
            let (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t)
            points.append(Point(x: a * start.x + b * n[0] + c * n[2] + d * n[4], y: a * start.y + b * n[1] + c * n[3] + d * n[5]))
        }
    }
}

extension [Substring] {
    /// Words in runs, each beginning with a letter: a command and its numbers.
    fileprivate func split(beforeLetters: Bool) -> [[Substring]] {
        reduce(into: []) { runs, word in
            if word.first?.isLetter == true { runs.append([word]) } else if !runs.isEmpty { runs[runs.count - 1].append(word) }
        }
    }
}
