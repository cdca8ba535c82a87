import Drawing
import Foundation
import Handbook

/// A project's own colour: its hue and how strong it is. The style sheet gives the lightness in each scheme, so that
/// text and lines in it can be read whatever it is.
struct Accent: Sendable, Hashable {
    /// In degrees.
    let hue: Double
    /// From 0, a grey, to 1, as strong as the theme's own colours are.
    let strength: Double

    init(_ setting: ThemeSettings.Accent) {
        switch setting {
        case .hue(let hue): (self.hue, strength) = (hue, 1)
        case .color(let red, let green, let blue):
            let color = OKLCH(red: red, green: green, blue: blue)
            // The hue of a grey is noise.
            (hue, strength) = color.chroma < 0.005 ? (0, 0) : (color.hue, min(1, color.chroma / 0.13))
        }
    }

    /// The tokens it sets.
    var css: String {
        let (hue, strength) = (Self.number(hue, 1), Self.number(strength, 2))
        return "\n@layer tokens{:root{--accent-hue:\(hue);--accent-chroma:\(strength);--accent:var(--accent-ink);--band:4px}}\n"
    }

    /// Digits and a point alone, the same on every machine.
    private static func number(_ value: Double, _ places: Int) -> String {
        let scale = pow(10, Double(places))
        let whole = Int((value * scale).rounded())
        guard places > 0 else { return String(whole) }
        let digits = String(whole % Int(scale))
        return "\(whole / Int(scale)).\(String(repeating: "0", count: places - digits.count))\(digits)"
    }
}
