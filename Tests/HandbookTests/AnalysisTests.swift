import Handbook
import TestSupport
import Testing

/// What is computed once from a handbook.
@Suite struct AnalysisTests {
    private static let project =
        fourRoles + """
            -- content/sources/one.md --
            ---
            title: One
            order: 1
            ---
            -- content/sources/two.md --
            ---
            title: Two
            order: 2
            ---
            -- content/lifecycle/run.md --
            ---
            title: Run
            drives: [PM]
            takes_part: [UX]
            key: [PM]
            ---
            -- content/activities/deploy.md --
            ---
            title: Deploy
            stage: Run
            positions:
              - {source: two, decides: [PM], responsible: [ML Eng, PM]}
              - {source: one, accountable: [PM], responsible: [ML Eng]}
              - {source: one, decides: [UX]}
            ---
            -- content/raci/m.md --
            ---
            title: M
            ---
            | Task | PM | Data Eng | UX |
            |---|---|---|---|
            | Deploy | A | R | |
            | Plan | A/R | | |
            -- content/teams/small.md --
            ---
            title: Small
            cast: [{role: PM}, {role: UX, optional: true}]
            ---

            """

    @Test func aTallyHasTheRolesOfEachPartWithTheSourcesOfEach() async throws {
        let result = await read(Self.project)
        let tally = result.analysis.tally(of: try #require(result.handbook.activity("deploy")))
        func show(_ holders: [Tally.Holder]) -> [String] { holders.map { "\($0.role): \($0.sources.joined(separator: ", "))" } }
        #expect(tally.positions.map(\.source) == ["one", "one", "two", nil])
        #expect(show(tally[.accountable]) == ["product-manager: one"])
        #expect(show(tally[.decides]) == ["ux-designer: one", "product-manager: two"])
        #expect(show(tally[.responsible]) == ["ml-engineer: one, two", "product-manager: two", "data-engineer: "])
        #expect(show(tally.lastWord) == ["product-manager: one, two", "ux-designer: one"])
        #expect(tally[.informed].isEmpty)
        #expect(tally.gives("data-engineer", anyOf: [.accountable, .responsible]) && !tally.gives("data-engineer", anyOf: [.decides]))
        #expect(tally.verdict == .differ && tally.disagreement?.lastWord.count == 2)
    }

    @Test func theWorkOfARoleIsItsRowsPartsStagesTeamsAndLoad() async throws {
        let result = await read(Self.project)
        let work = result.analysis.work(of: "product-manager")
        #expect(work.cells.map(\.row.task) == ["Deploy", "Plan"])
        #expect(work.cells.map(\.isResponsible) == [false, true])
        #expect(work.claims.map(\.part) == [.accountable, .decides, .responsible, .accountable])
        #expect(work.activities.map(\.slug) == ["deploy"])
        #expect(work.parts.map(\.part) == [.accountable, .decides, .responsible])
        #expect(work.parts.map(\.sources) == [["one"], ["two"], ["two"]])
        #expect(work.disputes.map(\.activity.slug) == ["deploy"])
        #expect(work.stages.map { [$0.drives, $0.takesPart, $0.isKey] } == [[true, false, true]])
        #expect(work.teams.map(\.team.slug) == ["small"])
        #expect(work.load?.rows == 2 && work.load?.accountable == 2 && work.load?.responsible == 1)
    }

    @Test func aRoleThatOnlyAMatrixNamesHasNoPartThatASourceGives() async {
        let analysis = await read(Self.project).analysis
        let work = analysis.work(of: "data-engineer")
        #expect(work.activities.map(\.slug) == ["deploy"])
        #expect(work.claims.map(\.part) == [.responsible])
        #expect(work.parts.isEmpty)
        #expect(analysis.work(of: "nobody").load == nil && analysis.work(of: "nobody").cells.isEmpty)
        #expect(analysis.work(of: "ml-engineer").load == nil)
    }

    @Test func twoRolesMeetInTheRowsThatHaveLettersOfBoth() async {
        let analysis = await read(Self.project).analysis
        let rows = analysis.work(of: "data-engineer").rows(with: analysis.work(of: "product-manager"))
        #expect(rows.map(\.first.row.task) == ["Deploy"])
        #expect(rows.map(\.second.isAccountable) == [true])
    }

    @Test func disputedActivitiesAreKnownBySource() async {
        let result = await read(Self.project)
        #expect(result.analysis.disputed.map(\.slug) == ["deploy"])
        #expect(result.analysis.disputed(withSource: "two").map(\.slug) == ["deploy"])
        #expect(result.analysis.disputed(withSource: "three").isEmpty)
        #expect(result.analysis.work(ofStage: "run").activities.map(\.slug) == ["deploy"])
        #expect(result.analysis.work(ofStage: "run").hasRow)
    }
}
