import TestSupport
import Testing

@testable import Handbook

@Suite("Cells of a matrix")
struct CellTests {
    private func shown(_ text: String, _ scheme: Scheme = .raci) -> String {
        guard let reading = CellReader(scheme: scheme).read(text) else { return "unknown" }
        let letters = reading.letters.map(String.init).joined()
        return [reading.isWeak ? "weak" : nil, letters.isEmpty ? "nothing" : letters, reading.note.map { "(\($0))" }]
            .compactMap(\.self).joined(separator: " ")
    }

    @Test(
        "Every notation of a letter is read",
        arguments: [
            ("A", "A"), ("r", "R"), (" c ", "C"), ("I", "I"), ("A/R", "AR"), ("R/A", "RA"), ("R / A", "RA"), ("R·A", "RA"), ("AR", "AR"),
            ("ra", "RA"), ("A+R", "AR"), ("A & R", "AR"), ("A, R", "AR"), ("A R", "AR"), ("C/I", "CI"), ("R/A/C", "RAC"), ("(C)", "weak C"),
            ("(A/R)", "weak AR"), ("( I )", "weak I"),
        ]
    )
    func letters(text: String, reading: String) {
        #expect(shown(text) == reading)
    }

    @Test("A blank, a dash or N/A is no part", arguments: ["", " ", "-", "–", "—", "·", "N/A", "n/a", "none"])
    func blanks(text: String) {
        #expect(shown(text) == "nothing")
    }

    @Test(
        "A letter may carry a note",
        arguments: [
            ("R (drafts)", "R (drafts)"), ("A for High+", "A (for High+)"), ("R/A Reviewer", "RA (Reviewer)"),
            ("R / A Reviewer", "RA (Reviewer)"),
            ("R: drafts only", "R (drafts only)"), ("C – on request", "C (on request)"), ("I, weekly", "I (weekly)"), ("R*", "R (*)"),
            ("A/R (signs)", "AR (signs)"), ("R a bit", "R (a bit)"), ("A (for EU) and UK", "A ((for EU) and UK)"), ("C ()", "C"),
        ]
    )
    func notes(text: String, reading: String) {
        #expect(shown(text) == reading)
    }

    @Test(
        "Anything else is no letter",
        arguments: ["X", "Reviewer", "yes", "R/X", "R1", "A/Reviewer", "R/(A)", "?", "✓", "(X)", "()", "/", "RACIRACI", "R/A/C/I/R", "Ⓡ"]
    )
    func unknown(text: String) {
        #expect(shown(text) == "unknown")
    }

    @Test(
        "A scheme has letters of its own",
        arguments: [
            (Scheme.rasci, "S", "S"), (.raci, "S", "unknown"), (.raciVS, "V/S", "VS"), (.daci, "D", "D"), (.daci, "R", "unknown"),
            (.rapid, "P", "P"),
            (.rapid, "C", "unknown"), (.rasci, "A/R", "AR"),
        ]
    )
    func schemes(scheme: Scheme, text: String, reading: String) {
        #expect(shown(text, scheme) == reading)
    }
}
