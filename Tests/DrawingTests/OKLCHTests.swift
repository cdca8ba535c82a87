import Drawing
import Testing

/// OKLCH, as CSS writes colours.
@Suite struct OKLCHTests {
    /// Values of CSS Color 4, and of its sample code.
    @Test(arguments: [
        (OKLCH(0.62796, 0.25768, 29.234), "#ff0000"), (OKLCH(0.86644, 0.29483, 142.495), "#00ff00"),
        (OKLCH(0.45201, 0.31321, 264.052), "#0000ff"), (OKLCH(1, 0, 0), "#ffffff"), (OKLCH(0, 0, 0), "#000000"),
        (OKLCH(0.51975, 0.17686, 142.495), "#008000"),
    ])
    func oklchIsWhatCSSSays(color: OKLCH, hex: String) {
        #expect(color.hex == hex)
    }

    @Test(arguments: [(0xFF, 0x00, 0x00), (0x12, 0x34, 0x56), (0xC0, 0xFF, 0xEE), (0x00, 0x00, 0x00)] as [(UInt8, UInt8, UInt8)])
    func aColourComesBackFromItsBytes(red: UInt8, green: UInt8, blue: UInt8) {
        let bytes = OKLCH(red: red, green: green, blue: blue).bytes
        #expect(bytes == (red, green, blue))
    }

    @Test func aColourBeyondTheScreenKeepsLightnessAndHue() {
        let wide = OKLCH(0.46, 0.115, 200)
        let fitted = wide.inSRGB
        #expect(fitted.lightness == wide.lightness && fitted.hue == wide.hue)
        #expect((0.07...0.08).contains(fitted.chroma))
        #expect(OKLCH(0.6, 0.1, 50).inSRGB == OKLCH(0.6, 0.1, 50))
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(abs(OKLCH(1, 0, 0).contrast(OKLCH(0, 0, 0)) - 21) < 0.01)
        #expect(abs(OKLCH(red: 0x76, green: 0x76, blue: 0x76).contrast(OKLCH(1, 0, 0)) - 4.54) < 0.01)
    }
}
