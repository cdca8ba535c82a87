import Handbook
import TestSupport
import Testing

@Suite("Activities, stages, teams and sources")
struct WorkTests {
    private static let sources =
        "-- content/sources/one.md --\n---\ntitle: One\norder: 1\n---\n-- content/sources/two.md --\n---\ntitle: Two\norder: 2\n---\n"

    @Test("An activity's names are resolved, and its positions kept by part")
    func activity() async {
        let project =
            fourRoles + Self.sources + """
                -- content/lifecycle/run.md --
                ---
                title: Running it
                drives: [PM]
                takes_part: [UX, ux designer]
                key: [Data Eng]
                outputs: ["A service [@one]"]
                ---
                -- content/activities/deploy.md --
                ---
                title: Deploy
                stage: Running It
                positions:
                  - source: two
                    decides: [PM]
                    responsible: [ML Eng, Data Eng]
                    says: The PM decides. [@two]
                  - source: one
                    takes_part: [UX]
                ---
                """
        let result = await read(project)
        #expect(result.findings.isEmpty)
        let activity = result.handbook.activity("deploy")
        #expect(activity?.stage == "run")
        #expect(activity?.positions.map(\.source) == ["two", "one"])
        #expect(activity?.positions.first?.parts == [.decides: ["product-manager"], .responsible: ["ml-engineer", "data-engineer"]])
        #expect(activity?.positions.first?.says?.text == "The PM decides.")
        let stage = result.handbook.stage("run")
        #expect(stage?.drives == ["product-manager"])
        #expect(stage?.takesPart == ["ux-designer"])
        #expect(stage?.outputs.first?.citations.map(\.key) == ["one"])
        #expect(activity.map { result.analysis.tally(of: $0).positions.map(\.source) } == ["one", "two"])
    }

    @Test(
        "A name that leads nowhere is an error where it stands",
        arguments: [
            ("activities", "stage: Nowhere", "3:8 unknown-name: 'Nowhere' is no stage -> add a page to the folder 'lifecycle'"),
            (
                "activities", "positions:\n  - source: ons\n    responsible: [PM]",
                "4:13 unknown-source: 'ons' is no source -> did you mean 'one'?"
            ),
            ("activities", "positions:\n  - source: one\n    decides: [P M]", "5:15 unknown-role: 'P M' is no role -> did you mean 'PM'?"),
            ("activities", "positions:\n  - decides: [PM]", "4:5 missing-key: 'source' is missing -> add 'source:', text"),
            (
                "activities", "positions:\n  - source: one\n    decide: [PM]",
                "5:5 unknown-key: 'decide' is not a known key -> did you mean 'decides'?"
            ),
            ("lifecycle", "key: [UXD]", "3:7 unknown-role: 'UXD' is no role -> did you mean 'UX'?"),
            ("lifecycle", "outputs: [\"It [@ons]\"]", "3:16 unknown-source: 'ons' is no source -> did you mean 'one'?"),
            ("teams", "cast:\n  - role: XU", "4:11 unknown-role: 'XU' is no role -> did you mean 'UX'?"),
            ("teams", "cast:\n  - note: part-time", "4:5 missing-key: 'role' is missing -> add 'role:', text"),
            ("teams", "era: later", "3:6 unknown-category: 'later' is no era -> list it under 'eras' in handbook.yml"),
            ("roles", "summary: S.\ngroup: data", "4:8 unknown-category: 'data' is no group -> list it under 'groups' in handbook.yml"),
            ("roles", "summary: S.\nside: left", "4:7 unknown-category: 'left' is no side -> list it under 'sides' in handbook.yml"),
            ("guides", "sources: [three]", "3:11 unknown-source: 'three' is no source -> known sources: one, two"),
            ("guides", "summary: >\n  A long\n  text. [@ons]", "5:10 unknown-source: 'ons' is no source -> did you mean 'one'?"),
            (
                "sources", "url: example.org/lesson",
                "3:6 invalid-url: 'example.org/lesson' is no web address -> write it like https://example.org/lesson, or in the page's text"
            ),
            (
                "sources", "published: 2026-02-30",
                "3:12 wrong-type: 'published' is '2026-02-30', not a date like 2026-01-31 -> write a date like 2026-01-31"
            ),
        ]
    )
    func faults(folder: String, keys: String, finding: String) async {
        let found = await findings(in: fourRoles + Self.sources + "-- content/\(folder)/a.md --\n---\ntitle: A\n\(keys)\n---\n")
        #expect(found == ["content/\(folder)/a.md:" + finding])
    }

    @Test("A team's cast may be names alone, or records with notes")
    func team() async {
        let project =
            fourRoles + "-- content/teams/a.md --\n---\ntitle: A\ncast:\n  - PM\n  - role: UX\n    note: lean\n    optional: true\n---\n"
        let cast = await read(project).handbook.teams.first?.cast
        #expect(cast?.map(\.role) == ["product-manager", "ux-designer"])
        #expect(cast?.map(\.isOptional) == [false, true])
        #expect(cast?.last?.note?.text == "lean")
    }

    @Test("A source's number is its place by order, then title")
    func numbers() async {
        let project = Self.sources + "-- content/sources/b.md --\n# B\n-- content/sources/a.md --\n# Z\n"
        #expect(await read(project).handbook.sources.map { "\($0.number) \($0.slug)" } == ["1 one", "2 two", "3 b", "4 a"])
    }

    // MARK: - Positions

    @Test("A matrix's row adds its position to the activity of its name, or of one of its other names")
    func gather() async throws {
        let project =
            fourRoles + Self.sources + """
                -- content/activities/deploy.md --
                ---
                title: Deploy to production
                also: [Deployment]
                positions:
                  - source: two
                    decides: [PM]
                ---
                -- content/raci/m.md --
                ---
                title: M
                sources: [one]
                ---
                | Task | PM | ML Eng | UX |
                |---|---|---|---|
                | deployment | C | A/R | I |
                | Something else | A | R | |
                """
        let result = await read(project)
        let positions = result.analysis.tally(of: try #require(result.handbook.activity("deploy"))).positions
        #expect(positions.map(\.source) == ["one", "two"])
        #expect(positions.first?.matrix == "m")
        #expect(
            positions.first?.parts == [
                .accountable: ["ml-engineer"], .responsible: ["ml-engineer"], .consulted: ["product-manager"], .informed: ["ux-designer"],
            ]
        )
    }

    @Test(
        "Sources agree, differ, or are not to be compared",
        arguments: [
            ([("one", "decides: [PM]")], Verdict.single), ([], .single),
            ([("one", "decides: [PM]"), ("one", "decides: [UX]")], .single),
            ([("one", "decides: [PM]"), ("two", "accountable: [PM]")], .agree),
            ([("one", "decides: [PM]"), ("two", "decides: [UX]")], .differ),
            ([("one", "responsible: [PM, UX]"), ("two", "responsible: [UX, PM]")], .agree),
            ([("one", "responsible: [PM]"), ("two", "responsible: [UX, PM]")], .differ),
            ([("one", "responsible: [PM]"), ("two", "decides: [UX]")], .apart),
            ([("one", "responsible: [PM]"), ("two", "takes_part: [UX]")], .single),
            ([("one", "{responsible: [PM], decides: [UX]}"), ("two", "responsible: [PM]")], .agree),
        ] as [([(String, String)], Verdict)]
    )
    func verdict(claims: [(source: String, says: String)], verdict: Verdict) async {
        let positions = claims.map { claim in
            claim.says.hasPrefix("{")
                ? "  - {source: \(claim.source), \(claim.says.dropFirst())\n" : "  - {source: \(claim.source), \(claim.says)}\n"
        }
        let keys = positions.isEmpty ? "" : "positions:\n" + positions.joined()
        let result = await read(fourRoles + Self.sources + "-- content/activities/a.md --\n---\ntitle: A\n\(keys)---\n")
        #expect(result.handbook.activity("a").map { result.analysis.tally(of: $0).verdict } == verdict)
    }
}
