import TestSupport
import Testing

@testable import Handbook

/// Letters of a cell in the notations that people bring: all of them are read, or it is said that they were not.
@Suite struct CellNotationTests {
    private static func shown(_ text: String, _ scheme: Scheme = .raci) -> String {
        guard let reading = CellReader(scheme: scheme).read(text) else { return "unclear" }
        let letters = reading.letters.map(String.init).joined(separator: "/")
        return [reading.isWeak ? "weak" : nil, letters.isEmpty ? "nothing" : letters, reading.note.map { "(\($0))" }]
            .compactMap(\.self).joined(separator: " ")
    }

    @Test(
        arguments: [
            "A-R", "A–R", "A—R", "A／R", "A、R", "A・R", "A，R", "A + R", "A＆R", "A → R", "A \\ R", "A|R", "A and R", "A then R", "A und R",
            "A et R", "A y R", "A; R", "A ; R", "A/and R", "a - r", "a and r", "Ａ／Ｒ", "A , R",
        ]
    )
    func bothLettersCountHoweverTheyAreJoined(text: String) { #expect(Self.shown(text) == "A/R") }

    @Test(arguments: [("R; A", "R/A"), ("R-A-C", "R/A/C"), ("r then a", "R/A"), ("C、I", "C/I"), ("R・A", "R/A")])
    func lettersStayInTheOrderOfTheirAuthor(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    @Test(
        arguments: [
            ("A (signs), R (mixes)", "A/R (A: signs; R: mixes)"), ("A: signs / R: mixes", "A/R (A: signs; R: mixes)"),
            ("A (signs) and R (mixes)", "A/R (A: signs; R: mixes)"), ("R: mixes; A: signs", "R/A (R: mixes; A: signs)"),
            ("A/R (A: signs; R: mixes)", "A/R (A: signs; R: mixes)"), ("A (signs), R", "A/R (A: signs)"),
            ("A, R for the EU", "A/R (for the EU)"),
            ("A and R (drafts)", "A/R (drafts)"), ("A / R Reviewer", "A/R (Reviewer)"),
            ("R (drafts), R (reviews)", "R (R: drafts; R: reviews)"),
        ]
    )
    func eachLetterKeepsItsNote(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    @Test(
        arguments: [
            "A or R", "A (R)", "R(A)", "R (C for High)", "A R (signs)", "A:R", "A.R", "A > R", "R, A few", "R – A lot of work", "R with A",
            "A (signs) R (mixes)", "R, a (signs)", "A-S", "A; X", "AI team", "A, if R&D agrees", "Kim (R) / Lee (A)", "A or R (signs)",
            "Ira", "Ari (cook)",
        ]
    )
    func whatCanBeReadInSeveralWaysIsNotRead(text: String) { #expect(Self.shown(text) == "unclear") }

    @Test(
        arguments: [
            ("A*", "A (*)"), ("R¹", "R (¹)"), ("A/R²", "A/R (²)"), ("C†", "C (†)"), ("R 1", "R (1)"), ("R [1]", "R ([1])"),
            ("A **", "A (**)"),
            ("R Kim", "R (Kim)"), ("R (Kim, Lee)", "R (Kim, Lee)"), ("A: Platform team", "A (Platform team)"),
            ("C – C-level", "C (C-level)"),
            ("R @kim", "R (@kim)"), ("R (A few times)", "R (A few times)"), ("R, a bit", "R (a bit)"),
            ("A, if QA agrees", "A (if QA agrees)"),
        ]
    )
    func namesAndMarksAreNotes(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    @Test(
        arguments: [
            ("Kim (R)", "R (Kim)"), ("Kim: A/R", "A/R (Kim)"), ("Kim (R), Lee (A)", "R/A (R: Kim; A: Lee)"),
            ("Platform team (C)", "C (Platform team)"),
            ("Ira (R)", "R (Ira)"),
        ]
    )
    func lettersBehindNamesCount(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    @Test(arguments: ["Kim", "Platform team", "Kim, Lee", "Kim (r)", "Kim (maybe)", "Kim: reviews"])
    func namesAloneAreNoLetters(text: String) { #expect(Self.shown(text) == "unclear") }

    // MARK: - People

    @Test(
        arguments: [
            ("R - A. Smith", "R (A. Smith)"), ("R – A. Smith", "R (A. Smith)"), ("R, A. Smith", "R (A. Smith)"),
            ("R: A. Smith", "R (A. Smith)"),
            ("R (I. Smith)", "R (I. Smith)"), ("R (A.-M. Smith)", "R (A.-M. Smith)"), ("R, A. van Dyke", "R (A. van Dyke)"),
            ("R (A. Smith, C. Jones)", "R (A. Smith, C. Jones)"), ("R, A. Smith, C. Jones", "R (A. Smith, C. Jones)"),
            ("R – A. Smith, C", "R/C (R: A. Smith)"), ("R, A. B. Smith", "R (A. B. Smith)"), ("R (with A. Smith)", "R (with A. Smith)"),
            ("A/R (C. Jones)", "A/R (C. Jones)"), ("C. Jones (R)", "R (C. Jones)"), ("R (A-level staff)", "R (A-level staff)"),
            ("R – A. Smith and C. Jones", "R (A. Smith and C. Jones)"),
        ]
    )
    func theInitialOfANameIsNoLetter(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    @Test(arguments: ["R/C. Jones", "A + R. Jones", "R. Smith", "A. Smith", "C. A. Jones", "R, A. Signs the menu", "R (A-R staff)"])
    func aNameThatMayBeALetterIsNotRead(text: String) { #expect(Self.shown(text) == "unclear") }

    @Test(arguments: [("R. drafts", "R (drafts)"), ("R, A. signs", "R/A (signs)"), ("A.", "A"), ("R, A.", "R/A")])
    func aFullStopAloneMakesNoName(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    // MARK: - Words

    @Test(arguments: [
        "A lot", "a few", "I am", "A lot of work", "I think so", "i am", "a bit", "I samarbeid", "R)", "R) drafts", "A signs it",
    ])
    func aWordIsNoLetter(text: String) { #expect(Self.shown(text) == "unclear") }

    @Test(
        arguments: [
            ("A for High+", "A (for High+)"), ("a for high", "A (for high)"), ("I if late", "I (if late)"), ("A Reviewer", "A (Reviewer)"),
            ("I, weekly", "I (weekly)"), ("A: a lot", "A (a lot)"), ("A (a lot)", "A (a lot)"), ("R = mixes", "R (mixes)"),
            ("R a bit", "R (a bit)"),
            ("A für Großes", "A (für Großes)"), ("R (drafts)", "R (drafts)"),
        ]
    )
    func aQualifierIsANote(text: String, reading: String) { #expect(Self.shown(text) == reading) }

    // MARK: - In a matrix

    private static func table(_ cell: String, _ front: String = "title: Delivery") -> String {
        matrix("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n| Build | \(cell) | C | I |", frontMatter: front)
    }

    @Test(arguments: ["A-R", "A、R", "A then R", "A (signs), R (mixes)", "A: signs<br>R: mixes"])
    func aRowWithBothIsWhole(cell: String) async {
        #expect(await findings(in: Self.table(cell)) == [])
        let row = await rows(of: Self.table(cell)).first
        #expect(row?.hasPrefix("Build: product-manager A/R") == true, "\(row ?? "none")")
    }

    @Test func whatIsUnclearIsOneFindingWithARemedy() async {
        let remedy = "write the letters with / between them, and all else in brackets: A/R (drafts)"
        #expect(
            await findings(in: Self.table("A or R"))
                == ["content/raci/delivery.md:6:11 unknown-letter: 'A or R' can be read in several ways -> \(remedy)"]
        )
    }

    @Test(
        arguments: [
            ("~~R~~ A/R", "A/R", "R"), ("**A**/R ~~C~~", "A/R", "C"), ("~~I (weekly)~~ A/R", "A/R", "I (weekly)"),
            ("A/R <del>C</del>", "A/R", "C"),
            ("A/R~~/C~~", "A/R", "/C"), ("~~C/~~A/R", "A/R", "C/"), ("A/R~~ and C~~", "A/R", "and C"),
            ("~~not C~~ A/R", "A/R", "not C"),
        ]
    )
    func aStruckLetterDoesNotCount(cell: String, letters: String, struck: String) async {
        let found = await findings(in: Self.table(cell) + "-- handbook.yml --\nmarkdown: {html: true}\n")
        #expect(
            found == [
                "content/raci/delivery.md:6:11 struck-letter: '\(struck)' is crossed out, so it does not count -> "
                    + "remove it; the history of the file keeps it"
            ]
        )
        #expect(await rows(of: Self.table(cell)) == ["Build: product-manager \(letters), ux-designer C, ml-engineer I"])
    }

    @Test(arguments: [("A~~/R~~", "A"), ("~~A/~~R", "R")])
    func onlyTheLettersThatStandCount(cell: String, letters: String) async {
        let project = matrix("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n| Build | \(cell) | C | I |")
        #expect(await rows(of: project) == ["Build: product-manager \(letters), ux-designer C, ml-engineer I"])
        #expect(await findings(in: project).contains { $0.contains("struck-letter") })
    }

    @Test(arguments: [("~~R~~ (moved)", "moved"), ("~~A/R~~ moved to Kim", "moved to Kim"), ("~~A~~/~~R~~", nil)])
    func whatIsLeftBesideAStruckLetterIsANote(cell: String, note: String?) async {
        let project = matrix("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n| Build | \(cell) | A | R |")
        #expect(await findings(in: project).map { $0.contains("struck-letter") } == [true])
        #expect(await read(project).handbook.matrices.first?.tasks.first?.row.cells.first?.note == note)
    }

    @Test func anotherLetterBesideAStruckOneIsStillFound() async {
        let found = await findings(in: matrix("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n| Build | ~~R~~ X | A | R |"))
        #expect(found.map { $0.contains("struck-letter") || $0.contains("unknown-letter: 'X' is no letter") } == [true, true], "\(found)")
    }

    @Test func aStruckLetterAloneLeavesNobody() async {
        let found = await findings(in: Self.table("~~A~~")).map { $0.split(separator: ":")[2] }
        #expect(found.contains { $0.contains("struck-letter") } && found.contains { $0.contains("nobody-acts") }, "\(found)")
    }

    @Test(arguments: ["| | C | | |", "| | A/R | | |", "|  | R | A | (C) |"])
    func aRowWithoutATaskIsOneFinding(row: String) async {
        let project = matrix("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n| Build | A/R | C | I |\n\(row)")
        let found = await read(project).findings.all.filter { $0.location?.line == 7 }
        #expect(found.map(\.rule.id) == ["missing-task"], "\(found)")
        #expect(await read(project).handbook.matrices.first?.tasks.map(\.row.task) == ["Build"])
    }
}
