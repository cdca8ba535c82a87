import Handbook
import Testing

@Suite("The size of a picture, from the first bytes of its file")
struct ImageHeaderTests {
    private static func big(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * (count - 1 - $0)) & 255) } }
    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

    private static func png(_ width: Int, _ height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4) + big(height, 4) + [
            8, 2, 0, 0, 0,
        ]
    }

    private static func jpeg(_ width: Int, _ height: Int, before: [UInt8] = [], frame: UInt8 = 0xC0) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, 0xE0] + big(16, 2) + Array("JFIF\0".utf8) + [UInt8](repeating: 1, count: 9) + before
            // A table, which is no frame; then fill bytes, then the frame.
            + [0xFF, 0xC4] + big(4, 2) + [0, 0] + [0xFF, 0xFF, 0xFF, frame] + big(17, 2) + [8] + big(height, 2) + big(width, 2)
    }

    private static func exif(_ orientation: Int, isLittle: Bool) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { isLittle ? little(value, count) : big(value, count) }
        let entries =
            number(2, 2) + number(0x010F, 2) + number(2, 2) + number(1, 4) + number(0, 4)
            + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        let tiff = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + entries
        let data = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1] + big(data.count + 2, 2) + data
    }

    private static func webP(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little(1000, 4) + Array("WEBP\(kind)".utf8) + little(500, 4) + rest
    }

    private func size(_ bytes: [UInt8]) -> [Int]? { ImageHeader.size(bytes).map { [$0.width, $0.height] } }

    @Test("PNG and GIF")
    func simple() {
        #expect(size(Self.png(640, 480)) == [640, 480])
        #expect(size(Array("GIF89a".utf8) + Self.little(300, 2) + Self.little(200, 2) + [0]) == [300, 200])
    }

    @Test("JPEG, of every coding, whatever stands before", arguments: [0xC0, 0xC1, 0xC2, 0xC9] as [UInt8])
    func jpeg(frame: UInt8) {
        #expect(size(Self.jpeg(1600, 900, frame: frame)) == [1600, 900])
    }

    @Test("A JPEG that lies on its side is turned", arguments: [true, false])
    func orientation(isLittle: Bool) {
        for turn in 1...4 { #expect(size(Self.jpeg(1600, 900, before: Self.exif(turn, isLittle: isLittle))) == [1600, 900]) }
        for turn in 5...8 { #expect(size(Self.jpeg(1600, 900, before: Self.exif(turn, isLittle: isLittle))) == [900, 1600]) }
    }

    @Test("The three kinds of WebP")
    func webP() {
        #expect(size(Self.webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + Self.little(320, 2) + Self.little(0x4000 | 240, 2))) == [320, 240])
        #expect(size(Self.webP("VP8L", [0x2F] + Self.little(319 | 239 << 14 | 1 << 28, 4))) == [320, 240])
        #expect(size(Self.webP("VP8X", [0, 0, 0, 0] + Self.little(319, 3) + Self.little(239, 3))) == [320, 240])
    }

    @Test(
        "SVG: its lengths, else its shape",
        arguments: [
            ("<svg width=\"120\" height=\"40\">", [120, 40]), ("<svg width='120px' height='1in' viewBox='0 0 9 9'>", [120, 96]),
            ("<svg viewBox=\"0 0 24 16\">", [24, 16]), ("<svg viewBox=\"-5,-5, 24.4 , 16.6\"/>", [24, 17]),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 24 16\">", [24, 16]),
            ("<svg width=\"48\" viewBox=\"0 0 24 16\">", [48, 32]),
            (
                "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<svg:svg\n  stroke-width=\"3\" width = \"9\" height=\"8\">",
                [9, 8]
            ),
        ] as [(String, [Int])]
    )
    func svg(text: String, expected: [Int]) {
        #expect(size(Array(text.utf8)) == expected)
    }

    @Test(
        "What has no size, or too much of one, has none",
        arguments: [
            "", "<svg>", "<svg width=\"2em\" height=\"3em\">", "<svg width=\"0\" height=\"5\">", "<svg viewBox=\"0 0 1e30 1\">",
            "<svg width=\"nan\" height=\"1\">",
            "<svg viewBox=\"0 0\">", "<html><svg width=\"1\" height=\"1\">", "GIF89a", "RIFF1234WEBPVP8 ", "<!--", "just words < here",
            "<svg width=\"5",
        ]
    )
    func none(text: String) {
        #expect(size(Array(text.utf8)) == nil)
    }

    @Test("Bytes that end too soon, or lead in circles, end the search")
    func cut() {
        for whole in [
            Self.png(9, 9), Self.jpeg(9, 9, before: Self.exif(6, isLittle: true)), Self.webP("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
        ] {
            for count in 0..<whole.count where size(Array(whole.prefix(count))) != nil { #expect(count > whole.count - 6) }
        }
        #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0]) == nil)
        #expect(size(Self.png(0, 9)) == nil)
        #expect(size(Self.png(70_000, 9)) == nil)
    }

    @Test("A camera's JPEG has its size far back")
    func far() {
        let before = [UInt8]([0xFF, 0xE2]) + Self.big(60_002, 2) + [UInt8](repeating: 7, count: 60_000)
        let whole = Self.jpeg(4000, 3000, before: before)
        #expect(ImageHeader.needsMore(Array(whole.prefix(ImageHeader.length))))
        #expect(size(whole) == [4000, 3000])
        #expect(!ImageHeader.needsMore(Self.png(1, 1)))
        #expect(!ImageHeader.needsMore([UInt8](repeating: 0, count: ImageHeader.length)))
    }
}
