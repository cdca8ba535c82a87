import Diagnostics
import Handbook
import TestSupport
import Testing

/// Teams: one person in several roles, teams that grow out of others, what is lost and what changes.
@Suite struct TeamTests {
    private static func team(_ lines: String) -> String {
        fourRoles + "-- content/teams/t.md --\n---\ntitle: T\ncast: [data-engineer, ML Eng, PM]\n\(lines)\n---\n"
    }

    @Test func onePersonHoldsSeveralRolesOfTheCast() async throws {
        let project = Self.team("same_person:\n  - roles: [PM, Data Engineer]\n    note: at first [@one]")
        let result = await read(project + "-- content/sources/one.md --\n---\ntitle: One\n---\n")
        #expect(faults(result.findings).isEmpty)
        let team = try #require(result.handbook.teams.first)
        #expect(team.people.map(\.roles) == [["product-manager", "data-engineer"]])
        #expect(team.people.first?.note?.text == "at first")
        #expect(team.doubles(of: "data-engineer") == ["product-manager"])
        #expect(team.doubles(of: "ml-engineer").isEmpty)
    }

    @Test(arguments: [
        (
            "same_person: [{roles: [PM]}]",
            "4:16 invalid-person: 'roles' names 1 role -> name two or more of the cast: roles: [data-engineer, ml-engineer]"
        ),
        (
            "same_person: [{roles: []}]",
            "4:16 invalid-person: 'roles' names 0 roles -> name two or more of the cast: roles: [data-engineer, ml-engineer]"
        ),
        ("same_person: [{roles: PM}]", "4:23 wrong-type: 'roles' is 'PM', not a list -> write a list: roles: [PM]"),
        ("same_person: [{note: at first}]", "4:15 missing-key: 'roles' is missing -> add 'roles:', a list"),
        (
            "same_person: [{roles: [PM, ux designer]}]",
            "4:28 invalid-person: 'ux designer' is not in the cast of 'T' -> add it under 'cast:', or leave it out here"
        ),
        (
            "same_person: [{roles: [PM, Product Manager]}]",
            "4:28 invalid-person: 'Product Manager' is named twice for one person -> name different roles"
        ),
        (
            "same_person: [{roles: [PM, ML Eng]}, {roles: [ML Eng, Data Eng]}]",
            "4:47 invalid-person: 'ML Eng' is held together with another role already -> put all roles of one person into one entry"
        ),
        ("same_person: [{roles: [PM, XM]}]", "4:28 unknown-role: 'XM' is no role -> did you mean 'PM'?"),
        ("same_person: [PM]", "4:15 wrong-type: 'same_person' is 'PM', not keys and values -> write keys and values"),
        ("follows: [U]", "4:11 unknown-name: 'U' is no team -> did you mean 'T'?"),
        ("follows: [T]", "4:1 circular-team: 'T' follows itself -> under 'follows:' name teams that come before it"),
    ])
    func whatCannotBeIsAnErrorWhereItStands(line: String, expected: String) async {
        let found = await findings(in: Self.team(line)).map { $0.replacing("content/teams/t.md:", with: "") }
        #expect(found == [expected])
    }

    @Test func anEntryWithAFaultIsLeftOutAndTheOthersStay() async {
        let project = Self.team("same_person: [{roles: [PM, UX]}, {roles: [ML Eng, Data Eng]}]")
        #expect(await read(project).handbook.teams.first?.people.map(\.roles) == [["ml-engineer", "data-engineer"]])
    }

    // MARK: - What follows what

    private static func chain(_ follows: [String: String]) -> String {
        fourRoles
            + ["a", "b", "c", "d"].map { slug in
                "-- content/teams/\(slug).md --\n---\ntitle: \(slug.uppercased())\ncast: [PM]\n"
                    + (follows[slug].map { "follows: [\($0)]\n" } ?? "") + "---\n"
            }.joined()
    }

    @Test func aCircleOfTeamsIsToldOnceWithAllWhoAreInIt() async {
        // D only leads into the circle.
        let result = await read(Self.chain(["a": "c", "b": "a", "c": "b", "d": "c"]))
        let found = faults(result.findings).sorted
        #expect(
            found.map(line) == [
                "content/teams/a.md:4:1 circular-team: 'A' follows itself, through others -> under 'follows:' name teams that come before it"
            ]
        )
        #expect(found.first?.related.map(\.message) == ["'B' is in the circle", "'C' is in the circle"])
    }

    @Test func twoWaysToOneTeamAreNoCircle() async {
        let result = await read(Self.chain(["b": "a", "c": "a", "d": "b, c"]))
        #expect(faults(result.findings).isEmpty)
        #expect(TeamStep.all(in: result.handbook).map { $0.from.slug + $0.to.slug } == ["ab", "ac", "bd", "cd"])
    }

    @Test func whereNoTeamSaysWhatItFollowsEachFollowsTheOneBefore() async {
        let handbook = await read(Self.chain([:])).handbook
        #expect(TeamStep.all(in: handbook).map { $0.from.slug + $0.to.slug } == ["ab", "bc", "cd"])
        let told = await read(Self.chain(["c": "a"])).handbook
        #expect(TeamStep.all(in: told).map { $0.from.slug + $0.to.slug } == ["ac"])
    }

    @Test func aLongChainOfTeamsIsWalkedInNoTime() async {
        let teams = (0..<3_000).map { "-- content/teams/t\($0).md --\n---\ntitle: T\($0)\nfollows: [t\(($0 + 1) % 3_000)]\n---\n" }
        let found = faults(await read(fourRoles + teams.joined()).findings).sorted
        #expect(found.map(\.rule.id) == ["circular-team"])
        #expect(found.first?.related.count == 2_999)
    }

    @Test func aStepTellsWhoComesWhoGoesAndWhoIsNoLongerOptional() async throws {
        let handbook = await read(
            fourRoles + """
                -- content/teams/a.md --
                ---
                title: A
                order: 1
                cast: [PM, {role: UX, optional: true}, ML Eng]
                ---
                -- content/teams/b.md --
                ---
                title: B
                order: 2
                cast: [{role: PM, optional: true}, UX, Data Eng]
                ---
                """
        ).handbook
        let step = try #require(TeamStep.all(in: handbook).first)
        #expect(step.added.map(\.role) == ["data-engineer"])
        #expect(step.gone.map(\.role) == ["ml-engineer"])
        #expect(step.firm.map(\.role) == ["ux-designer"])
        #expect(step.loose.map(\.role) == ["product-manager"])
    }
}
