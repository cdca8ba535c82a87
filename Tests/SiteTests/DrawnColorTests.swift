import Drawing
import Formats
import Handbook
import Testing

@testable import Site

/// What is drawn at build time agrees with the theme: its colours, and its shapes for letters.
@Suite struct DrawnColorTests {
    /// A picture for slides has the colours of the light scheme, as the style sheet gives them.
    @Test(arguments: [
        ("--paper", MapPaint.paper), ("--ink", MapPaint.ink), ("--ink-2", MapPaint.secondInk), ("--group-ink", MapPaint.groupInk(200)),
        ("--group-mark", MapPaint.groupMark(200)), ("--group-wash", MapPaint.groupWash(200)),
    ])
    func aPictureForSlidesHasTheColoursOfTheStyleSheet(token: String, color: OKLCH) throws {
        let found = try #require(TokenSheet.color(token, .light, ["--group-hue": "200", "--group-chroma": "1"]))
        #expect(abs(found.lightness - color.lightness) < 0.0001)
        #expect(abs(found.chroma - color.chroma) < 0.0001)
        #expect(abs(found.hue - color.hue) < 0.0001)
    }

    @Test func theCardsColoursAreThoseOfTheTheme() throws {
        let mark = try #require(TokenSheet.color("--group-mark", .light, ["--group-hue": "200"]))
        #expect(mark.lightness == ShareCard.groupLightness && mark.chroma == ShareCard.groupChroma)
        let card = ShareCard(call: nil, title: "A", summary: nil, foot: "B", spine: [], ornament: .marks([]))
        let palette = card.picture(LetterSheet([])).palette
        #expect(palette[0].hex == TokenSheet.color("--paper", .light)?.hex)
        #expect(palette[5].hex == TokenSheet.color("--ink", .light)?.hex)
        #expect(palette[9].hex == TokenSheet.color("--ink-2", .light)?.hex)
    }

    @Test(arguments: Scheme.allCases)
    func everyLetterOfAMatrixHasAMark(scheme: Scheme) {
        for letter in scheme.letters { #expect(ShareCard.Mark(rawValue: scheme.shape(of: letter)) != nil, "\(letter)") }
    }
}
