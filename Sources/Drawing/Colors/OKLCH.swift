import Foundation

/// A colour as CSS writes it with `oklch()`: lightness from 0 to 1, chroma, hue in degrees.
///
/// The matrices are those of CSS Color 4, section 9.3, which has them from Björn Ottosson.
package struct OKLCH: Sendable, Hashable {
    package var lightness: Double
    package var chroma: Double
    package var hue: Double

    /// A colour by its three numbers.
    package init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
        (self.lightness, self.chroma, self.hue) = (lightness, chroma, hue)
    }

    /// The colour of sRGB components from 0 to 255.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        let c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        let turn = atan2(c, a) * 180 / .pi
        self.init(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, hypot(a, c), turn < 0 ? turn + 360 : turn)
    }

    /// The components of linear sRGB. One beyond 0 and 1 says that a screen cannot show the colour.
    package var linear: (red: Double, green: Double, blue: Double) {
        let angle = hue * .pi / 180
        let (a, b) = (chroma * cos(angle), chroma * sin(angle))
        func cube(_ value: Double) -> Double { value * value * value }
        let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        )
    }

    /// The same lightness and hue with as much chroma as sRGB has of it.
    package var inSRGB: OKLCH {
        guard !isInSRGB else { return self }
        var (low, high) = (0.0, chroma)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            if OKLCH(lightness, middle, hue).isInSRGB { low = middle } else { high = middle }
        }
        return OKLCH(lightness, low, hue)
    }

    private var isInSRGB: Bool {
        let (r, g, b) = linear
        return [r, g, b].allSatisfy { (-0.0001...1.0001).contains($0) }
    }

    /// Its components in sRGB from 0 to 255, those beyond cut off.
    package var bytes: (red: UInt8, green: UInt8, blue: UInt8) {
        let (r, g, b) = linear
        return (Self.encoded(r), Self.encoded(g), Self.encoded(b))
    }

    /// `#rrggbb`
    package var hex: String {
        let (r, g, b) = bytes
        return "#" + [r, g, b].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Relative luminance as WCAG 2.2 has it, of what a screen shows.
    package var luminance: Double {
        let (r, g, b) = linear
        func shown(_ value: Double) -> Double { min(1, max(0, value)) }
        return 0.2126 * shown(r) + 0.7152 * shown(g) + 0.0722 * shown(b)
    }

    /// The contrast of two colours, from 1 to 21, as WCAG 2.2 has it.
    package func contrast(_ other: OKLCH) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func linear(_ byte: UInt8) -> Double {
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ value: Double) -> UInt8 {
        let value = min(1, max(0, value))
        return UInt8((255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055)).rounded())
    }
}
