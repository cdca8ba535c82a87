import Changes
import Handbook
import TestSupport
import Testing

/// A comparison of two projects that differ in little.
struct DiffCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// What is written otherwise in the new project; a text that is replaced by itself plus more is added to.
    let edits: [(old: String, new: String)]
    /// Every line of the report, in order.
    let lines: [String]

    var testDescription: String { name }

    init(_ name: String, _ edits: [(String, String)], gives lines: [String]) {
        self.name = name
        self.edits = edits.map { (old: $0.0, new: $0.1) }
        self.lines = lines
    }
}

/// `HandbookDiff` on a small newspaper.
@Suite struct DiffTests {
    @Test(arguments: DiffCase.names + DiffCase.cards + DiffCase.letters + DiffCase.work)
    func tellsWhatHasChangedAndNothingElse(example: DiffCase) async throws {
        var text = Newspaper.text
        for edit in example.edits {
            try #require(text.contains(edit.old), "'\(edit.old)' is not in the project")
            text = text.replacing(edit.old, with: edit.new)
        }
        let (old, new) = (await ProjectText(Newspaper.text).read(), await ProjectText(text).read())
        #expect(HandbookDiff.hindrances(old.result.findings).isEmpty, "\(old.report)")
        let changes = HandbookDiff.changes(from: old.result.handbook, to: new.result.handbook)
        #expect(changes.map { ChangeText($0).line } == example.lines)
    }

    @Test func aRoleThatComesIntoATableOfRolesIsItsLetterAlone() async {
        let text = """
            -- content/roles/editor.md --
            # Editor
            -- content/roles/reporter.md --
            # Reporter
            -- content/raci/daily.md --
            # Daily

            | Task | Responsible | Accountable | Informed |
            |---|---|---|---|
            | Print | Editor | Editor | |
            """
        let (old, new) = (
            await ProjectText(text).read(), await ProjectText(text.replacing("Editor | |", with: "Editor | Reporter |")).read()
        )
        let changes = HandbookDiff.changes(from: old.result.handbook, to: new.result.handbook)
        #expect(changes.map { ChangeText($0).line } == ["Print: I added for Reporter"])
    }

    @Test func theWayBackHasTheOppositeChange() async {
        let new = Newspaper.text.replacing("| Print | A | R |", with: "| Print | R | A |")
        let (old, other) = (await ProjectText(Newspaper.text).read(), await ProjectText(new).read())
        let back = HandbookDiff.changes(from: other.result.handbook, to: old.result.handbook)
        #expect(back.map { ChangeText($0).line } == ["Print: A moved from Reporter to Editor", "Print: R moved from Editor to Reporter"])
        #expect(back.map(\.roles) == [["reporter", "editor"], ["editor", "reporter"]])
    }

    @Test func aWholeHandbookComesAndGoes() async {
        let (empty, full) = (await ProjectText("").read(), await ProjectText(Newspaper.text).read())
        let came = HandbookDiff.changes(from: empty.result.handbook, to: full.result.handbook)
        let went = HandbookDiff.changes(from: full.result.handbook, to: empty.result.handbook)
        #expect(came.filter { $0.event == .added }.count == 11)
        #expect(went.filter { $0.event == .gone }.map(\.subject.page) == came.filter { $0.event == .added }.map(\.subject.page))
    }

    @Test func reportsAreTheSameInEveryForm() async throws {
        let new = Newspaper.text.replacing("| Print | A | R |", with: "| Print | R | A |").replacing(
            "- Readers",
            with: "- Readers *and* more"
        )
        let (old, other) = (await ProjectText(Newspaper.text).read(), await ProjectText(new).read())
        let report = ChangeReport(HandbookDiff.changes(from: old.result.handbook, to: other.result.handbook), from: "v1_0", to: ".")
        try Golden.expect(report.text, is: "diff.txt")
        try Golden.expect(report.markdown, is: "diff.md")
        try Golden.expect(report.json, is: "diff.json")
    }

    @Test func nothingIsSaidPlainly() throws {
        let report = ChangeReport([], from: "a", to: "b")
        #expect(report.text == "no changes\n")
        #expect(report.markdown == "# Changes from a to b\n\nNo changes.\n")
        #expect(report.json == "{\n  \"changes\" : [\n\n  ],\n  \"from\" : \"a\",\n  \"to\" : \"b\",\n  \"version\" : 1\n}\n")
    }
}
