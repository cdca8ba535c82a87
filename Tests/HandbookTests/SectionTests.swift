import Handbook
import Markdown
import TestSupport
import Testing

@Suite("Sections and items of a role's page")
struct SectionTests {
    @Test(
        "Sections are known by the headings that the settings name",
        arguments: [
            ("", "Responsibilities"), ("", "RESPONSIBILITIES"), ("sections: {responsibilities: [Aufgaben, Pflichten]}", "Pflichten"),
            ("sections: {responsibilities: [責任]}", "責任"), ("sections: {responsibilities: [Was  sie tut]}", "Was sie tut"),
            ("sections: {responsibilities: [Skills]}", "Skills"),
        ]
    )
    func names(settings: String, heading: String) async {
        let project =
            "-- handbook.yml --\n\(settings)\n-- content/roles/a.md --\n---\ntitle: A\nsummary: S.\n---\n## \(heading)\n- One\n- Two\n"
        let result = await read(project)
        #expect(result.handbook.roles.first?.responsibilities.map(\.name) == ["One", "Two"])
        #expect(result.findings.isEmpty)
    }

    @Test("The first of several headings is the one that is shown")
    func shownHeading() async {
        let settings = await read("-- handbook.yml --\nsections: {eras: [Zeiten, Epochen]}\n").handbook.settings
        #expect(settings.sections.heading(of: .eras) == "Zeiten")
        #expect(settings.sections.heading(of: .skills) == "Skills")
    }

    @Test("Unknown headings and empty sections are kept as they are")
    func otherSections() async {
        let role = await read(
            "-- content/roles/a.md --\n---\ntitle: A\nsummary: S.\n---\nOpening.\n\n## Skills\n\n## My own\nText.\n\n### Deeper\nMore.\n"
        ).handbook.role("a")
        #expect(role?.body.opening.map(\.plainText) == ["Opening."])
        #expect(role?.body.section(.skills)?.isEmpty == true)
        #expect(role?.body.others(than: Role.sections).map(\.heading.text) == ["My own"])
        #expect(role?.body.others(than: Role.sections).first?.blocks.map(\.plainText) == ["Text.", "Deeper", "More."])
    }

    @Test(
        "An item's lead is its bold beginning, with a colon or a dash inside, outside, or none",
        arguments: [
            ("**Lead**: rest", "Lead", "rest"), ("**Lead:** rest", "Lead", "rest"), ("**Lead** rest", "Lead", "rest"),
            ("**Lead** – rest", "Lead", "rest"), ("**Lead**", "Lead", ""), ("no lead", nil, "no lead"),
            ("not **at the start**", nil, "not at the start"),
            ("**[Lead](a.md)**: rest", "Lead", "rest"), ("**`Code`**: rest", "Code", "rest"), ("**Lead**: rest [@s]", "Lead", "rest"),
            ("*Lead*: rest", nil, "Lead: rest"), ("**Lead**: one\n  two\n\n  three", "Lead", "one two three"),
        ] as [(String, String?, String)]
    )
    func leads(markdown: String, lead: String?, text: String) async {
        let project =
            "-- content/sources/s.md --\n# S\n-- content/roles/a.md --\n---\ntitle: A\nsummary: S.\n---\n## Skills\n- \(markdown)\n"
        let item = await read(project).handbook.role("a")?.skills.first
        #expect(item?.lead == lead)
        #expect(item?.text == text)
        #expect(item?.name == lead ?? text)
    }

    @Test("Claims stand in a list inside an item, each with its citations")
    func claims() async {
        let role = await read(
            """
            -- content/sources/one.md --
            # One
            -- content/sources/two.md --
            # Two
            -- content/roles/a.md --
            ---
            title: A
            summary: S.
            ---
            ## Where the sources differ
            - **Who decides?** It depends. [@one; @two, p. 3]
              - This one. [@one]
              - That one. [@two]
            """
        ).handbook.role("a")
        let difference = role?.differences.first
        #expect(difference?.name == "Who decides?")
        #expect(difference?.citations == [Citation(key: "one"), Citation(key: "two", locator: "p. 3")])
        #expect(difference?.children.map(\.text) == ["This one.", "That one."])
        #expect(difference?.children.map { $0.citations.map(\.key) } == [["one"], ["two"]])
        #expect(difference?.location.line == 6)
    }

    @Test("Eras are named by id or title; an unknown one is an error at its heading")
    func eras() async {
        let project = """
            -- handbook.yml --
            eras:
              - {id: before-llms, title: Before LLMs}
              - {id: with-llms, title: With LLMs}
            -- content/roles/a.md --
            ---
            title: A
            summary: S.
            ---
            ## Eras
            ### Before LLMs
            - Old work
            ### with-llms
            - New work
            ### With LMMs
            - No work
            """
        let result = await read(project)
        #expect(result.handbook.role("a")?.eras.map(\.era) == ["before-llms", "with-llms"])
        #expect(result.handbook.role("a")?.eras.map { $0.items.map(\.name) } == [["Old work"], ["New work"]])
        #expect(
            result.findings.sorted.map(line) == [
                "content/roles/a.md:10:5 unknown-category: 'With LMMs' is no era -> did you mean 'With LLMs'?"
            ]
        )
    }
}
