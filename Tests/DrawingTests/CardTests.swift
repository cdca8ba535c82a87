import Foundation
import TestSupport
import Testing

@testable import Drawing

/// Pictures that are made at build time: their files, their letters, what stands on them.
@Suite struct CardTests {
    // MARK: - Files

    @Test func sumsAreThoseOfTheStandards() {
        #expect(Checksums.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Checksums.crc32([UInt8]()) == 0)
        #expect(Checksums.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
        #expect(Checksums.adler32([UInt8](repeating: 255, count: 20_000)) == Inflate.adler([UInt8](repeating: 255, count: 20_000)))
    }

    @Test(
        arguments: [
            [], [7], [1, 2, 3], Array(repeating: 9, count: 3), Array(repeating: 9, count: 1_000), (0..<1_000).map { UInt8($0 % 256) },
            (0..<40_000).map { UInt8(($0 * $0 / 7) % 251) }, (0..<70_000).map { $0 % 601 < 40 ? UInt8($0 % 13) : 0 },
            Array(repeating: [144, 200, 255, 0, 143], count: 4_000).flatMap(\.self),
        ] as [[UInt8]]
    )
    func whatIsCompressedComesBack(bytes: [UInt8]) {
        for row in [1, 5, 601] {
            let packed = Deflate.zlib(bytes, row: row)
            #expect(Inflate.zlib(packed) == bytes)
            if bytes.count == 1_000, bytes.first == 9 { #expect(packed.count < 30) }
        }
    }

    @Test(arguments: [4, 16, 17, 200])
    func aPictureIsAPNGFile(colors: Int) throws {
        let (width, height) = (13, 9)
        let pixels = (0..<width * height).map { UInt8($0 % colors) }
        let palette = (0..<colors).map { OKLCH(Double($0) / Double(colors), 0.02, 40) }
        let file = PNG(width: width, height: height, palette: palette, pixels: pixels).bytes
        let chunks = try #require(Inflate.chunks(file))
        #expect(chunks.map(\.name) == ["IHDR", "PLTE", "IDAT", "IEND"])
        let depth: UInt8 = colors <= 16 ? 4 : 8
        #expect(chunks[0].data == [0, 0, 0, 13, 0, 0, 0, 9, depth, 3, 0, 0, 0])
        #expect(chunks[1].data.count == colors * 3)
        let rows = try #require(Inflate.zlib(chunks[2].data))
        let row = 1 + (width * Int(depth) + 7) / 8
        #expect(rows.count == row * height)
        let back = (0..<height).flatMap { y in
            (0..<width).map { x in depth == 8 ? rows[y * row + 1 + x] : rows[y * row + 1 + x / 2] >> (x % 2 == 0 ? 4 : 0) & 15 }
        }
        #expect(back == pixels)
    }

    // MARK: - Letters

    @Test(arguments: [
        "The quick brown fox jumps over the lazy dog. 0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ&%/+-–—…·()[]{}'\"“”„‘’!?:;,@#€£§°*",
        "Zwölf große Ärzte prüfen Übergaben, Straße ẞ", "Où est l’élève naïve? Ça déçoit, cœur, Ægir",
        "Przyjęć żółtą łódź, český říční ďábel, ğışö, țară",
        "Smørrebrød på ångström, þing, ðat, ħal", "Ελληνικά: Ωραία ψυχή, γνώθι σαυτόν ΑΒΓΔΘΛΞΠΣΦΨ ς ζ ξ",
        "Съешь же ещё этих мягких французских булок, да выпей чаю. ЇЄҐ љњџћђ",
    ])
    func textsInTheseAlphabetsCanBeDrawn(text: String) {
        #expect(text.filter { !StrokeFont.canDraw(String($0)) } == "")
    }

    @Test(arguments: ["データ", "数据工程师", "مهندس", "🙂", "a\u{20DD}", "हिन्दी"])
    func othersCannotAndSayso(text: String) {
        #expect(!StrokeFont.canDraw(text))
    }

    @Test func everyLetterStandsInItsPlace() {
        for (character, glyph) in StrokeFont.letters {
            #expect(glyph.advance > 15, "\(character)")
            for point in glyph.strokes.joined() {
                #expect((-4...glyph.advance + 4).contains(point.x), "\(character) at \(point.x)")
                #expect((-21...90).contains(point.y), "\(character) at \(point.y)")
            }
            #expect(character == " " || character == "\u{A0}" || !glyph.strokes.isEmpty || glyph.advance < 30, "\(character)")
            #expect(glyph.strokes.allSatisfy { !$0.isEmpty }, "\(character)")
        }
    }

    @Test func marksStandOnTheirLetters() throws {
        let plain = try #require(StrokeFont.glyph("e"))
        let accented = try #require(StrokeFont.glyph("é"))
        #expect(accented.advance == plain.advance && accented.strokes.count == plain.strokes.count + 1)
        // On a capital the mark stands higher, and a dot makes room for it.
        let capital = try #require(StrokeFont.glyph("É"))
        #expect(capital.strokes.joined().map(\.y).max() ?? 0 > 85)
        #expect(StrokeFont.glyph("í")?.strokes.count == 2)
    }

    @Test func theEdgesOfALetterAreCoveredInPart() throws {
        let bitmap = StrokeFont.bitmap(try #require(StrokeFont.glyph("l")), size: 50, weight: 10)
        #expect(bitmap.coverage.contains(255))
        #expect(bitmap.coverage.contains { (1..<255).contains($0) })
        // An upright of 36 pixels and a pen of 5: about 190 pixels.
        let area = bitmap.coverage.reduce(0) { $0 + Int($1) } / 255
        #expect((180...215).contains(area), "\(area)")
    }

    // MARK: - Lines

    private static let style = TypeStyle(size: 40, weight: 8)

    @Test func linesAreNoWiderThanTheirPlace() {
        let text = "Watches what runs in production, says what it means, and tells the others before a user does."
        for width in [240.0, 300, 600, 5_000] {
            let lines = Self.style.lines(of: text, width: width)
            #expect(lines.joined(separator: " ") == text)
            for line in lines where line.contains(" ") { #expect(Self.style.width(of: line) <= width, "\(line)") }
        }
        #expect(Self.style.lines(of: "", width: 100) == [])
        #expect(Self.style.lines(of: "  a \n b ", width: 500) == ["a b"])
    }

    @Test func aWordThatIsTooWideIsBroken() {
        let lines = Self.style.lines(of: "Donaudampfschifffahrtsgesellschaft", width: 300)
        #expect(lines.count == 3 && lines.joined() == "Donaudampfschifffahrtsgesellschaft")
        #expect(Self.style.lines(of: "wide", width: 1).count == 4)
    }

    @Test func whatIsCutEndsInAnEllipsis() throws {
        let text = "One two three four, five six seven eight nine ten eleven twelve"
        let lines = Self.style.lines(of: text, width: 320, atMost: 2)
        try #require(lines.count == 2)
        #expect(lines[1].hasSuffix("…") && !lines[1].hasSuffix(",…") && !lines[1].hasSuffix(" …"))
        #expect(Self.style.width(of: lines[1]) <= 320)
        #expect(Self.style.lines(of: "One", width: 320, atMost: 2) == ["One"])
    }

    @Test func aTitleOfTwoLinesIsEven() throws {
        let lines = Self.style.evenLines(of: "Analytics and Monitoring Specialist", width: 560)
        try #require(lines.count == 2)
        let widths = lines.map { Self.style.width(of: $0) }
        #expect(abs(widths[0] - widths[1]) < 200, "\(lines)")
    }

    @Test func aWordThatHasRoomIsNotBrokenToMakeLinesEven() {
        let lines = Self.style.evenLines(of: "Übersetzungsqualitätsbeauftragter für Arzneimittelsicherheit", width: 800)
        #expect(lines == ["Übersetzungsqualitätsbeauftragter", "für Arzneimittelsicherheit"])
    }

    // MARK: - Cards

    private static func card(_ title: String = "Data Engineer", summary: String? = "Gets data in.", marks: Int = 5) -> ShareCard {
        ShareCard(
            call: "Data Eng",
            title: title,
            summary: summary,
            foot: "The handbook",
            spine: [ShareCard.Band(color: OKLCH(0.6, 0.135, 160).inSRGB, share: 1)],
            ornament: .marks(Array(repeating: ShareCard.Mark.allCases, count: marks).flatMap(\.self))
        )
    }

    @Test(arguments: ["A", "Data Engineer", "Analytics and Monitoring Specialist", String(repeating: "Verantwortlichkeit ", count: 12)])
    func aCardIsTheSameEachTimeAndSmall(title: String) {
        let card = Self.card(title, summary: String(repeating: "What it is for, in many words. ", count: 9))
        let sheet = LetterSheet(card.letters)
        let picture = card.picture(sheet)
        #expect(picture.palette.count == 16)
        #expect(picture.pixels.count == 1200 * 630)
        #expect(picture.pixels.allSatisfy { $0 < 16 })
        let bytes = picture.bytes
        #expect(bytes == card.picture(LetterSheet(card.letters)).bytes)
        #expect(bytes.count < 48_000, "\(bytes.count)")
        // The spine is the group's colour from top to bottom; the rest of the edge is paper.
        #expect(picture.pixels[0] == 15 && picture.pixels[629 * 1200] == 15)
        #expect(picture.pixels[1199] == 0)
    }

    @Test func aHandbookOfManyGroupsHasItsColoursInItsSpine() {
        for count in [1, 5, 6, 24] {
            let bands = (0..<count).map { ShareCard.Band(color: OKLCH(0.6, 0.135, Double($0 * 15)).inSRGB, share: 2) }
            let card = ShareCard(
                call: nil,
                title: "Who does what",
                summary: nil,
                foot: "example.org",
                spine: bands,
                ornament: .cards((0..<count * 2).map { $0 / 2 })
            )
            let picture = card.picture(LetterSheet(card.letters))
            #expect(Set((0..<630).map { picture.pixels[$0 * 1200] }).count == count)
            #expect(picture.pixels.allSatisfy { Int($0) < picture.palette.count })
        }
    }

    @Test func theTouchIconIsSmallAndSquare() throws {
        let chunks = try #require(Inflate.chunks(TouchIcon.picture.bytes))
        #expect(chunks[0].data.prefix(8) == [0, 0, 0, 180, 0, 0, 0, 180])
        #expect(TouchIcon.picture.bytes.count < 1_500)
    }
}
