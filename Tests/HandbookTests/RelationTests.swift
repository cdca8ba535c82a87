import Handbook
import TestSupport
import Testing

@Suite("Relations")
struct RelationTests {
    private func relation(_ keys: String, body: String = "") -> String {
        fourRoles + "-- content/relations/a.md --\n---\n\(keys)\n---\n\(body)"
    }

    @Test("A relation is titled by its roles and stands at their address")
    func title() async {
        let project = relation(
            "between: [ML Eng, Data Engineer]\nbasis: inferred",
            body: "## Overlap\n1. **Models**: both.\n## Collaboration\n- They talk.\n"
        )
        let result = await read(project)
        let found = result.handbook.relations.first
        #expect(found?.title == "ML Engineer · Data Engineer")
        #expect(found?.page.address == "compare/ml-engineer/data-engineer/")
        #expect(found?.basis == .inferred)
        #expect(found?.overlap.map(\.name) == ["Models"])
        #expect(found?.collaboration.map(\.text) == ["They talk."])
        #expect(found?.partner(of: "ml-engineer") == "data-engineer")
        #expect(result.handbook.relations(of: "data-engineer").count == 1)
        #expect(result.findings.isEmpty)
    }

    @Test(
        "A relation is between two different roles",
        arguments: [
            (
                "between: [data-engineer]",
                ["2:1 invalid-relation: 'between' names 1 role -> name two: between: [data-engineer, ml-engineer]"]
            ),
            (
                "between: [PM, UX, Data Eng]",
                ["2:1 invalid-relation: 'between' names 3 roles -> name two: between: [data-engineer, ml-engineer]"]
            ),
            ("between:", ["2:1 missing-key: 'between' is empty -> add 'between:', a list"]),
            ("between: []", ["2:1 invalid-relation: 'between' names 0 roles -> name two: between: [data-engineer, ml-engineer]"]),
            ("between: PM", ["2:10 wrong-type: 'between' is 'PM', not a list -> write a list: between: [PM]"]),
            (
                "between: [PM, product-manager]",
                ["2:15 invalid-relation: 'PM' and 'product-manager' are the same role -> name two different roles"]
            ),
            (
                "between: [PM, Pilot]",
                ["2:15 unknown-role: 'Pilot' is no role -> known roles: data-engineer, ml-engineer, product-manager, ux-designer"]
            ),
            ("basis: stated", ["2:1 missing-key: 'between' is missing -> add 'between:', a list"]),
        ]
    )
    func faults(keys: String, found: [String]) async {
        #expect(await findings(in: relation(keys)) == found.map { "content/relations/a.md:" + $0 })
    }

    @Test("One pair has one page, whichever comes first", arguments: ["[PM, UX]", "[UX, PM]"])
    func duplicates(pair: String) async {
        let project = relation("between: [PM, UX]") + "-- content/relations/b.md --\n---\nbetween: \(pair)\n---\n"
        let result = await read(project)
        #expect(result.handbook.relations.map(\.slug) == ["a"])
        #expect(
            TestSupport.faults(result.findings).sorted.map(line) == [
                "content/relations/b.md:2:1 duplicate-relation: 'b' is about the same two roles as another page -> put both into one page"
            ]
        )
        #expect(TestSupport.faults(result.findings).sorted.first?.related.map(\.location.path) == ["content/relations/a.md"])
    }

    @Test("A page without front matter says what a relation needs")
    func noFrontMatter() async {
        #expect(
            await findings(in: "-- content/relations/a.md --\n# A and B\n") == [
                "content/relations/a.md:1:0 missing-key: 'between' is missing -> begin the page with ---, 'between:', a list, and ---"
            ]
        )
    }

    @Test("A link to a relation that is at fault is no second fault")
    func linkToFaulty() async {
        let project = relation("between: [PM]") + "-- content/index.md --\n# Home\n[them](relations/a.md)\n"
        #expect(await findings(in: project).count == 1)
    }
}
