import Changes
import Handbook
import TestSupport
import Testing

/// What the revisions of a project have changed.
@Suite struct HistoryTests {
    private static let small = """
        -- handbook.yml --
        title: The Herald
        groups:
          - {id: desk, title: Desk}
        -- content/roles/editor.md --
        ---
        title: Editor
        kpis: [Readers]
        ---
        Reads all of it, and puts a mark where it is wrong.
        -- content/roles/reporter.md --
        # Reporter

        """

    private static func lines(_ revision: History.Revision) -> [String] { revision.changes.map { ChangeText($0.change).line } }

    @Test func tellsRevisionsFromTheNewestAndTheFirstByItsPagesAlone() async throws {
        let history = await TestHistory.of([
            .init("Begin", Self.small, at: 100),
            .init("Count errors", Self.small.replacing("[Readers]", with: "[Readers, Errors]"), at: 200),
        ])
        try #require(history.revisions.count == 2)
        #expect(history.revisions.map(\.commit.subject) == ["Count errors", "Begin"])
        #expect(history.revisions.map(\.isFirst) == [false, true])
        #expect(Self.lines(history.revisions[0]) == ["Editor: KPI added: Errors"])
        #expect(Self.lines(history.revisions[1]) == ["Editor: role added", "Reporter: role added"])
        #expect(history.origin?.id == TestHistory.id(1))
    }

    @Test func aRevisionThatChangesNoMeaningIsNotListedAndProseIsToldAsDiffDoes() async {
        let broken = Self.small.replacing("Reads all of it, and", with: "Reads all of it,\nand")
        let history = await TestHistory.of([
            .init("Begin", Self.small, at: 100), .init("Break a line", broken, at: 200),
            .init("Say more", broken.replacing("wrong.", with: "wrong, or dull."), at: 300),
        ])
        #expect(history.revisions.map(\.commit.subject) == ["Say more", "Begin"])
        #expect(history.revisions.first.map(Self.lines) == ["Editor: text changed"])
    }

    @Test func aStateThatIsGoneOrHasNoPagesTellsNothing() async {
        let history = await TestHistory.of([
            .init("Settings", "-- handbook.yml --\ntitle: A\n", at: 100), .init("Begin", Self.small, at: 200),
            .init("Remove", nil, at: 300),
            .init("Begin again", Self.small, at: 400),
        ])
        #expect(history.revisions.map(\.commit.subject) == ["Begin again", "Begin"])
        #expect(history.revisions.map(\.isFirst) == [true, true])
        #expect(history.origin?.subject == "Settings")
    }

    @Test func olderRevisionsKnowAPageUnderTheNameItHasToday() async throws {
        let more = Self.small.replacing("[Readers]", with: "[Readers, Errors]")
        let renamed = more.replacing("roles/editor.md", with: "roles/chief.md").replacing("title: Editor", with: "title: Chief")
        let again = renamed + "-- content/roles/editor.md --\n# Editor\nAnother one altogether.\n"
        let history = await TestHistory.of([
            .init("Begin", Self.small, at: 1), .init("Count errors", more, at: 2), .init("Rename", renamed, at: 3),
            .init("Add", again, at: 4),
        ])
        try #require(history.revisions.map(\.commit.subject) == ["Add", "Rename", "Count errors", "Begin"])
        #expect(history.revisions.map { $0.changes[0].page?.slug } == ["editor", "chief", "chief", "chief"])
        #expect(history.revisions.map { $0.changes[0].roles } == [["editor"], ["chief"], ["chief"], ["chief"]])
        #expect(Self.lines(history.revisions[2]) == ["Editor: KPI added: Errors"])
    }

    @Test func aPageThatIsGoneIsNotTheOneThatHasItsNameToday() async throws {
        let without = Self.small.replacing("-- content/roles/reporter.md --\n# Reporter", with: "")
        let history = await TestHistory.of([
            .init("Begin", Self.small, at: 1), .init("Take away", without, at: 2),
            .init("Another", without + "-- content/roles/reporter.md --\n# Reporter\n", at: 3),
        ])
        try #require(history.revisions.map(\.commit.subject) == ["Another", "Take away", "Begin"])
        #expect(history.revisions[0].changes.map(\.page?.slug) == ["reporter"])
        #expect(history.revisions[1].changes.map(\.page?.slug) == [nil])
        #expect(history.revisions[1].changes.map(\.roles) == [[]])
        #expect(history.revisions[2].changes.map(\.page?.slug) == ["editor", nil])
    }

    @Test func atMostAsManyAreListedAsAsked() async {
        let states = (1...6).map { TestHistory.State("Revision \($0)", Self.small.replacing("[Readers]", with: "[Readers \($0)]"), at: $0) }
        #expect(await TestHistory.of(states, limit: 2).revisions.map(\.commit.subject) == ["Revision 6", "Revision 5"])
        #expect(await TestHistory.of(states, limit: 9).revisions.count == 6)
    }

    @Test func revisionsStandInTheOrderOfTheirDatesAndThoseOfOneMomentAsTheyCame() async {
        let states = [("first", 500), ("second", 900), ("third", 700), ("fourth", 700)].enumerated().map { place, state in
            TestHistory.State(state.0, Self.small.replacing("[Readers]", with: "[Readers \(place)]"), at: state.1)
        }
        #expect(await TestHistory.of(states).revisions.map(\.commit.subject) == ["second", "fourth", "third", "first"])
    }

    @Test func whatErrorsKeepFromBeingReadIsSaid() async throws {
        let faulty = Self.small.replacing("kpis: [Readers]", with: "kpis: [Readers")
        let history = await TestHistory.of([
            .init("Begin", Self.small, at: 1), .init("Break", faulty, at: 2),
            .init("Mend", Self.small.replacing("[Readers]", with: "[Errors]"), at: 3),
            .init("Go on", Self.small.replacing("[Readers]", with: "[Readers, Errors]"), at: 4),
        ])
        #expect(history.revisions.map(\.isPartlyRead) == [false, true, true, false])
    }

    /// States share what they have in common; that must never show.
    @Test func statesReadOneAfterAnotherAreThoseReadAlone() async throws {
        var states = [Newspaper.text]
        for example in DiffCase.names + DiffCase.cards + DiffCase.letters + DiffCase.work {
            var text = Newspaper.text
            for edit in example.edits { text = text.replacing(edit.old, with: edit.new) }
            states.append(text)
        }
        let history = await TestHistory.of(
            states.enumerated().map { TestHistory.State("\($0)", $1, at: $0) },
            limit: states.count
        )
        let told = Dictionary(uniqueKeysWithValues: history.revisions.map { ($0.commit.subject, Self.lines($0)) })
        for place in states.indices.dropFirst() {
            let (old, new) = (await ProjectText(states[place - 1]).read(), await ProjectText(states[place]).read())
            let wanted = HandbookDiff.changes(from: old.result.handbook, to: new.result.handbook).map { ChangeText($0).line }
            #expect(told["\(place)"] ?? [] == wanted, "state \(place)")
        }
        #expect(told.count > 40)
    }
}

@Suite struct MomentTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (951_868_800, "2000-03-01T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"), (1_795_260_207, "2026-11-21T11:23:27Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"), (-5, "1970-01-01T00:00:00Z"),
        (Int.max, "9999-12-31T23:59:59Z"),
    ])
    func isToldInUTC(seconds: Int, text: String) {
        #expect(Moment(seconds: seconds).text == text)
        #expect(Moment(seconds: seconds).day == String(text.prefix(10)))
    }
}

@Suite struct ChangeWordsTests {
    @Test func anotherLanguageHasItsOwnOrder() async {
        let (old, new) = (
            await ProjectText(Newspaper.text).read().result.handbook,
            await ProjectText(Newspaper.text.replacing("| Print | A | R |", with: "| Print | R | A |")).read().result.handbook
        )
        let words = ChangeWords(["part_moved": "{part} ging von {from} an {to}"])
        let lines = HandbookDiff.changes(from: old, to: new).map { ChangeText($0, words).line }
        #expect(lines == ["Print: A ging von Editor an Reporter", "Print: R ging von Reporter an Editor"])
    }

    @Test func whatIsPutInIsLeftAsItIs() async {
        let text = "-- content/roles/a.md --\n---\ntitle: \"{to} {name\"\nkpis: [\"{entry}\"]\n---\n"
        let (old, new) = (
            await ProjectText(text.replacing("kpis: [\"{entry}\"]\n", with: "")).read().result.handbook,
            await ProjectText(text).read().result.handbook
        )
        #expect(HandbookDiff.changes(from: old, to: new).map { ChangeText($0).line } == ["{to} {name: KPI added: {entry}"])
    }

    @Test func partsAreToldInTheLanguageWhereverTheyStand() async {
        let words = ChangeWords([
            "as_decides": "entscheidet", "as_responsible": "macht", "as_drives": "treibt", "as_key": "Kern", "and": "und",
            "optional": "nach Bedarf",
        ])
        let text = """
            -- content/roles/a.md --
            # Ada
            -- content/sources/s.md --
            # Book
            -- content/activities/x.md --
            ---
            title: Work
            positions:
              - {source: s, decides: [Ada]}
            ---
            -- content/lifecycle/y.md --
            ---
            title: Begin
            drives: [Ada]
            key: [Ada]
            ---
            -- content/teams/z.md --
            ---
            title: Few
            ---
            """
        let other = text.replacing("decides: [Ada]", with: "responsible: [Ada]").replacing("drives: [Ada]\nkey: [Ada]\n", with: "")
            .replacing("title: Few\n", with: "title: Few\ncast: [{role: a, optional: true}]\n")
        let (old, new) = (await ProjectText(text).read().result.handbook, await ProjectText(other).read().result.handbook)
        let lines = HandbookDiff.changes(from: old, to: new).map { ChangeText($0, words).line }
        #expect(
            lines == [
                "Work: 'entscheidet' of Ada became 'macht' in the view of Book", "Begin: 'treibt' gone from Ada",
                "Begin: 'Kern' gone from Ada",
                "Few: member added: Ada (nach Bedarf)",
            ]
        )
        let gone = other.replacing("positions:\n  - {source: s, responsible: [Ada]}\n", with: "")
        let without = await ProjectText(gone).read().result.handbook
        #expect(
            HandbookDiff.changes(from: new, to: without).map { ChangeText($0, words).line } == ["Work: position gone: Book (macht: Ada)"]
        )
    }
}
