import Testing

@testable import Drawing

/// The reckoning with widths of text.
@Suite struct TextWidthTests {
    /// Widths in Helvetica Bold, which is wider than most fonts are at the weight of a label, in hundredths.
    @Test(arguments: [
        ("Data Engineer", 673), ("AI Product Manager", 945), ("iiii", 112), ("WWWW", 378), ("Qualitätsmanagement", 1045), ("2026", 223),
    ])
    func isNoLessThanInAWideFont(text: String, width: Int) { #expect(TextWidth.of(text, size: 100) >= width) }

    @Test(arguments: [("工程师", 300), ("ab", 80), ("é", 50), ("e\u{301}", 50), ("👩‍💻", 100), ("", 0)])
    func countsWhatStandsForAWordWholeAndMarksNotAtAll(text: String, least: Int) {
        let width = TextWidth.of(text, size: 100)
        #expect(width >= least && width <= least * 3)
    }

    @Test(arguments: [
        ("Data Engineer", 400, 2, ["Data Engineer"]), ("Data Engineer", 70, 2, ["Data", "Engineer"]),
        ("Data Platform Engineer", 70, 2, ["Data", "Platfor…"]), ("UX/ML Designer", 60, 3, ["UX/ML", "Design-", "er"]),
        ("数据工程师", 50, 2, ["数据工", "程师"]), ("  Data  ", 400, 2, ["Data"]), ("", 100, 2, [""]),
        ("Aufnahme- und Entlassung", 90, 3, ["Aufnahme-", "und", "Entlassung"]), ("Donaudampfschiff", 100, 3, ["Donaudamp-", "fschiff"]),
    ])
    func breaksLinesWhereReadersDo(text: String, width: Int, most: Int, lines: [String]) {
        #expect(TextWidth.lines(text, width: width, size: 15, most: most) == lines)
    }

    @Test func theWidestWordIsThatOfALineThatNeedNotBreak() {
        #expect(TextWidth.widestWord("Data Operations-Lead", size: 10) == TextWidth.of("Operations-", size: 10))
        #expect(TextWidth.widestWord("", size: 10) == 0)
    }

    @Test func linesAreNeverWiderThanTheirRoom() {
        for made in Graphs.all {
            for role in made.graph.roles {
                for width in [60, 100, 180] {
                    for line in TextWidth.lines(role.title, width: width, size: 14, most: 2) {
                        #expect(TextWidth.of(line, size: 14) <= width, "\(line)")
                    }
                }
            }
        }
    }
}
