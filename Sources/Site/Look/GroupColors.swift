/// A colour for each group: hues spread evenly round the circle. The style sheet gives lightness and chroma for each
/// scheme, the same for all groups, so that none shouts and each can be read.
enum GroupColors {
    /// The hue of a group in degrees.
    ///
    /// Up to eight neighbours are distinguished as they come. Of more, those beside each other get hues from
    /// opposite parts of the circle.
    static func hue(_ index: Int, of count: Int) -> Int {
        let place = index * stride(count) % count
        return (25 + place * 360 / count) % 360
    }

    /// The rules for so many groups.
    static func css(_ count: Int) -> String {
        guard count > 0 else { return "" }
        let rules = (0..<count).map { ".g\($0 + 1){--group-hue:\(hue($0, of: count))}" }
        return "\n@layer tokens{\(rules.joined())}\n"
    }

    /// About three eighths of the circle, and coprime to the count, so that every place is met once.
    private static func stride(_ count: Int) -> Int {
        guard count > 8 else { return 1 }
        let fitting = (1..<count / 2).filter { gcd($0, count) == 1 }
        return fitting.min { abs($0 * 8 - count * 3) < abs($1 * 8 - count * 3) } ?? 1
    }

    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
