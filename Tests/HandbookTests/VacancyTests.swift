import Handbook
import TestSupport
import Testing

/// What rests on a role alone.
@Suite struct VacancyTests {
    @Test func whatNobodyWouldDoIsTold() async throws {
        let handbook = await ProjectText(Newspaper.text).read().result.handbook
        let report = VacancyReport(Vacancy(of: try handbook.role(named: "Ed"), in: handbook, Analysis(handbook)))
        #expect(
            report.text == """
                Without Editor

                Tasks nobody would be accountable for: 2
                  Write (Daily work)  content/raci/daily.md:6
                  Print (Daily work)  content/raci/daily.md:7

                Activities on which no source names anyone else who decides or answers: 1
                  Write (Style guide; Daily work)  content/activities/write.md:4

                Stages nobody would drive: 1
                  Making (left to those who take part: Reporter)  content/lifecycle/making.md:3

                Teams that would lack the role: 1
                  Night shift  content/teams/night.md:4

                Relations that would end, with: 1
                  Reporter  content/relations/editor-reporter.md:2

                """
        )
    }

    @Test func aRoleThatSharesEverythingLeavesNothing() async throws {
        let text = Newspaper.text.replacing("| Illustrate | I | A | R |", with: "| Illustrate | A | R | R |")
        let handbook = await ProjectText(text).read().result.handbook
        let vacancy = Vacancy(of: try handbook.role(named: "Photographer"), in: handbook, Analysis(handbook))
        #expect(vacancy.losses.isEmpty)
        #expect(VacancyReport(vacancy).text == "Without Photographer: nothing here rests on this role alone\n")
    }

    @Test func twoWhoDecideDoNotLeaveAGap() async throws {
        let text = Newspaper.text.replacing("decides: [editor]", with: "decides: [photographer]").replacing(
            "drives: [editor]",
            with: "drives: [editor, reporter]"
        )
        let handbook = await ProjectText(text).read().result.handbook
        let vacancy = Vacancy(of: try handbook.role(named: "Editor"), in: handbook, Analysis(handbook))
        #expect(vacancy.losses[.decides] == nil)
        #expect(vacancy.losses[.drives] == nil)
        #expect(vacancy.losses[.accountable]?.map(\.name) == ["Write", "Print"])
    }
}
