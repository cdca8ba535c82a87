import Handbook
import TestSupport
import Testing

/// The second pair of eyes on the work of a team, and what one person in several roles takes of it.
@Suite struct ReviewTests {
    private static func handbook(_ more: String = "") async -> Handbook {
        await read(
            matrix(
                """
                | Task | Data Eng | ML Eng | PM | UX |
                |---|---|---|---|---|
                | Build | A | R | I | |
                | Train | R | A/R | C | |
                | Release | | R | A | R |
                | Draw | | | A | R |
                | Plan | | | A/R | C |
                """
            ) + """
                -- content/activities/release.md --
                ---
                title: Release
                approval: true
                positions:
                  - source: one
                    decides: [UX]
                    responsible: [Data Eng, UX]
                  - source: two
                    accountable: [PM]
                    responsible: [PM]
                ---
                -- content/activities/ship.md --
                ---
                title: Ship
                positions:
                  - source: one
                    decides: [UX]
                    responsible: [PM]
                ---
                -- content/sources/one.md --
                # One
                -- content/sources/two.md --
                # Two
                \(more)
                """
        ).handbook
    }

    private static func reviews(_ cast: Set<String>, _ handbook: Handbook) -> [Review] {
        Review.all(among: cast, in: handbook, Analysis(handbook))
    }

    private static func name(_ review: Review) -> String {
        review.matrix != nil ? review.task : "\(review.task) by \(review.sources.joined(separator: ", "))"
    }

    private static let everyone: Set<String> = ["data-engineer", "ml-engineer", "product-manager", "ux-designer"]

    @Test func twoPairsOfEyesAreARowWithTwoRolesOrWhatASourceSaysOfAnApproval() async {
        let handbook = await Self.handbook()
        let reviews = Self.reviews(Self.everyone, handbook)
        // 'Plan' has one role for both; 'Ship' is no approval; the second source has one role for both.
        #expect(reviews.map(Self.name) == ["Build", "Train", "Release", "Draw", "Release by one"])
        #expect(reviews.map(\.isApproval) == [false, false, true, false, true])
        // Who is not on the team looks at nothing.
        #expect(Self.reviews(["data-engineer", "product-manager"], handbook).isEmpty)
    }

    @Test func whoSaysTheSameOfAnApprovalIsTakenTogether() async {
        let handbook = await read(
            matrix("| Task | PM | UX |\n|---|---|---|\n| Release | A | R |") + """
                -- content/activities/release.md --
                ---
                title: Release
                approval: true
                positions:
                  - {source: one, accountable: [PM], responsible: [UX]}
                  - {source: two, decides: [PM], responsible: [UX]}
                ---
                -- content/sources/one.md --
                # One
                -- content/sources/two.md --
                # Two
                """
        ).handbook
        let reviews = Self.reviews(Self.everyone, handbook)
        #expect(reviews.map(\.sources) == [["one", "two"]])
        #expect(reviews.map { $0.matrix?.title } == ["Delivery"])
    }

    @Test(arguments: [
        // One answers, the other alone does it.
        (["data-engineer", "ml-engineer"], ["Build: data-engineer for ml-engineer", "Train: ml-engineer for data-engineer"]),
        // The other is not alone: somebody still looks.
        (["product-manager", "ml-engineer"], ["Release: product-manager for ml-engineer, with ux-designer"]),
        // The approval comes first.
        (
            ["ux-designer", "product-manager"],
            ["Release: product-manager for ux-designer, with ml-engineer", "Draw: product-manager for ux-designer"]
        ),
        (["data-engineer", "ux-designer"], ["Release by one: ux-designer for data-engineer"]),
        // Three in one.
        (
            ["product-manager", "ml-engineer", "ux-designer"],
            ["Release: product-manager for ml-engineer", "Draw: product-manager for ux-designer"]
        ),
        (["data-engineer", "product-manager"], []),
    ])
    func onePersonInSeveralRolesTakesThemAway(roles: [String], expected: [String]) async {
        let handbook = await Self.handbook()
        let lost = LostReview.all(Self.reviews(Self.everyone, handbook), when: roles)
        #expect(
            lost.map { lost in
                "\(Self.name(lost.review)): \(lost.accountable) for \(lost.responsible)"
                    + (lost.others.isEmpty ? "" : ", with \(lost.others.joined(separator: ", "))")
            } == expected
        )
    }

    @Test func rolesToKeepApartArePairsThatAloneHaveATask() async throws {
        let handbook = await Self.handbook(
            "-- content/teams/t.md --\n---\ntitle: T\ncast: [UX, PM, ML Eng, Data Eng]\nsame_person: [{roles: [ML Eng, Data Eng]}]\n---\n"
        )
        let team = try #require(handbook.teams.first)
        let pairs = Separation.all(Self.reviews(Set(team.cast.map(\.role)), handbook), on: team)
        // 'Release' has three roles; one person has 'Build' and 'Train' already.
        #expect(pairs.map(\.roles) == [["ux-designer", "product-manager"], ["ux-designer", "data-engineer"]])
        #expect(pairs.map { $0.reviews.map(Self.name) } == [["Draw"], ["Release by one"]])
    }
}
