import Diagnostics
import Testing

@testable import Markdown

@Suite("Bytes become text")
struct DecodingTests {
    private func decoded(_ bytes: [UInt8]) -> (SourceText, Findings) {
        var findings = Findings()
        let source = SourceText.decode(bytes, path: "a.md", into: &findings)
        return (source, findings)
    }

    @Test(
        "Line ends and byte order marks are made one",
        arguments: [
            ("a\nb", "a\nb"), ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"), ("a\r\n\r\nb", "a\n\nb"), ("a\r\r\nb\n\rc", "a\n\nb\n\nc"),
            ("\u{FEFF}a", "a"), ("\u{FEFF}\r\na", "\na"), ("", ""), ("a\tb", "a\tb"),
        ]
    )
    func lineEnds(text: String, expected: String) {
        let (source, findings) = decoded(Array(text.utf8))
        #expect(Array(source.text.utf8) == Array(expected.utf8))
        #expect(findings.isEmpty)
    }

    @Test(
        "Letters with marks have one form",
        arguments: [
            ("e\u{301}", "é"), ("é", "é"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("o\u{323}\u{302}", "ộ"), ("x\u{301}", "x\u{301}"),
        ]
    )
    func composed(text: String, expected: String) {
        let (source, findings) = decoded(Array(text.utf8))
        #expect(Array(source.text.utf8) == Array(expected.utf8))
        #expect(findings.isEmpty)
    }

    @Test func marksWithoutEndOnOneLetterAreRefused() {
        let text = "ok\ne" + String(repeating: "\u{301}\u{327}", count: 200_000)
        let (source, findings) = decoded(Array(text.utf8))
        #expect(findings.told == ["markdown-limit 2"])
        #expect(!source.text.hasPiledMarks)
        let fine = "e" + String(repeating: "\u{301}\u{327}", count: 15)
        #expect(decoded(Array(fine.utf8)).1.isEmpty)
    }

    @Test(
        "The first byte that is no UTF-8 is named by line and column",
        arguments: [
            ([0x61, 0xFF, 0x62], "1:2"), ([0xFF], "1:1"), ([0x61, 0x0A, 0x62, 0xC3, 0x0A, 0xFF], "2:2"),
            ([0x61, 0x0D, 0x62, 0x0D, 0xFE], "3:1"), ([0x61, 0x0D, 0x0A, 0xFE], "2:1"),
            // é is one column; a surrogate, an overlong form and a cut character are no UTF-8.
            ([0xC3, 0xA9, 0x78, 0xED, 0xA0, 0x80], "1:3"), ([0x61, 0xC0, 0x80], "1:2"), ([0x61, 0xF0, 0x9F, 0x91], "1:2"),
            ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "1:2"),
        ] as [([UInt8], String)]
    )
    func invalid(bytes: [UInt8], place: String) {
        let (source, findings) = decoded(bytes)
        #expect(findings.told == ["invalid-utf8 \(place)"])
        #expect(findings.sorted.first?.help == "save the file as UTF-8")
        #expect(source.text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func invalidByteFarIntoALongLineIsFound() {
        let (_, findings) = decoded(Array(repeating: 0x61, count: 100_000) + [0xFF])
        #expect(findings.told == ["invalid-utf8 1:100001"])
    }

    @Test(
        "Control characters are named and replaced",
        arguments: [
            ("a\u{0}b", "U+0000", "1:2"), ("a\n\u{1}", "U+0001", "2:1"), ("\u{7F}", "U+007F", "1:1"), ("a\r\nb\u{1B}[2J", "U+001B", "2:2"),
        ]
    )
    func controls(text: String, code: String, place: String) {
        let (source, findings) = decoded(Array(text.utf8))
        #expect(findings.told == ["control-character \(place)"])
        #expect(findings.sorted.first?.message == "control character \(code)")
        #expect(source.text.isControlFree)
        #expect(source.text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func aBinaryFileIsNotToldByteByByte() {
        let (_, findings) = decoded((0..<100_000).map { UInt8($0 % 32) })
        #expect((findings.sorted.first?.related.count ?? 0) <= SourceText.toldControls)
    }
}
