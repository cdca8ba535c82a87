import Handbook
import TestSupport
import Testing

/// What is computed from two roles, or from a team.
@Suite struct ComparisonTests {
    @Test(arguments: [
        ("Machine Learning", "machine  learning", Likeness.same), ("ETL", "Extract, Transform, Load", .synonym),
        ("Machine Learning", "Machine Learning Algorithms", .similar), ("Model Development", "Model Deployment", nil),
        ("Productization", "Deploy to production", nil),
        ("Data pipelines", "CI/CD pipelines", nil),
        ("Programming", "Research", nil), ("SQL", "API", nil), ("Cloud Platforms", "Clouds and Platforms", .similar),
    ])
    func namesAreAlikeOrNot(a: String, b: String, expected: Likeness?) {
        let likenesses = Likenesses(synonyms: [["ETL", "extract, transform, load"]])
        #expect(likenesses.likeness(a, b) == expected)
        #expect(likenesses.likeness(b, a) == expected)
    }

    @Test func eachNameIsMatchedOnceAndTheSurestMatchWins() {
        let matches = Likenesses().matches(["Machine Learning", "Programming"], ["Machine Learning Algorithms", "Machine Learning"])
        #expect(matches.map { [$0.first, $0.second] } == [[0, 1]])
        #expect(matches.map(\.how) == [.same])
    }

    private static let project = """
        -- handbook.yml --
        synonyms: [[ETL, Loading]]
        -- content/roles/ann.md --
        ---
        title: Ann
        summary: A.
        core_skills: [SQL, ETL]
        ---
        ## Skills
        - **Baking bread**: bakes.
        - **Singing**: sings.
        -- content/roles/bob.md --
        ---
        title: Bob
        summary: B.
        core_skills: [Loading]
        ---
        ## Skills
        - **Baking fine bread**: bakes.
        -- content/roles/cid.md --
        ---
        title: Cid
        summary: C.
        core_skills: [SQL]
        ---
        -- content/raci/m.md --
        ---
        title: M
        ---
        |Task|Ann|Bob|Cid|
        |---|---|---|---|
        |Bake bread|A|R|I|
        |Sell|I|A/R|C|
        -- content/lifecycle/one.md --
        ---
        title: One
        drives: [ann]
        takes_part: [bob]
        ---
        -- content/lifecycle/two.md --
        ---
        title: Two
        drives: [cid]
        ---
        -- content/teams/t.md --
        ---
        title: T
        cast: [ann, cid]
        ---
        """

    private static func handbook() async -> Handbook { await ProjectText(project).read().result.handbook }

    @Test func overlapTellsHowItWasFound() async throws {
        let book = await Self.handbook()
        let (ann, bob) = (try #require(book.role("ann")), try #require(book.role("bob")))
        let overlap = Overlap(ann, bob, Analysis(book))
        #expect(overlap.coreSkills.map { [$0.first, $0.second, $0.how.rawValue] } == [["ETL", "Loading", "synonym"]])
        #expect(
            overlap.shared(.skills).map { [$0.first, $0.second, $0.how.rawValue] } == [["Baking bread", "Baking fine bread", "similar"]]
        )
        #expect(overlap.handOffs.map { [$0.accountable, $0.responsible, $0.row.task] } == [["ann", "bob", "Bake bread"]])
        #expect(overlap.stages.map(\.slug) == ["one"])
        #expect(overlap.teams.isEmpty)
    }

    @Test func pairsShareSomethingAndAreFewForEachRole() async {
        let book = await Self.handbook()
        let likenesses = Likenesses(synonyms: book.settings.synonyms)
        #expect(RolePairs(book, likenesses: likenesses, limit: 5).all.map(\.slugs) == [["ann", "bob"], ["ann", "cid"]])
        #expect(RolePairs(book, likenesses: likenesses, limit: 1).all.count == 1)
        #expect(RolePairs(book, likenesses: likenesses, limit: 0).all.isEmpty)
    }

    @Test func aTeamLeavesOpenWhatNobodyOnItOwnsDoesOrDrives() async {
        let book = await Self.handbook()
        let coverage = Coverage(cast: ["ann", "cid"], in: book)
        #expect(coverage.tasks.map(\.row.task) == ["Bake bread", "Sell"])
        #expect(coverage.tasks.map(\.accountable) == [[], ["bob"]])
        #expect(coverage.tasks.map(\.responsible) == [["bob"], ["bob"]])
        #expect(coverage.stages.isEmpty)
        #expect(Coverage(cast: ["bob"], in: book).stages.map(\.slug) == ["one", "two"])
        #expect(Coverage(cast: ["ann", "bob", "cid"], in: book).tasks.isEmpty)
    }

    @Test func skillsLeadToTheRolesThatHaveThem() async {
        let book = await Self.handbook()
        let skills = Skill.gather(book, likenesses: Likenesses(synonyms: book.settings.synonyms))
        #expect(skills.map(\.name) == ["Baking bread", "Baking fine bread", "ETL", "Singing", "SQL"])
        #expect(skills.map(\.isOneRolesOwn) == [true, true, false, true, false])
        #expect(skills[2].holders.map(\.role) == ["ann", "bob"])
    }
}
